import type { CorrespondenceRefusal } from '../../correspondence/lifecycle.ts'
import type { Failure } from '../../domain/failure.ts'

/** Altinn's numbers for what cannot be done to a correspondence now. docs/altinn/correspondence.md §2.1, §4.8. */
const CODES = {
  'not-found': 1001,
  published: 1013,
  purged: 1014,
  unconfirmed: 1026,
  'done-before': 1041,
} as const satisfies Record<CorrespondenceRefusal, number>

export const correspondenceRefusal = (refusal: CorrespondenceRefusal): Failure => ({
  reason: 'correspondence-refused',
  code: CODES[refusal],
})
