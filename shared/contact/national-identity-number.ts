import { idnr } from '@navikt/fnrvalidator'
import { fail, ok, type Result } from '../result.ts'

/** Why a written national identity number cannot be used: it is no eleven digits, or no number that anyone can have. */
type NationalIdentityNumberProblem = 'malformed' | 'impossible'

const ELEVEN_DIGITS = /^\d{11}$/

/**
 * Reads a national identity number or D-number, synthetic ones too, by its digits alone.
 * docs/altinn/correspondence.md §2.5.
 */
export function parseNationalIdentityNumber(written: string): Result<string, NationalIdentityNumberProblem> {
  if (!ELEVEN_DIGITS.test(written)) return fail('malformed')
  return idnr(written).status === 'valid' ? ok(written) : fail('impossible')
}

/** The way to say that what follows is a national identity number, as correspondences write it. */
const PERSON_PREFIX = /^urn:altinn:person:identifier-no:/i

/** Reads a national identity number that may be written as a URN. docs/altinn/correspondence.md §2.2. */
export const parsePersonIdentifier = (written: string): Result<string, NationalIdentityNumberProblem> =>
  parseNationalIdentityNumber(written.replace(PERSON_PREFIX, ''))

/** The eleven digits that something written with spaces, a hyphen or a prefix most likely means. */
export function guessNationalIdentityNumber(written: string): string | undefined {
  const digits = written.replace(/^.*:/, '').replaceAll(/[\s.\u00a0-]/g, '')
  return ELEVEN_DIGITS.test(digits) ? digits : undefined
}
