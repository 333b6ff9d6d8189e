/** The statuses of a correspondence, by the numbers that order them. docs/altinn/correspondence.md §1.4. */
export const STATUS_NUMBERS = {
  Initialized: 0,
  ReadyForPublish: 1,
  Published: 2,
  Fetched: 3,
  Read: 4,
  Confirmed: 6,
  PurgedByRecipient: 7,
  PurgedByAltinn: 8,
  Reserved: 10,
  Failed: 11,
  AttachmentsDownloaded: 12,
} as const

export type CorrespondenceStatus = keyof typeof STATUS_NUMBERS

/** A status, and when it was reached. */
export type StatusEvent = { readonly status: CorrespondenceStatus; readonly atMs: number }

/** What Altinn calls a purge: the sender's is `PurgedByAltinn`. docs/altinn/correspondence.md §1.4. */
export const PURGED = { sender: 'PurgedByAltinn', recipient: 'PurgedByRecipient' } as const satisfies Record<
  string,
  CorrespondenceStatus
>

const isPurge = ({ status }: StatusEvent): boolean => status === PURGED.sender || status === PURGED.recipient

/**
 * The event that tells where a correspondence stands: a purge if there was one, otherwise the highest, where having
 * been fetched counts for nothing. There is always one: a correspondence begins as initialised.
 * docs/altinn/correspondence.md §1.4.
 */
export function currentEvent(history: readonly StatusEvent[]): StatusEvent {
  const purge = history.find(isPurge)
  if (purge) return purge
  return history.reduce((highest, event) =>
    event.status !== 'Fetched' && STATUS_NUMBERS[event.status] > STATUS_NUMBERS[highest.status] ? event : highest,
  )
}
