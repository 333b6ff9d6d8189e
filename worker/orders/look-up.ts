import type { Recipient } from '../domain/order.ts'
import { type Contact, directContact } from '../domain/preparation.ts'
import type { Lookup, Register } from '../registers/register.ts'

const NOBODY: Contact = { name: undefined, emails: [], mobiles: [], reserved: false }

function ask(register: Register, recipient: Recipient): Promise<Lookup> {
  if (recipient.kind === 'person') return register.findPerson(recipient)
  if (recipient.kind === 'organization') return register.findOrganization(recipient)
  throw new Error(`No register knows a recipient by ${recipient.kind}`)
}

/** Finds out who a recipient is and where; `unavailable` where its register does not answer. */
export async function lookUp(register: Register, recipient: Recipient): Promise<Contact | 'unavailable'> {
  const known = directContact(recipient)
  if (known) return known
  const lookup = await ask(register, recipient)
  if (lookup.kind === 'unavailable') return 'unavailable'
  return lookup.kind === 'found' ? lookup.party : NOBODY
}
