import { type DayWindow, isAlwaysOpen, MS_PER_DAY, MS_PER_MINUTE, once, parseDayWindow } from '@straks/shared'

/** When in the day something may be sent, every day alike, by the clocks of one place. */
export type SendWindow = DayWindow & { readonly timeZone: string }

const clocks = new Map<string, Intl.DateTimeFormat>()

/** The clock of a place. Made once for each, which takes a thousand times as long as to read it. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  clocks.set(timeZone, clock)
  return clock
}

/** What the clocks of a place show, to the second, as if they were UTC's. Windows open and close on whole minutes. */
function localMs(ms: number, timeZone: string): number {
  const shown: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {}
  for (const { type, value } of clockOf(timeZone).formatToParts(ms)) shown[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown
  return Date.UTC(year, month - 1, day, hour, minute, second)
}

/** The first moment at which the clocks of a place show a time; where they jump over it, the moment after the jump. */
function momentOf(local: number, timeZone: string): number {
  const offsetBefore = localMs(local - MS_PER_DAY, timeZone) - (local - MS_PER_DAY)
  const offsetAfter = localMs(local + MS_PER_DAY, timeZone) - (local + MS_PER_DAY)
  const earlier = local - Math.max(offsetBefore, offsetAfter)
  const later = local - Math.min(offsetBefore, offsetAfter)
  // Clocks that jump forward skip a time: then neither candidate shows it, and the later one is the jump's far side.
  return localMs(earlier, timeZone) === local ? earlier : later
}

const listedTimeZones = once(() => new Set(Intl.supportedValuesOf('timeZone')))

/**
 * Whether a text names a place with clocks. The list has only one name of each place. Any other is tried, which takes ten
 * times as long: a process's first clock reads the tables of all languages.
 */
export function isTimeZone(name: string): boolean {
  if (listedTimeZones().has(name)) return true
  try {
    return clockOf(name) !== undefined
  } catch {
    return false
  }
}

/** Reads a window such as `09:00-17:00`; `undefined` where the text is none or the place is unknown. */
export function parseSendWindow(text: string, timeZone: string): SendWindow | undefined {
  const window = parseDayWindow(text)
  return window && isTimeZone(timeZone) ? { ...window, timeZone } : undefined
}

/**
 * The first moment at or after another at which the window is open: that moment itself, today's opening before it, and
 * tomorrow's after its close. docs/altinn/correspondence.md §4.9.
 */
export function nextOpening(ms: number, window: SendWindow): number {
  if (isAlwaysOpen(window)) return ms
  const { opensAtMinute, closesAtMinute, timeZone } = window
  const local = localMs(ms, timeZone)
  const midnight = Math.floor(local / MS_PER_DAY) * MS_PER_DAY
  const opens = midnight + opensAtMinute * MS_PER_MINUTE
  if (local >= opens && local < midnight + closesAtMinute * MS_PER_MINUTE) return ms
  return momentOf(local < opens ? opens : opens + MS_PER_DAY, timeZone)
}
