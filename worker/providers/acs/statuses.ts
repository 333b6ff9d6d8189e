import type { FinalStatus } from '../../domain/status.ts'

/** What each status of a delivery report means, its name in lower case. `spec/notifications.md` 6.5. */
const STATUSES: Readonly<Record<string, FinalStatus | 'accepted'>> = {
  delivered: 'Email_Delivered',
  bounced: 'Email_Failed_Bounced',
  filteredspam: 'Email_Failed_FilteredSpam',
  quarantined: 'Email_Failed_Quarantined',
  suppressed: 'Email_Failed_SuppressedRecipient',
  failed: 'Email_Failed',
  /** The address was a list of addresses: whether anybody got it, nobody says. */
  expanded: 'Email_Failed',
  /** On its way. Azure's logs know it; should a report ever say so, it is no end. */
  outfordelivery: 'accepted',
}

/** What a status means, in whatever case; none at all, or one nobody has heard of, is a failure, as with Altinn. */
export function meaningOf(status: string | null | undefined): FinalStatus | 'accepted' {
  const name = (status ?? '').toLowerCase()
  return (Object.hasOwn(STATUSES, name) ? STATUSES[name] : undefined) ?? 'Email_Failed'
}
