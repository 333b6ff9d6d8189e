import { fail, ok, type Result } from '../result.ts'

/** Why something written is no moment in time: it has no time zone, or is no date and time at all. */
export type MomentProblem = 'no-zone' | 'malformed'

const MOMENT =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,16})?)?(.*)$/
const ZONE = /^(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/

/** Every month has these days. */
const SURELY_IN_CALENDAR = /^.{8}(?:0|1|2[0-8])/

/** Whether a date is in the calendar: its form alone would allow the 31st of every month. */
function isInCalendar(moment: string): boolean {
  if (SURELY_IN_CALENDAR.test(moment)) return true
  const [year = 0, month = 0, day = 0] = moment.slice(0, 10).split('-').map(Number)
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** Reads a date and time with its zone (RFC 3339), in milliseconds since 1970. */
export function parseMoment(written: string): Result<number, MomentProblem> {
  const zone = MOMENT.exec(written)?.[1]
  if (zone === '') return fail('no-zone')
  if (zone === undefined || !ZONE.test(zone) || !isInCalendar(written)) return fail('malformed')
  const atMs = Date.parse(written)
  return Number.isNaN(atMs) ? fail('malformed') : ok(atMs)
}
