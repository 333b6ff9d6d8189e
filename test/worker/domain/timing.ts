import type { Timing } from '../../../worker/domain/delivery.ts'

/** A window that never closes. */
export const ALWAYS = { opensAtMinute: 0, closesAtMinute: 1_440, timeZone: 'Europe/Oslo' }

/** Durations that are easily told apart. */
export const TIMING: Timing = {
  leaseMs: 10_000,
  rescueMs: 10_000,
  deferMs: 1_000,
  graceMs: 30_000,
  retentionMs: 1_000_000,
  erasureDelayMs: 0,
  windows: { sms: ALWAYS, email: ALWAYS },
}
