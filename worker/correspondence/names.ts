import { table } from '@straks/shared'
import type { KeywordValues } from '@straks/shared/text'
import { bareResource } from '../domain/bare-resource.ts'
import type { Lookup, Register, ResourceLookup } from '../registers/register.ts'
import { usesResourceName } from './notification-plan.ts'
import type { Facts, StoredCorrespondence } from './record.ts'

const UNKNOWN: Lookup = { kind: 'unknown' }

/** The recipient of a message in the register, which has no users without a national identity number. */
export function findRecipient(register: Register, { recipient }: Pick<Facts, 'recipient'>): Promise<Lookup> {
  if (recipient.kind === 'person')
    return register.findPerson({ nationalIdentityNumber: recipient.number, useStaleContactInformation: false })
  if (recipient.kind === 'organization') return findOrganization(register, recipient.number)
  return Promise.resolve(UNKNOWN)
}

const findOrganization = (register: Register, organizationNumber: string): Promise<Lookup> =>
  register.findOrganization({ organizationNumber, resourceId: undefined, resourceAction: undefined })

/** The number of an organisation that is known by its short name. */
export const organizationNumberOf = (codes: ReadonlyMap<string, string>, organization: string): string | undefined =>
  [...codes].find(([, name]) => name === organization)?.[0]

async function findSender(register: Register, { messageSender, senderNumber }: Facts): Promise<Lookup> {
  return messageSender || senderNumber === undefined ? UNKNOWN : findOrganization(register, senderNumber)
}

/** The name that a look-up found. */
export const nameIn = (lookup: Lookup): string | undefined => (lookup.kind === 'found' ? lookup.party.name : undefined)

const LANGUAGES = table<'nb' | 'nn' | 'en'>({ nb: 'nb', nn: 'nn', en: 'en' })

/** The name of the resource that a message belongs to, in the message's language, where a text asks for it. */
async function findResource(
  register: Register,
  { facts, message, notification }: StoredCorrespondence,
): Promise<ResourceLookup> {
  if (!notification || !usesResourceName(notification, message?.title)) return { kind: 'unknown' }
  const language = LANGUAGES.get(message?.language ?? '') ?? 'nb'
  return register.findResource({ resourceId: bareResource(facts.resourceId), language })
}

/** What the register says of the names in a correspondence, and whether all of it answered. */
async function askForNames(register: Register, stored: StoredCorrespondence) {
  const { facts, message } = stored
  const [sender, recipient, resource] = await Promise.all([
    findSender(register, facts),
    findRecipient(register, facts),
    findResource(register, stored),
  ])
  const names: KeywordValues = {
    sendersName: facts.messageSender || nameIn(sender) || facts.organization,
    correspondenceRecipientName: nameIn(recipient) ?? '',
    messageTitle: message?.title ?? '',
    resourceName: resource.kind === 'found' ? resource.name : '',
  }
  return { names, isComplete: [sender, recipient, resource].every(({ kind }) => kind !== 'unavailable') }
}

/**
 * What the keywords of a correspondence become: its sender is `messageSender`, else the organisation's name, else its
 * short name; an unknown recipient has no name, nor has an unknown resource. `undefined` while the register does not
 * answer. docs/altinn/correspondence.md §2.7.
 */
export async function findNames(register: Register, stored: StoredCorrespondence): Promise<KeywordValues | undefined> {
  const { names, isComplete } = await askForNames(register, stored)
  return isComplete ? names : undefined
}

/** The same, with the names that the register does not tell left out. */
export const findKnownNames = async (register: Register, stored: StoredCorrespondence): Promise<KeywordValues> =>
  (await askForNames(register, stored)).names

/**
 * Whether the recipient has declined to be written to. A register that does not answer refuses nothing: it is asked again
 * before sending.
 */
export async function isReserved(
  register: Register,
  facts: Pick<Facts, 'recipient' | 'ignoreReservation'>,
): Promise<boolean> {
  if (facts.recipient.kind !== 'person' || facts.ignoreReservation) return false
  const lookup = await findRecipient(register, facts)
  return lookup.kind === 'found' && lookup.party.reserved
}
