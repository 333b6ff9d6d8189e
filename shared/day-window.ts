import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from './durations.ts'

/** When in the day something may be sent, by some clock. */
export type DayWindow = {
  readonly opensAtMinute: number
  /** The minute of the day from which on nothing may be sent. */
  readonly closesAtMinute: number
}

const WINDOW = /^([01]\d|2[0-4]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/

/**
 * Reads a window such as `09:00-17:00`; `undefined` where the text is none. It lies within one day: a night would be two
 * windows, which is not supported.
 */
export function parseDayWindow(text: string): DayWindow | undefined {
  const [, ...written] = WINDOW.exec(text.trim()) ?? []
  const [opensHour = 0, opensMinute = 0, closesHour = 0, closesMinute = 0] = written.map(Number)
  const opensAtMinute = opensHour * MINUTES_PER_HOUR + opensMinute
  const closesAtMinute = closesHour * MINUTES_PER_HOUR + closesMinute
  if (written.length === 0 || opensAtMinute >= closesAtMinute || closesAtMinute > MINUTES_PER_DAY) return undefined
  return { opensAtMinute, closesAtMinute }
}

/** Whether a window never closes. */
export const isAlwaysOpen = ({ opensAtMinute, closesAtMinute }: DayWindow): boolean =>
  opensAtMinute === 0 && closesAtMinute === MINUTES_PER_DAY
