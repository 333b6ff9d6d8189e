import type { DeliveryStatus } from '../../domain/status.ts'

/** Names that are others inside Altinn's server than in its newer answers. The second is spelt as the server spells it. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['Failed_TTL', 'Failed'],
  ['Failed_InvalidFormat', 'Failed_InvalidEmailFormat'],
  ['Failed_SuppressedRecipient', 'Failed_SupressedRecipient'],
])

/**
 * A status as clients of the first version read it: without its channel, in the server's own names, and with one word
 * for every kind of time-out. docs/altinn/notifications.md §2.2, §4.1.
 */
export function firstVersionStatus(status: DeliveryStatus): string {
  const name = status.slice(status.indexOf('_') + 1)
  return OTHER_NAMES.get(name) ?? name
}
