import { CORRESPONDENCE_READ, CORRESPONDENCE_WRITE } from '../../auth/authenticate.ts'
import type { Principal } from '../../auth/principal.ts'
import type { Caller } from '../../correspondence/roles-of-caller.ts'
import type { Config } from '../../platform/config.ts'
import { anyoneWith } from '../routing/access.ts'

/** Who may do something with a correspondence. */
export const SENDER_OR_RECIPIENT = anyoneWith(CORRESPONDENCE_READ, CORRESPONDENCE_WRITE)
export const RECIPIENT = anyoneWith(CORRESPONDENCE_READ)

/** Who is calling, as correspondences know callers. */
export const callerOf = (
  { organization, organizationNumber, person, scopes }: Principal,
  { correspondenceReaders }: Config,
): Caller => ({
  organization,
  organizationNumber,
  person,
  canWrite: scopes.has(CORRESPONDENCE_WRITE),
  canRead: scopes.has(CORRESPONDENCE_READ),
  readsAll: correspondenceReaders === 'anyone-with-scope',
})
