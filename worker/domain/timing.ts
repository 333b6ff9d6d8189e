import { MS_PER_DAY, MS_PER_SECOND } from '@straks/shared'
import type { Timing } from './delivery.ts'

/** How long a provider may take to answer. Longer than the slowest simulated one (3 s), shorter than a client waits. */
export const PROVIDER_TIMEOUT_MS = 8_000

/** A one-time code that arrives later has missed its moment: the public measure of GOV.UK Notify. */
export const QUICK_MS = 10_000

/** How much of a lease is left for the report of what came of the attempt. */
export const REPORT_MS = 2_000

const LEASE_MS = PROVIDER_TIMEOUT_MS + REPORT_MS

/** A queue hands a message over within milliseconds; one that has not come after this long is lost. */
const RESCUE_MS = 10_000

/** A second look at the queue's room each second: soon enough for a code, seldom enough for a flood. */
const DEFER_MS = 1_000

/** Over how long the ledgers that have something to erase each hour are spread. */
const ERASURES_SPREAD_MS = 300_000

/**
 * A ledger's durations: those that are set, and those that follow from how the service works.
 *
 * @param chance from 0 up to 1, of the ledger's own
 */
export const timingOf = (
  settings: {
    receiptGraceSeconds: number
    retentionDays: number
    windows: Timing['windows']
  },
  chance: number,
): Timing => ({
  leaseMs: LEASE_MS,
  rescueMs: RESCUE_MS,
  deferMs: DEFER_MS,
  graceMs: settings.receiptGraceSeconds * MS_PER_SECOND,
  retentionMs: settings.retentionDays * MS_PER_DAY,
  erasureDelayMs: chance * ERASURES_SPREAD_MS,
  windows: settings.windows,
})
