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
 * The table of valid and invalid numbers is docs/altinn/notifications.md §3.5.
 */
export function parsePhoneNumber(written: string): Result<string, PhoneNumberProblem> {
  const norwegian = SURELY_NORWEGIAN.exec(written)?.[1]
  if (norwegian !== undefined) return ok(`+47${norwegian}`)
  if (SEVERAL.test(written)) return fail('several')
  if (!WRITTEN_NUMBER.test(written)) return fail(ONLY_DIGITS.test(written) ? 'no-country-code' : 'malformed')
  const parsed = lookUp(written)
  if (!parsed?.isValid() || parsed.ext) return fail('impossible')
  return ok(parsed.number)
}

/** A number in its country's numbering plan. */
const lookUp = (written: string): ReturnType<typeof parsePhoneNumberFromString> =>
  parsePhoneNumberFromString(written.replace(/^00/, '+'), { extract: false }, numberingPlans())

/** Numbers that lead to no mobile telephone, by the names of libphonenumber. */
const WITHOUT_SMS = new Set(['FIXED_LINE', 'TOLL_FREE', 'PREMIUM_RATE', 'SHARED_COST', 'UAN', 'VOICEMAIL', 'PAGER'])

/**
 * Whether an SMS to a number can be received: false for fixed lines and service numbers. True where the numbering plan
 * does not tell, and for what is not a number.
 */
export function takesSms(written: string): boolean {
  if (SURELY_NORWEGIAN.test(written) || !WRITTEN_NUMBER.test(written)) return true
  const parsed = lookUp(written)
  const type = parsed?.isValid() ? parsed.getType() : undefined
  return type === undefined || !WITHOUT_SMS.has(type)
}

/** Numbers whose owner is paid by those who call or write. */
const PAID_FOR = new Set(['PREMIUM_RATE', 'SHARED_COST'])

/** Whether a number, in E.164, is one that its owner is paid for. */
export function isPaidFor(number: string): boolean {
  if (SURELY_NORWEGIAN.test(number)) return false
  const type = lookUp(number)?.getType()
  return type !== undefined && PAID_FOR.has(type)
}

const NORWEGIAN_MOBILE = /^[49]\d{7}$/

/**
 * The E.164 form that a Norwegian mobile number without country code stands for, if it is one.
 * docs/altinn/correspondence.md §2.6.
 */
export function guessNorwegianMobile(written: string): string | undefined {
  const digits = written.replaceAll(/[\s().-]/g, '')
  if (!NORWEGIAN_MOBILE.test(digits)) return undefined
  const parsed = parsePhoneNumber(`+47${digits}`)
  return parsed.ok ? parsed.value : undefined
}
