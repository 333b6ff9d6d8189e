import type { TITLES } from '../../../worker/api/http/problem-words.ts'
import { CALLER_CAUSES } from './causes/caller.ts'
import type { Cause } from './causes/cause.ts'
import { REQUEST_CAUSES } from './causes/request.ts'
import { SENT_CAUSES } from './causes/sent.ts'
import { SERVICE_CAUSES } from './causes/service.ts'

/** The problems that have a code of Altinn's notifications. docs/altinn/notifications.md §1.3. */
export const ALTINN_CODES = ['NOT-00001', 'NOT-00003', 'NOT-00004'] as const

/** What the catalogue explains: our own problems by the last part of their `type`, Altinn's by their code. */
export type Explained = keyof typeof TITLES | (typeof ALTINN_CODES)[number]

/** The cause and the remedy of each problem: one without them does not compile. */
export const ERROR_CAUSES: Readonly<Record<Explained, Cause>> = {
  ...CALLER_CAUSES,
  ...REQUEST_CAUSES,
  ...SENT_CAUSES,
  ...SERVICE_CAUSES,
}
