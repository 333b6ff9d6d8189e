/**
 * How long an address counts that has not been changed or confirmed. docs/altinn/notifications.md §7.3,
 * eForvaltningsforskriften § 32.
 */
const FRESH_MONTHS = 18

/** The contact register writes some offsets as hours alone (`+02`), which no parser of dates takes. */
const toMs = (written: string): number => Date.parse(written.replace(/([+-]\d{2})$/, '$1:00'))

/** The same day of the month so many months before; the month's last day where it has no such day. */
function monthsBefore(months: number, nowMs: number): number {
  const date = new Date(nowMs)
  const day = date.getUTCDate()
  date.setUTCMonth(date.getUTCMonth() - months)
  if (date.getUTCDate() !== day) date.setUTCDate(0)
  return date.getTime()
}

/**
 * Whether an address is fresh: changed or confirmed, whichever was later, within 18 months. One without either date is
 * not, as with Altinn.
 */
export function isFresh(dates: readonly (string | null | undefined)[], nowMs: number): boolean {
  const since = monthsBefore(FRESH_MONTHS, nowMs)
  return dates.some((written) => typeof written === 'string' && toMs(written) >= since)
}
