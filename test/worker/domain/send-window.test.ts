import { describe, expect, it } from 'vitest'
import { nextOpening, parseSendWindow, type SendWindow } from '../../../worker/domain/send-window.ts'

function windowOf(text: string, timeZone = 'Europe/Oslo'): SendWindow {
  const window = parseSendWindow(text, timeZone)
  if (!window) throw new Error(`${text} is no window`)
  return window
}

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
    expect(opening('2026-03-29T00:00:00.000Z', windowOf('02:30-05:00'))).toBe('2026-03-29T01:30:00.000Z')
  })

  it('that begins in an hour that comes twice opens the first time', () => {
    expect(opening('2026-10-24T23:00:00.000Z', windowOf('02:30-05:00'))).toBe('2026-10-25T00:30:00.000Z')
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
