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

/**
 * A time of a form as JSON would have it. A form's values are converted by .NET's own converters, which take more than
 * its JSON reader does: a client's `time.ToString()` too. What is none of these stays as it is.
 * docs/altinn/correspondence.md §1.2.
 */
export function formTime(member: string, written: string): string {
  if (!TIMES.has(member.toLowerCase())) return written
  const [, date, time, zoneBehind = ''] = WITH_SPACE.exec(written) ?? []
  if (date !== undefined && time !== undefined) return `${date}T${time}${zoneBehind}`
  const [found, month = '', day = '', year = '', hour = '0', minute = '00', second = '00', half, zone = ''] =
    OF_DOTNET.exec(written) ?? []
  if (found === undefined) return written
  return `${year}-${twoDigits(month)}-${twoDigits(day)}T${hourOf(hour, half)}:${minute}:${second}${zone}`
}
