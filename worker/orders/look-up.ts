import type { SingleRecipient } from '../domain/order.ts'
import { type Contact, directContact } from '../domain/preparation.ts'
import { chunksOf } from '../platform/chunks.ts'
import type { Limiter } from '../platform/limiter.ts'
import type { Lookup, PartyQuery, Register } from '../registers/register.ts'

const UNKNOWN_CONTACT: Contact = { name: undefined, emails: [], mobiles: [], reserved: false }

/** How many parties one look-up is about: what its services answer is bounded. */
const PARTIES_AT_ONCE = 50

function toQuery(recipient: SingleRecipient): PartyQuery {
  if (recipient.kind === 'person' || recipient.kind === 'organization') return recipient
  throw new Error(`No register knows a recipient by ${recipient.kind}`)
}

function toContact(lookup: Lookup): Contact | 'unavailable' {
  if (lookup.kind === 'unavailable') return 'unavailable'
  return lookup.kind === 'found' ? lookup.party : UNKNOWN_CONTACT
}

/**
 * Finds out who recipients are and where, in their order; `unavailable` where its register does not answer. Parties are
 * looked up many at a time.
 */
export async function lookUpAll(
  register: Register,
  recipients: readonly SingleRecipient[],
  limiter: Limiter,
): Promise<readonly (Contact | 'unavailable')[]> {
  const contacts = recipients.map((recipient): Contact | 'unavailable' | undefined => directContact(recipient))
  const parties = contacts.flatMap((contact, index) => (contact === undefined ? index : []))
  await limiter.map(chunksOf(parties, PARTIES_AT_ONCE), async (indexes) => {
    const queries = indexes.flatMap((index) => recipients[index] ?? []).map(toQuery)
    const lookups = await register.find(queries)
    for (const [at, index] of indexes.entries()) contacts[index] = toContact(lookups[at] ?? { kind: 'unavailable' })
  })
  return contacts.map((contact) => contact ?? 'unavailable')
}
