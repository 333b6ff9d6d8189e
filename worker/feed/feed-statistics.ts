import type { FeedStore } from './feed-store.ts'
import {
  bySteps,
  MinuteCounts,
  type MinuteTally,
  MOST_MINUTES,
  type Steps,
  TotalCounts,
  type Totals,
} from './statistics.ts'

const TOTALS = 'totals'

/** Entries that are counted in one go: some milliseconds, after which appends and reads are let in. */
const STEP_ENTRIES = 2_000

/** Entries that are counted anew by the minute after a restart; what came before is in the totals only. */
const MOST_RECOUNTED = 100_000

/** Counted since the totals were stored, before they are stored again. */
const STORED_EVERY = 5_000

/** What a feed has counted: since ever, and by the minute. */
export type FeedCounts = { readonly totals: Totals; readonly minutes: readonly MinuteTally[] }

/**
 * Counts a feed's entries when it is asked to, and not when they come: a message costs nothing by this but the few
 * characters that its row has more.
 */
export class FeedStatistics {
  readonly #storage: DurableObjectStorage
  readonly #store: FeedStore
  #totals: TotalCounts | undefined
  #minutes: MinuteCounts | undefined
  #storedUpTo = 0

  constructor(storage: DurableObjectStorage, store: FeedStore) {
    this.#storage = storage
    this.#store = store
  }

  /** What there is since ever, and by steps: a day of a thousand feeds, by the minute, is more than who asks can hold. */
  async counts(steps: Steps): Promise<FeedCounts> {
    const totals = await this.#countTotals()
    const minutes = await this.#countMinutes()
    const nowMs = Date.now()
    const earliestMs = nowMs - MOST_MINUTES * 60_000
    const recent = minutes.since(Math.max(steps.fromMs, earliestMs), nowMs)
    return { totals: totals.totals, minutes: bySteps(recent, steps) }
  }

  /** Counts what is not counted yet: to be done before entries are erased. */
  async catchUp(): Promise<void> {
    this.#keep(await this.#countTotals())
  }

  async #countTotals(): Promise<TotalCounts> {
    this.#totals ??= new TotalCounts(this.#storage.kv.get<Totals>(TOTALS))
    const totals = this.#totals
    await this.#countAll(totals)
    if (totals.upTo - this.#storedUpTo >= STORED_EVERY) this.#keep(totals)
    return totals
  }

  async #countMinutes(): Promise<MinuteCounts> {
    this.#minutes ??= new MinuteCounts(Math.max(0, this.#store.latest() - MOST_RECOUNTED))
    const minutes = this.#minutes
    await this.#countAll(minutes)
    return minutes
  }

  async #countAll(counts: TotalCounts | MinuteCounts): Promise<void> {
    for (;;) {
      const entries = this.#store.countedAfter(counts.upTo, STEP_ENTRIES)
      counts.add(entries)
      if (entries.length < STEP_ENTRIES) return
      await scheduler.wait(0)
    }
  }

  #keep(totals: TotalCounts): void {
    if (totals.upTo === this.#storedUpTo) return
    this.#storage.kv.put(TOTALS, totals.totals)
    this.#storedUpTo = totals.upTo
  }
}
