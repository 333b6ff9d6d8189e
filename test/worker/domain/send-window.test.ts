import { describe, expect, it } from 'vitest'
import { nextOpening, parseSendWindow, type SendWindow } from '../../../worker/domain/send-window.ts'

function windowOf(text: string, timeZone = 'Europe/Oslo'): SendWindow {
  const window = parseSendWindow(text, timeZone)
  if (!window) throw new Error(`${text} is no window`)
  return window
}

const MS_PER_MINUTE = 60_000
const MINUTES_PER_HOUR = 60
const HOURS_AROUND = 25

const DAY = windowOf('09:00-17:00')
const opening = (time: string, window = DAY) => new Date(nextOpening(Date.parse(time), window)).toISOString()

describe('the send window', () => {
  it.each([
    ['before it opens is today, in winter', '2026-01-15T06:30:00.000Z', '2026-01-15T08:00:00.000Z'],
    ['before it opens is today, in summer', '2026-07-15T06:30:00.000Z', '2026-07-15T07:00:00.000Z'],
    ['a millisecond before it opens', '2026-01-15T07:59:59.999Z', '2026-01-15T08:00:00.000Z'],
    ['in the moment it opens is now', '2026-01-15T08:00:00.000Z', '2026-01-15T08:00:00.000Z'],
    ['while it is open is now', '2026-01-15T12:34:56.789Z', '2026-01-15T12:34:56.789Z'],
    ['a millisecond before it closes is now', '2026-01-15T15:59:59.999Z', '2026-01-15T15:59:59.999Z'],
    ['in the moment it closes is tomorrow', '2026-01-15T16:00:00.000Z', '2026-01-16T08:00:00.000Z'],
    ['after it closes is tomorrow', '2026-01-15T22:30:00.000Z', '2026-01-16T08:00:00.000Z'],
    ['just after midnight is the day that has begun', '2026-01-15T23:00:00.000Z', '2026-01-16T08:00:00.000Z'],
    ['on the evening before clocks go forward', '2026-03-28T18:00:00.000Z', '2026-03-29T07:00:00.000Z'],
    ['in the night in which clocks go forward', '2026-03-29T00:59:59.000Z', '2026-03-29T07:00:00.000Z'],
    ['on the evening before clocks go back', '2026-10-24T18:00:00.000Z', '2026-10-25T08:00:00.000Z'],
    ['in the hour that comes twice', '2026-10-25T00:30:00.000Z', '2026-10-25T08:00:00.000Z'],
    ['on the last evening of the year', '2026-12-31T19:00:00.000Z', '2027-01-01T08:00:00.000Z'],
    ['on the day before a leap day', '2028-02-28T20:00:00.000Z', '2028-02-29T08:00:00.000Z'],
    ['on a Saturday is that Saturday', '2026-01-17T05:00:00.000Z', '2026-01-17T08:00:00.000Z'],
  ])('opens next, %s', (_when, time, next) => {
    expect(opening(time)).toBe(next)
  })

  it('that is open at all hours never makes anything wait', () => {
    const always = windowOf('00:00-24:00')
    for (const time of ['2026-03-29T01:00:00.000Z', '2026-10-25T01:00:00.000Z', '2026-12-31T23:00:00.000Z'])
      expect(opening(time, always)).toBe(time)
  })

  it('that begins in an hour that clocks jump over opens when they have jumped', () => {
    expect(opening('2026-03-29T00:00:00.000Z', windowOf('02:30-05:00'))).toBe('2026-03-29T01:00:00.000Z')
  })

  it('that lies in an hour that clocks jump over opens on the day after', () => {
    expect(opening('2026-03-29T00:00:00.000Z', windowOf('02:10-02:50'))).toBe('2026-03-30T00:10:00.000Z')
  })

  it('that closes in an hour that comes twice opens again when it comes again', () => {
    expect(opening('2026-10-25T00:45:00.000Z', windowOf('01:00-02:30'))).toBe('2026-10-25T01:00:00.000Z')
  })

  it('that begins in an hour that comes twice opens the first time', () => {
    expect(opening('2026-10-24T23:00:00.000Z', windowOf('02:30-05:00'))).toBe('2026-10-25T00:30:00.000Z')
  })

  const WINDOWS = [
    '09:00-17:00',
    '02:30-05:00',
    '01:00-02:30',
    '02:10-02:50',
    '00:00-02:00',
    '02:59-03:01',
    '23:30-24:00',
  ]

  it.each(WINDOWS)('%s opens in the first minute in which clocks show it, on the days on which they change', (text) => {
    const window = windowOf(text)
    const [opens = '', closes = ''] = text.split('-')
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Oslo', hour: '2-digit', minute: '2-digit' })
    for (const change of [Date.UTC(2026, 9, 25, 1), Date.UTC(2027, 2, 28, 1)]) {
      const first = change / MS_PER_MINUTE - HOURS_AROUND * MINUTES_PER_HOUR
      const minutes = Array.from({ length: 4 * HOURS_AROUND * MINUTES_PER_HOUR }, (_, index) => first + index)
      const shown = minutes.map((minute) => clock.format(minute * MS_PER_MINUTE))
      let next: number | undefined
      const wrong = minutes.toReversed().flatMap((minute) => {
        const now = shown[minute - first] ?? ''
        if (now >= opens && now < closes) next = minute
        if (next === undefined || minute >= first + 2 * HOURS_AROUND * MINUTES_PER_HOUR) return []
        return nextOpening(minute * MS_PER_MINUTE, window) === next * MS_PER_MINUTE ? [] : [now]
      })
      expect(wrong).toEqual([])
    }
  })

  it.each(['America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'UTC', 'Australia/Lord_Howe'])(
    'keeps the clocks of %s all year',
    (timeZone) => {
      const window = windowOf('09:00-17:00', timeZone)
      const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
      const HOUR_MS = 3_600_000
      for (let ms = Date.UTC(2026, 0, 1); ms < Date.UTC(2027, 0, 2); ms += HOUR_MS) {
        const next = nextOpening(ms, window)
        const shown = clock.format(next)
        expect(shown >= '09:00' && shown < '17:00', `${new Date(ms).toISOString()} ${shown}`).toBe(true)
        expect(next - ms).toBeLessThan(25 * HOUR_MS)
        if (next !== ms) expect(shown).toBe('09:00')
      }
    },
  )

  it.each(['', '9-17', '09:00-09:00', '17:00-09:00', '09:60-17:00', '09:00-24:01', '25:00-26:00', '09:00 17:00'])(
    'is not read from "%s"',
    (text) => {
      expect(parseSendWindow(text, 'Europe/Oslo')).toBeUndefined()
    },
  )

  it('is not read for a place that nobody knows', () => {
    expect(parseSendWindow('09:00-17:00', 'Europe/Atlantis')).toBeUndefined()
  })
})
