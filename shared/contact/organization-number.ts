import { fail, ok, type Result } from '../result.ts'

/** Why a written organisation number cannot be used. */
type OrganizationNumberProblem = 'malformed'

/** An organisation number as its digits, and how it was written. */
type OrganizationNumber = { readonly digits: string; readonly hasPrefix: boolean }

/** The ways to say that what follows is an organisation number. The first URN is the guide's, the second the register's. */
const PREFIX = /^(?:0192:|urn:altinn:organisasjonsnummer:|urn:altinn:organization:identifier-no:)/i

const NINE_DIGITS = /^\d{9}$/

/** Reads an organisation number in any of its spellings. docs/altinn/correspondence.md §2.2. */
export function parseOrganizationNumber(written: string): Result<OrganizationNumber, OrganizationNumberProblem> {
  const digits = written.replace(PREFIX, '')
  return NINE_DIGITS.test(digits) ? ok({ digits, hasPrefix: digits !== written }) : fail('malformed')
}

/** The organisation number that something written with spaces or other signs most likely means. */
export function guessOrganizationNumber(written: string): string | undefined {
  const digits = written.replace(/^.*:/, '').replaceAll(/[\s.\u00a0-]/g, '')
  return NINE_DIGITS.test(digits) ? digits : undefined
}

/** Whether something stands before the digits that says that they are a number of another kind. */
export const hasForeignPrefix = (written: string): boolean => /[^\d\s.\u00a0-]/.test(written.replace(PREFIX, ''))

const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2]

/** Whether the last of nine digits is the check digit of the others (MOD-11). */
export function hasOrganizationCheckDigit(digits: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  const check = (11 - (sum % 11)) % 11
  return check === Number(digits[8])
}
