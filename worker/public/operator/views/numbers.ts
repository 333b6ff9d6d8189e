import { type Language, MS_PER_SECOND, SECONDS_PER_HOUR, SECONDS_PER_MINUTE } from '@straks/shared'
import { LOCALES } from '../../common/time.ts'

/** A count, or a rate with one decimal at most. */
export const number = (value: number, language: Language): string =>
  new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 1 }).format(value)

/** A share from 0 to 1. A share below 1 is never shown as all. */
export function percent(share: number, language: Language): string {
  const format = { style: 'percent', maximumFractionDigits: 1, roundingMode: 'floor' } as const
  return new Intl.NumberFormat(LOCALES[language], format).format(share)
}

/** A span of time in the unit that suits it: `120 ms`, `1.5 s`, `12 min`, `3 h`. */
export function duration(ms: number, language: Language): string {
  const seconds = ms / MS_PER_SECOND
  if (seconds < 1) return `${number(Math.round(ms), language)}\u00a0ms`
  if (seconds < SECONDS_PER_MINUTE) return `${number(seconds, language)}\u00a0s`
  if (seconds < SECONDS_PER_HOUR) return `${number(seconds / SECONDS_PER_MINUTE, language)}\u00a0min`
  return `${number(seconds / SECONDS_PER_HOUR, language)}\u00a0${language === 'en' ? 'h' : 't'}`
}
