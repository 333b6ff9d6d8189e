import { parsePhoneNumberFromString } from 'libphonenumber-js/core'
import { numberingPlans } from '#numbering-plans'
import { fail, ok, type Result } from '../result.ts'

/** Why a written telephone number cannot be dialled. */
export type PhoneNumberProblem = 'no-country-code' | 'several' | 'malformed' | 'impossible'

const WRITTEN_NUMBER = /^(?:\+|00)\d[\d\s().-]*$/
const SEVERAL = /[,;/|]|\s(?:og|and|eller|or)\s/i
const ONLY_DIGITS = /^\d[\d\s().-]*$/

/** Series that are Norwegian mobiles throughout: most numbers by far, told without the library, as a test sees to. */
const SURELY_NORWEGIAN = /^(?:\+|00)47((?:4[01678]|9\d)\d{6})$/

/**
 * Reads a telephone number with its country code (`+` or `00` first, spaces between digits and at the end allowed) and
 * gives it in E.164 form.
 *
 * The table of valid and invalid numbers is `spec/notifications.md` 3.5.
 */
export function parsePhoneNumber(written: string): Result<string, PhoneNumberProblem> {
  const norwegian = SURELY_NORWEGIAN.exec(written)?.[1]
  if (norwegian !== undefined) return ok(`+47${norwegian}`)
  if (SEVERAL.test(written)) return fail('several')
  if (!WRITTEN_NUMBER.test(written)) return fail(ONLY_DIGITS.test(written) ? 'no-country-code' : 'malformed')
  const international = written.startsWith('00') ? `+${written.slice(2)}` : written
  const parsed = parsePhoneNumberFromString(international, { extract: false }, numberingPlans())
  if (!parsed?.isValid() || parsed.ext) return fail('impossible')
  return ok(parsed.number)
}

const NORWEGIAN_MOBILE = /^[49]\d{7}$/

/** The E.164 form that a Norwegian mobile number without country code stands for, if it is one. Seed 004. */
export function guessNorwegianMobile(written: string): string | undefined {
  const digits = written.replaceAll(/[\s().-]/g, '')
  if (!NORWEGIAN_MOBILE.test(digits)) return undefined
  const parsed = parsePhoneNumber(`+47${digits}`)
  return parsed.ok ? parsed.value : undefined
}
