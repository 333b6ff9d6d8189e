import { guessNorwegianMobile, parseEmailAddress, parseOrganizationNumber, parsePhoneNumber } from '@straks/shared'
import type { NamedRecipient } from '../domain/erasure.ts'

const PERSON = /^\d{11}$/

/** A number, an address, a national identity number or an organisation number, in any spelling that senders may use. */
export function readRecipient(written: string): NamedRecipient {
  const text = written.trim()
  const digits = text.replaceAll(/\s/g, '')
  if (PERSON.test(digits)) return { value: digits, kind: 'person' }
  const organization = parseOrganizationNumber(text)
  if (organization.ok) return { value: organization.value.digits, kind: 'organization' }
  const address = parseEmailAddress(text)
  if (address.ok) return { value: address.value.toLowerCase(), kind: 'email' }
  const phone = parsePhoneNumber(text)
  const number = phone.ok ? phone.value : guessNorwegianMobile(text)
  return number === undefined ? { value: text.toLowerCase(), kind: 'other' } : { value: number, kind: 'phone' }
}
