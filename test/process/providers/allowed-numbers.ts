/** A setting `SMS_ALLOW_LIST` with the numbers that a test uses from one on, so that the provider really gets their SMS. */
export const numbersAfter = (first: number, count = 100): string =>
  Array.from({ length: count }, (_, index) => `+47${first + index}`).join(',')
