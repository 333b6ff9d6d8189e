/** @import { Language } from '@straks/shared' */

const LOCALES = /** @type {Readonly<Record<Language, string>>} */ ({ en: 'en-GB', nb: 'nb-NO', nn: 'nn-NO' })

/**
 * A moment as short as it may be told today: its time, with its date if that is another day.
 *
 * @param {string} at ISO 8601
 * @param {Language} language
 * @param {Date} [now]
 * @returns {string}
 */
export function shortTime(at, language, now = new Date()) {
  const moment = new Date(at)
  const today = moment.toDateString() === now.toDateString()
  return new Intl.DateTimeFormat(LOCALES[language], {
    hour: '2-digit',
    minute: '2-digit',
    ...(!today && { day: 'numeric', month: 'short' }),
  }).format(moment)
}

/** @param {string} at @param {Language} language @returns {string} */
export const longTime = (at, language) =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeStyle: 'medium' }).format(new Date(at))

/** @param {string} at @param {Language} language @returns {string} */
export const exactTime = (at, language) =>
  new Intl.DateTimeFormat(LOCALES[language], {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
  }).format(new Date(at))

/**
 * How long after the first moment the second was: `+112 ms`, `+3.0 s`, `+2 min`.
 *
 * @param {string} first
 * @param {string} second
 * @param {Language} language
 * @returns {string}
 */
export function elapsed(first, second, language) {
  const ms = Math.max(0, Date.parse(second) - Date.parse(first))
  const decimal = new Intl.NumberFormat(LOCALES[language], { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  if (ms < 1_000) return `+${ms} ms`
  if (ms < 60_000) return `+${decimal.format(ms / 1_000)} s`
  return `+${Math.round(ms / 60_000)} min`
}
