import { type Language, limits, say } from '@straks/shared'
import type { Settings } from '../../settings.ts'
import { TIMING_WORDS } from '../words.ts'

/** Who asks when something is sent, and at which moment. */
export type Occasion = {
  readonly language: Language
  readonly environment: Settings['environment']
  /** Milliseconds since 1970. */
  readonly time: number
}

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', nb: 'nb-NO', nn: 'nn-NO' }

/** A moment as people in Norway write it, whatever clock the editor's machine has. */
export const writeMoment = (milliseconds: number, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: limits.SMS_TIME_ZONE,
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(milliseconds)

const writeHour = (hour: number): string => `${String(hour).padStart(2, '0')}:00`

/** The hours of an SMS that waits for the day. */
export const smsHours = (language: Language): string =>
  say(TIMING_WORDS.smsHours, language, {
    from: writeHour(limits.SMS_HOURS.from),
    until: writeHour(limits.SMS_HOURS.until),
  })

/** A caption's parts as one line. What has nothing to say is left out. */
export const joinParts = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' · ')
