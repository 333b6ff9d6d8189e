import { fail, ok, type Result } from '../result.ts'

/** Why a text is not a moment: it has no time zone, or is not a date and time at all. */
export type MomentProblem = 'no-zone' | 'malformed'

const MOMENT =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,16})?)?(.*))?$/

/** Zones as .NET reads them: the hours of an offset may stand alone, and none is further from UTC than 14 hours. */
const ZONE = /^(?:Z|[+-](?:(?:0\d|1[0-3])(?::[0-5]\d)?|14(?::00)?))$/

const HOURS_ONLY = /[+-]\d\d$/

/** The first and the last moment that .NET has, and that a year of four digits can say, in milliseconds since 1970. */
const CALENDAR_MS = { first: -62_135_596_800_000, last: 253_402_300_799_999 } as const

/** A moment, or the last one before the year 10000, where what was counted on from it lies beyond. */
export const upToLastMoment = (atMs: number): number => Math.min(atMs, CALENDAR_MS.last)

/** Every month has so many days. */
const DAYS_MIN = 28

/** Whether a date is in the calendar: its form alone would allow the 31st of every month. */
function isInCalendar(moment: string): boolean {
  const day = Number(moment.slice(8, 10))
  if (day <= DAYS_MIN) return true
  const [year = 0, month = 0] = moment.slice(0, 7).split('-').map(Number)
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/**
 * Reads a date and time with its zone (RFC 3339, and offsets of hours alone), in milliseconds since 1970. A date alone
 * has no zone either.
 */
export function parseMoment(written: string): Result<number, MomentProblem> {
  const found = MOMENT.exec(written)
  if (!found || !isInCalendar(written)) return fail('malformed')
  const [, zone = ''] = found
  if (zone === '') return fail('no-zone')
  if (zone !== 'Z' && !ZONE.test(zone)) return fail('malformed')
  const atMs = Date.parse(zone !== 'Z' && HOURS_ONLY.test(zone) ? `${written}:00` : written)
  return atMs >= CALENDAR_MS.first && atMs <= CALENDAR_MS.last ? ok(atMs) : fail('malformed')
}

const DATE = /^\d{4}-\d{2}-\d{2}$/

/** A time as it is understood where a zone may be left out. */
type AssumedMoment = { readonly atMs: number; readonly isAssumed: boolean }

/**
 * Reads a time of a correspondence, in milliseconds since 1970. One without a zone is in UTC, which Altinn's server runs
 * in, and a date alone is its midnight. docs/altinn/correspondence.md §1.1.
 */
export function parseMomentInUtc(written: string): Result<AssumedMoment, 'malformed'> {
  const moment = parseMoment(written)
  if (moment.ok) return ok({ atMs: moment.value, isAssumed: false })
  if (moment.failure === 'malformed') return fail('malformed')
  const assumed = parseMoment(DATE.test(written) ? `${written}T00:00:00Z` : `${written}Z`)
  return assumed.ok ? ok({ atMs: assumed.value, isAssumed: true }) : fail('malformed')
}
