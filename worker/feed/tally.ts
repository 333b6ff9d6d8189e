import { QUICK_MS } from '../domain/timing.ts'
import type { MessageFacts } from './message-facts.ts'

/** The upper bounds of the buckets that durations are counted in, in milliseconds; what is longer is in one more. */
export const BUCKETS_MS = [
  5, 10, 20, 30, 50, 75, 100, 150, 200, 300, 500, 750, 1_000, 1_500, 2_000, 3_000, 5_000, 7_500, 10_000, 20_000, 30_000,
  60_000, 120_000, 300_000, 600_000, 3_600_000,
] as const

/** Durations, counted by bucket. */
export type Histogram = { readonly counts: number[]; sumMs: number }

/** What is counted of messages of one kind. */
export type Tally = {
  accepted: number
  sent: number
  delivered: number
  failed: number
  /** Instant messages that ended, and those of them that were delivered within ten seconds. */
  codes: number
  quickCodes: number
  readonly toProvider: Histogram
  readonly toDelivered: Histogram
}

const newHistogram = (): Histogram => ({ counts: Array.from({ length: BUCKETS_MS.length + 1 }, () => 0), sumMs: 0 })

export const newTally = (): Tally => ({
  accepted: 0,
  sent: 0,
  delivered: 0,
  failed: 0,
  codes: 0,
  quickCodes: 0,
  toProvider: newHistogram(),
  toDelivered: newHistogram(),
})

function count(histogram: Histogram, ms: number): void {
  const index = BUCKETS_MS.findIndex((bound) => ms <= bound)
  const bucket = index === -1 ? BUCKETS_MS.length : index
  histogram.counts[bucket] = (histogram.counts[bucket] ?? 0) + 1
  histogram.sumMs += Math.max(0, ms)
}

/** Counts the end of a message. Its acceptance is counted apart: it was in another minute, perhaps. */
export function countEnd(tally: Tally, facts: MessageFacts): void {
  const { acceptedAtMs, askedAtMs, endedAtMs, isDelivered, isInstant, isSent } = facts
  if (isSent) tally.sent++
  if (isDelivered) tally.delivered++
  else tally.failed++
  if (askedAtMs !== undefined) count(tally.toProvider, askedAtMs - acceptedAtMs)
  if (isDelivered) count(tally.toDelivered, endedAtMs - acceptedAtMs)
  if (!isInstant) return
  tally.codes++
  if (isDelivered && endedAtMs - acceptedAtMs <= QUICK_MS) tally.quickCodes++
}

function addHistogram(to: Histogram, from: Histogram): void {
  for (const [index, many] of from.counts.entries()) to.counts[index] = (to.counts[index] ?? 0) + many
  to.sumMs += from.sumMs
}

/** Adds what one tally has counted to another. */
export function addTally(to: Tally, from: Tally): void {
  to.accepted += from.accepted
  to.sent += from.sent
  to.delivered += from.delivered
  to.failed += from.failed
  to.codes += from.codes
  to.quickCodes += from.quickCodes
  addHistogram(to.toProvider, from.toProvider)
  addHistogram(to.toDelivered, from.toDelivered)
}

/**
 * The duration that a share of all stays below: by the bucket that it falls into, and where in it. `null` where nothing
 * was counted.
 */
export function percentile({ counts }: Histogram, share: number): number | null {
  const all = counts.reduce((sum, many) => sum + many, 0)
  if (all === 0) return null
  let below = 0
  for (const [index, many] of counts.entries()) {
    const upper = BUCKETS_MS[index] ?? BUCKETS_MS.at(-1) ?? 0
    const lower = index === 0 ? 0 : (BUCKETS_MS[index - 1] ?? upper)
    if (below + many >= share * all && many > 0)
      return Math.round(lower + (upper - lower) * ((share * all - below) / many))
    below += many
  }
  return BUCKETS_MS.at(-1) ?? null
}
