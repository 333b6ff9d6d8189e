import type { Suppression } from '../../suppressions/suppression-store.ts'

const toTime = (ms: number): string => new Date(ms).toISOString()

/** A suppression as its organisation sees it. The address is not stored, so it is not shown. */
export const toDocument = ({ id, reason, sinceMs, untilMs }: Suppression) => ({
  id,
  reason,
  since: toTime(sinceMs),
  until: toTime(untilMs),
})
