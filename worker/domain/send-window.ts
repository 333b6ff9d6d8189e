import {
  type DayWindow,
  isAlwaysOpen,
  MS_PER_DAY,
  MS_PER_MINUTE,
  MS_PER_SECOND,
  once,
  parseDayWindow,
} from '@straks/shared'

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

/** When a window opens and closes on a day, as its clocks show that. */
function boundsOf(local: number, { opensAtMinute, closesAtMinute }: SendWindow) {
  const midnight = Math.floor(local / MS_PER_DAY) * MS_PER_DAY
  return { opens: midnight + opensAtMinute * MS_PER_MINUTE, closes: midnight + closesAtMinute * MS_PER_MINUTE }
}

function isOpenAt(ms: number, window: SendWindow): boolean {
  const local = localMs(ms, window.timeZone)
  const { opens, closes } = boundsOf(local, window)
  return local >= opens && local < closes
}

/** The minute between two moments in which the clocks of a place change; `undefined` where they do not. */
function clockChange(fromMs: number, toMs: number, timeZone: string): number | undefined {
  const offsetAt = (minute: number) => localMs(minute * MS_PER_MINUTE, timeZone) - minute * MS_PER_MINUTE
  let before = Math.floor(fromMs / MS_PER_MINUTE)
  let after = Math.floor(toMs / MS_PER_MINUTE)
  const offset = offsetAt(before)
  if (offsetAt(after) === offset) return undefined
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (offsetAt(middle) === offset) before = middle
    else after = middle
  }
  return after * MS_PER_MINUTE
}

/**
 * The first moment at or after another at which the window is open: that moment itself, today's opening before it, and
 * tomorrow's after its close. docs/altinn/correspondence.md §4.9.
 */
export function nextOpening(ms: number, window: SendWindow): number {
  if (isAlwaysOpen(window) || isOpenAt(ms, window)) return ms
  const local = localMs(ms, window.timeZone)
  const { opens } = boundsOf(local, window)
  const next = Math.floor(ms / MS_PER_SECOND) * MS_PER_SECOND + (local < opens ? opens : opens + MS_PER_DAY) - local
  // Where clocks change before that, they may jump into the window, over it, or back to before it.
  const changed = clockChange(ms, next, window.timeZone)
  return changed === undefined ? next : nextOpening(changed, window)
}
