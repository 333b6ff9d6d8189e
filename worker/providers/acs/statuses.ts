import { table } from '@straks/shared'
import type { FinalStatus } from '../../domain/status.ts'

/** What each status of a delivery report means, its name in lower case. docs/altinn/notifications.md §6.5. */
const STATUSES = table<FinalStatus | 'accepted'>({
  delivered: 'Email_Delivered',
  bounced: 'Email_Failed_Bounced',
  filteredspam: 'Email_Failed_FilteredSpam',
  quarantined: 'Email_Failed_Quarantined',
  suppressed: 'Email_Failed_SuppressedRecipient',
  failed: 'Email_Failed',
  /** The address was a list of addresses; whether any of them got the mail is not reported. */
  expanded: 'Email_Failed',
  /** On its way. Azure's logs know it; should a report ever say so, it is no end. */
  outfordelivery: 'accepted',
})

/** What a status means, in whatever case; none, or an unknown one, is a failure, as with Altinn. */
export function meaningOf(status: string | null | undefined): FinalStatus | 'accepted' {
  const name = (status ?? '').toLowerCase()
  return STATUSES.get(name) ?? 'Email_Failed'
}
