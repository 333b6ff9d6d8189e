import { once } from '../once.ts'

/** A one-time code in a text: its characters without the spaces or hyphens that group them. */
type OneTimeCode = { readonly code: string; readonly start: number; readonly end: number }

/** Words that announce a one-time code, in bokmål, nynorsk and English. */
const ABOUT_A_CODE = /kode|code|engang|eingong|passord|password|one-time|verif|\botp\b|\bpin\b/i

/** Quick to look for, and missing from most texts. */
const FOUR_DIGITS = /\d[ -]?\d[ -]?\d[ -]?\d/

/** Four to ten digits in a row, or grouped by a space or a hyphen; also with a letter and a hyphen first. */
const CODE = once(() => /(?<![\p{L}\p{N}+./:-])(?:[A-Z]-)?\d(?:[ -]?\d){3,9}(?![\p{N}%]|[./:,-]\d)/gu)

const YEAR = /^(?:19|20)\d\d$/

/** The unit behind a number makes it an amount, a time or a date. */
const UNIT_AFTER =
  /^\s?(?:kr|kroner|nok|kl\b|sekund|minutt|tim(?:e|er|ar|en)\b|dag|døgn|second|minute|hour|day|jan|feb|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|des|dec)/i

/** The word before a number makes it something other than a code. */
const LABEL_BEFORE = /(?:tlf|tel|telefon|mobil|phone|ring|call|kr|nok|saksnr|sak|ref|org\.?\s?nr|postnr)\.?:?\s*$/i

const compact = (written: string): string => written.replaceAll(/[ -]/g, '')

/**
 * The one-time code that a text gives its reader, if it gives one: the group of digits nearest after the word for a
 * code, else the first one.
 */
export function findOneTimeCode(text: string): OneTimeCode | undefined {
  const word = FOUR_DIGITS.test(text) ? ABOUT_A_CODE.exec(text) : null
  if (!word) return undefined
  const candidates = Array.from(text.matchAll(CODE()), ({ 0: written, index }) => ({
    code: compact(written),
    start: index,
    end: index + written.length,
  })).filter(
    ({ start, end }) =>
      !UNIT_AFTER.test(text.slice(end, end + 12)) && !LABEL_BEFORE.test(text.slice(Math.max(0, start - 16), start)),
  )
  const likely = candidates.filter(({ code }) => !YEAR.test(code))
  const pool = likely.length > 0 ? likely : candidates
  return pool.find(({ start }) => start > word.index) ?? pool[0]
}
