const TALKS_OF_A_CODE = /\b(\w*code|\w*kode\w*|otp|pin\w*|passord\w*|password)\b/i

/** Four to eight digits that are no part of a longer number, a date, an amount or a clock time. */
const CODE = /(?<![\d.,:/+-])\d{4,8}(?![\d/:-]|[.,]\d)/

/** The one-time code in a text, if the text says that it has one. */
export const oneTimeCode = (text: string): string | undefined =>
  TALKS_OF_A_CODE.test(text) ? CODE.exec(text)?.[0] : undefined
