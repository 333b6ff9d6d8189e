/** Members that a form writes as times, by their names in lower case. */
const TIMES: ReadonlySet<string> = new Set([
  'requestedpublishtime',
  'duedatetime',
  'allowsystemdeleteafter',
  'requestedsendtime',
  'expirationtime',
])

/** `12/31/2026 18:00:00 +01:00`, `12/31/2026 6:00:00 PM`: times as .NET writes them where a client does not say how. */
const OF_DOTNET =
  /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:\s(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d{1,7})?))?(?:\s([AP])M)?)?(?:\s([+-]\d{2}:\d{2}))?$/i

/** `2026-12-31 18:00:00+01:00`: with a space for the `T`, and perhaps one before the zone. */
const WITH_SPACE = /^(\d{4}-\d{2}-\d{2})\s(\d{2}:\d{2}\S*)(?:\s(\S+))?$/

const HALF_DAY_HOURS = 12

const twoDigits = (written: string): string => written.padStart(2, '0')

/** The hour of the day, by a clock of twelve hours where half of the day is told. */
function hourOf(written: string, half: string | undefined): string {
  if (half === undefined) return twoDigits(written)
  const hour = Number(written) % HALF_DAY_HOURS
  return twoDigits(String(half.toUpperCase() === 'P' ? hour + HALF_DAY_HOURS : hour))
}

/** `Thu, 31 Dec 2026 17:00:00 GMT`: as headers of HTTP and of mail write times. */
const OF_HEADERS = /^[a-z]{3}, \d{2} [a-z]{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/i

/**
 * A time that .NET's own converters read, as JSON would have it: they take more than its JSON reader does, a client's
 * `time.ToString()` too, and look past spaces around it. What is none of these stays as it is.
 */
export function dotnetTime(text: string): string {
  const written = text.trim()
  if (OF_HEADERS.test(written)) {
    const atMs = Date.parse(written)
    return Number.isNaN(atMs) ? written : new Date(atMs).toISOString()
  }
  const [, date, time, zoneBehind = ''] = WITH_SPACE.exec(written) ?? []
  if (date !== undefined && time !== undefined) return `${date}T${time}${zoneBehind}`
  const [found, month = '', day = '', year = '', hour = '0', minute = '00', second = '00', half, zone = ''] =
    OF_DOTNET.exec(written) ?? []
  if (found === undefined) return written
  return `${year}-${twoDigits(month)}-${twoDigits(day)}T${hourOf(hour, half)}:${minute}:${second}${zone}`
}

/** A value of a form, a time as JSON would have it. docs/altinn/correspondence.md §1.2. */
export const formTime = (member: string, written: string): string =>
  TIMES.has(member.toLowerCase()) ? dotnetTime(written) : written
