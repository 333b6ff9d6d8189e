import {
  emailAddressKey,
  guessNationalIdentityNumber,
  guessNorwegianMobile,
  parseEmailAddress,
  parseNationalIdentityNumber,
  parseOrganizationNumber,
  parsePhoneNumber,
} from '@straks/shared'
import type { NamedRecipient } from '../domain/erasure.ts'

/** What links and address books write before a number or an address. */
const SCHEME = /^(?:tel|sms|mailto):/i

/** Marks that cannot be seen, which telephones and chats put around what is copied from them. */
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** An address as mail programs copy it: `Ola Nordmann <ola@example.com>`. */
const IN_ANGLE_BRACKETS = /^[^<>]*<([^<>]+)>$/

/** What invoices write around an organisation number. */
const VAT_MARKS = /^NO|MVA$|\s/gi

const BEGINS_WITH_BRACKET = /^\((\+?\d+)\)/

/** A number as mail programs, address books and logs write it: without the plus sign, or with brackets around its code. */
function readNumber(text: string): string | undefined {
  const written = text.replace(BEGINS_WITH_BRACKET, '$1')
  const asWritten = parsePhoneNumber(written)
  if (asWritten.ok) return asWritten.value
  const norwegian = guessNorwegianMobile(written)
  if (norwegian !== undefined) return norwegian
  const withPlus = parsePhoneNumber(`+${written}`)
  return withPlus.ok ? withPlus.value : undefined
}

/** A number, an address, a national identity number or an organisation number, in any spelling that people may use. */
export function readRecipient(written: string): NamedRecipient {
  const seen = written.replaceAll(UNSEEN, '').trim().replace(IN_ANGLE_BRACKETS, '$1')
  const text = seen.replace(SCHEME, '').trim()
  const person = guessNationalIdentityNumber(text)
  if (person !== undefined && parseNationalIdentityNumber(person).ok) return { value: person, kind: 'person' }
  const organization = parseOrganizationNumber(text.replaceAll(VAT_MARKS, ''))
  if (organization.ok) return { value: organization.value.digits, kind: 'organization' }
  const address = parseEmailAddress(text)
  if (address.ok) return { value: emailAddressKey(address.value), kind: 'email' }
  // Full-width digits and signs are digits and signs.
  const number = readNumber(text.normalize('NFKC'))
  if (number !== undefined) return { value: number, kind: 'phone' }
  // By its check digits no one has it, but it may have been stored.
  if (person !== undefined) return { value: person, kind: 'person' }
  return { value: text.toLowerCase(), kind: 'other' }
}

/** What no name has in it: what stands between several, or in words about one. */
const BETWEEN_NAMES = /[\s,;|]/

/** Too few digits for any number that is stored: one is missing. */
const SHORT_NUMBER = /^\+?\d{1,7}$/

/**
 * Whether what an operator wrote may be one recipient's name. Of two names in one text, and of a number that lacks a digit,
 * nothing would be found, as if nothing were stored of them.
 */
export function mayBeRecipient(written: string): boolean {
  const { value, kind } = readRecipient(written)
  return kind !== 'other' || (value !== '' && !BETWEEN_NAMES.test(value) && !SHORT_NUMBER.test(value))
}

/** A user name's kind, before the name: `urn:altinn:person:idporten-email:`. */
const USER_NAME = /^urn:.*:/

/** The names that a stored one may have been erased by: itself, and an address that a user name has in it. */
export const namesWithin = (stored: string): readonly string[] =>
  USER_NAME.test(stored) ? [stored, stored.replace(USER_NAME, '')] : [stored]
