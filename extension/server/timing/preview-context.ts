import { isAlwaysOpen, type Language, limits, type Medium, parseDayWindow, say } from '@straks/shared'
import type { EditorSettings } from '../../settings.ts'
import { TIMING_WORDS } from '../words.ts'

/** Who asks when something is sent, and at which moment. */
export type PreviewContext = {
  readonly language: Language
  readonly environment: EditorSettings['environment']
  /** When the service sends what waits for the day. */
  readonly windows: Readonly<Record<Medium, string>>
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

const DEFAULT_WINDOWS: PreviewContext['windows'] = { sms: limits.SMS_WINDOW, email: limits.EMAIL_WINDOW }

const WINDOW_WORDS = { sms: TIMING_WORDS.smsHours, email: TIMING_WORDS.emailHours }

type ServiceWindows = { readonly smsWindow?: string | undefined; readonly emailWindow?: string | undefined }

/** What settings say of the windows; what they leave out is as it is without any. */
export const windowsOf = ({ smsWindow, emailWindow }: ServiceWindows): PreviewContext['windows'] => ({
  sms: smsWindow ?? DEFAULT_WINDOWS.sms,
  email: emailWindow ?? DEFAULT_WINDOWS.email,
})

/** The hours of a message that waits for the day; `undefined` where every hour is one of them. */
export function hoursOf(medium: Medium, { language, windows }: PreviewContext): string | undefined {
  const text = windows[medium]
  const window = parseDayWindow(text)
  if (!window || isAlwaysOpen(window)) return undefined
  const hours = say(WINDOW_WORDS[medium], language, { hours: text.trim().replace('-', '–') })
  return text === DEFAULT_WINDOWS[medium] ? say(TIMING_WORDS.byDefault, language, { hours }) : hours
}

/** A caption's parts as one line. What has nothing to say is left out. */
export const joinParts = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' · ')
