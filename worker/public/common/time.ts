import type { Language } from '@straks/shared'

/** The locales that numbers and times are written in. */
export const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', nb: 'nb-NO', nn: 'nn-NO' }

/**
 * A moment as short as it may be told today: its time, with its date if that is another day.
 *
 * @param at ISO 8601
 */
export function shortTime(at: string, language: Language, now: Date = new Date()): string {
  const moment = new Date(at)
  const today = moment.toDateString() === now.toDateString()
  return new Intl.DateTimeFormat(LOCALES[language], {
    hour: '2-digit',
    minute: '2-digit',
    ...(!today && { day: 'numeric', month: 'short' }),
  }).format(moment)
}

export const longTime = (at: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeStyle: 'medium' }).format(new Date(at))

/** A time of today, to the second. */
export const clockTime = (at: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], { timeStyle: 'medium' }).format(new Date(at))

export const exactTime = (at: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    fractionalSecondDigits: 3,
  }).format(new Date(at))

/** How long after the first moment the second was: `+112 ms`, `+3.0 s`, `+2 min`. */
export function elapsed(first: string, second: string, language: Language): string {
  const ms = Math.max(0, Date.parse(second) - Date.parse(first))
  const decimal = new Intl.NumberFormat(LOCALES[language], { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  if (ms < 1_000) return `+${ms} ms`
  if (ms < 60_000) return `+${decimal.format(ms / 1_000)} s`
  return `+${Math.round(ms / 60_000)} min`
}
