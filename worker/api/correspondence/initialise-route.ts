import { CORRESPONDENCE_WRITE } from '../../auth/authenticate.ts'
import { TOO_MANY } from '../fences/too-many.ts'
import { organizationWith } from '../routing/access.ts'
import { JSON_REFUSALS } from '../routing/body.ts'
import { type Documentation, json, problem } from '../routing/documentation.ts'

/** Who may initialise a correspondence. */
export const SENDER = organizationWith(CORRESPONDENCE_WRITE)

/** How reading the body may end, beside its media type. */
export const REFUSALS = {
  ...JSON_REFUSALS,
  400: 'The body breaks a rule. `errorCode` is Altinn’s number for the first mistake; `errors` and `findings` tell all of them.',
} as const

/** What initialising answers. */
export const ANSWERS: Documentation['answers'] = {
  200: json('Stored: one correspondence for each recipient, all of them or none.', 'InitializedCorrespondences'),
  404: problem('The notification names a template that is no more (3001).'),
  409: problem('The key was used before (1034).'),
  422: problem('The only recipient has declined electronic communication (1030).'),
  429: TOO_MANY,
}
