import type { SingleRecipient } from './order.ts'
import { type Contact, isReachable } from './preparation.ts'

/** What looking the recipients of an order up came to, as its sender is told. docs/altinn/notifications.md §2.2. */
export type RecipientLookup = {
  readonly status: 'Success' | 'PartialSuccess' | 'Failed'
  /** The national identity numbers of those who have declined. */
  readonly isReserved: readonly string[]
  /** The numbers of those who have no address in the order's channels. */
  readonly missingContact: readonly string[]
}

type Party = { readonly number: string; readonly contact: Contact }

function toParty(recipient: SingleRecipient, contact: Contact): Party | undefined {
  if (recipient.kind === 'person') return { number: recipient.nationalIdentityNumber, contact }
  return recipient.kind === 'organization' ? { number: recipient.organizationNumber, contact } : undefined
}

/**
 * What is told of a look-up; `undefined` where there was none to make, because every recipient is known by an address,
 * or where a register did not answer.
 */
export function lookupOutcome(
  recipients: readonly SingleRecipient[],
  contacts: readonly (Contact | 'unavailable')[],
  scheme: Parameters<typeof isReachable>[1],
): RecipientLookup | undefined {
  const parties: Party[] = []
  for (const [index, recipient] of recipients.entries()) {
    const contact = contacts[index] ?? 'unavailable'
    if (contact === 'unavailable') return undefined
    const party = toParty(recipient, contact)
    if (party) parties.push(party)
  }
  if (parties.length === 0) return undefined
  const reserved = parties.filter(({ contact }) => contact.reserved)
  const missing = parties.filter(({ contact }) => !contact.reserved && !isReachable(contact, scheme))
  const unreached = reserved.length + missing.length
  return {
    status: unreached === 0 ? 'Success' : unreached < parties.length ? 'PartialSuccess' : 'Failed',
    isReserved: reserved.map(({ number }) => number),
    missingContact: missing.map(({ number }) => number),
  }
}
