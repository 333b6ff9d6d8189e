import { parseNationalIdentityNumber } from '../contact/national-identity-number.ts'
import type { Span } from '../finding.ts'
import { once } from '../once.ts'

export type PersonalDataKind = 'national-identity-number' | 'phone-number' | 'email-address'

export type PersonalData = Span & { readonly kind: PersonalDataKind }

/** Eleven digits, alone or as they are written on paper: six and five. */
const ELEVEN_DIGITS = once(() => /(?<![\p{L}\p{N}])\d{6}[ .-]?\d{5}(?![\p{L}\p{N}])/gu)

/** A Norwegian mobile number with its country code, in the usual groups. */
const WITH_COUNTRY_CODE = once(() => /(?<!\p{N})(?:\+|00)47[ -]?[49]\d(?:[ -]?\d){6}(?!\p{N})/gu)

/**
 * A Norwegian mobile number by itself. Only where nothing but a name or a key is expected: elsewhere it may be a code.
 */
const ALONE = once(() => /(?<![\p{L}\p{N}+-])[49]\d{7}(?![\p{L}\p{N}])/gu)

const EMAIL_ADDRESS = once(() => /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu)

const matches = (text: string, pattern: RegExp, kind: PersonalDataKind): readonly PersonalData[] =>
  Array.from(text.matchAll(pattern), ({ 0: whole, index }) => ({ kind, start: index, end: index + whole.length }))

const nationalIdentityNumbers = (text: string): readonly PersonalData[] =>
  matches(text, ELEVEN_DIGITS(), 'national-identity-number').filter(
    ({ start, end }) => parseNationalIdentityNumber(text.slice(start, end).replaceAll(/\D/g, '')).ok,
  )

const NONE: readonly PersonalData[] = []

/** What every pattern above needs: most texts have neither. */
const SOME_DIGITS = /\d{5}|(?:\+|00)47/

/** Finds personal data in a text that others may read. */
export function findPersonalData(text: string): readonly PersonalData[] {
  if (!SOME_DIGITS.test(text)) return NONE
  return [...nationalIdentityNumbers(text), ...matches(text, WITH_COUNTRY_CODE(), 'phone-number')]
}

const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i

/** The same in a reference or a key, where an e-mail address or a bare number has no other business either. */
export function findPersonalDataInReference(reference: string): readonly PersonalData[] {
  if (UUID.test(reference)) return NONE
  if (!SOME_DIGITS.test(reference) && !reference.includes('@')) return NONE
  const found = [...findPersonalData(reference), ...matches(reference, ALONE(), 'phone-number')]
  return reference.includes('@') ? [...found, ...matches(reference, EMAIL_ADDRESS(), 'email-address')] : found
}
