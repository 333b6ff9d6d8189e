import { isPaidFor } from './phone-number.ts'

/**
 * Whether a number is in one of the countries that calling codes name. A longer code, such as `1876`, names a part of the
 * numbers that a shorter one has.
 *
 * @param number in E.164
 * @param callingCodes digits without `+`
 */
export const isInCountries = (number: string, callingCodes: readonly string[]): boolean =>
  callingCodes.some((code) => number.startsWith(`+${code}`))

/**
 * Whether SMS may go to a number where only some countries are allowed: it is in one of them, and its owner is not paid
 * for what comes, which is what pumping is done for.
 */
export const isDestination = (number: string, callingCodes: readonly string[]): boolean =>
  isInCountries(number, callingCodes) && !isPaidFor(number)
