import type { KeywordValues } from '@straks/shared/text'
import type { Lookup, Register } from '../registers/register.ts'
import type { Facts } from './record.ts'

const NOBODY: Lookup = { kind: 'unknown' }

/** The recipient of a message in the register. Nobody there knows a user without a national identity number. */
export function findRecipient(register: Register, { recipient }: Pick<Facts, 'recipient'>): Promise<Lookup> {
  if (recipient.kind === 'person')
    return register.findPerson({ nationalIdentityNumber: recipient.number, useStaleContactInformation: false })
  if (recipient.kind === 'organization') return findOrganization(register, recipient.number)
  return Promise.resolve(NOBODY)
}

const findOrganization = (register: Register, organizationNumber: string): Promise<Lookup> =>
  register.findOrganization({ organizationNumber, resourceId: undefined, resourceAction: undefined })

/** The number of an organisation that is known by its short name. */
export const organizationNumberOf = (codes: ReadonlyMap<string, string>, organization: string): string | undefined =>
  [...codes].find(([, name]) => name === organization)?.[0]

async function findSender(register: Register, facts: Facts, codes: ReadonlyMap<string, string>): Promise<Lookup> {
  const number = organizationNumberOf(codes, facts.organization)
  return facts.messageSender || number === undefined ? NOBODY : findOrganization(register, number)
}

const nameIn = (lookup: Lookup): string | undefined => (lookup.kind === 'found' ? lookup.party.name : undefined)

/**
 * What the keywords of a correspondence become: its sender is `messageSender`, else the organisation's name, else its
 * short name; a recipient nobody knows has no name. `undefined` while the register does not answer and `mayWait`.
 * Seed 004, "Keyword støtte".
 */
export async function lookUpNames(
  register: Register,
  facts: Facts,
  codes: ReadonlyMap<string, string>,
  mayWait: boolean,
): Promise<KeywordValues | undefined> {
  const [sender, recipient] = await Promise.all([findSender(register, facts, codes), findRecipient(register, facts)])
  if (mayWait && (sender.kind === 'unavailable' || recipient.kind === 'unavailable')) return undefined
  return {
    sendersName: facts.messageSender || nameIn(sender) || facts.organization,
    correspondenceRecipientName: nameIn(recipient) ?? '',
  }
}
