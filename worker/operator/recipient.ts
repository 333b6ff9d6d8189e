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
  const text = written.trim().replace(SCHEME, '').trim()
  const person = guessNationalIdentityNumber(text)
  if (person !== undefined && parseNationalIdentityNumber(person).ok) return { value: person, kind: 'person' }
  const organization = parseOrganizationNumber(text.replaceAll(/\s/g, ''))
  if (organization.ok) return { value: organization.value.digits, kind: 'organization' }
  const address = parseEmailAddress(text)
  if (address.ok) return { value: emailAddressKey(address.value), kind: 'email' }
  const number = readNumber(text)
  if (number !== undefined) return { value: number, kind: 'phone' }
  // By its check digits no one has it, but it may have been stored.
  if (person !== undefined) return { value: person, kind: 'person' }
  return { value: text.toLowerCase(), kind: 'other' }
}

/** A user name's kind, before the name: `urn:altinn:person:idporten-email:`. */
const USER_NAME = /^urn:.*:/

/** The names that a stored one may have been erased by: itself, and an address that a user name has in it. */
export const namesWithin = (stored: string): readonly string[] =>
  USER_NAME.test(stored) ? [stored, stored.replace(USER_NAME, '')] : [stored]
