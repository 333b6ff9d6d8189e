/**
 * Whether a number is in one of the countries that calling codes name. A longer code, such as `1876`, names a part of the
 * numbers that a shorter one has.
 *
 * @param number in E.164
 * @param callingCodes digits without `+`
 */
export const isInCountries = (number: string, callingCodes: readonly string[]): boolean =>
  callingCodes.some((code) => number.startsWith(`+${code}`))
