import { DurableObject } from 'cloudflare:workers'
import { parseConfig } from '../config.ts'
import { GroupCommit } from '../durable-objects/group-commit.ts'
import { logError } from '../log/log.ts'
import type { FeedEntry, FeedPage } from './feed-entry.ts'
import { readFeedQuery } from './feed-query.ts'
import { FeedStore } from './feed-store.ts'

const MS_PER_DAY = 86_400_000

/** How often the broom comes round where entries grow old one after the other. */
const SWEEP_PAUSE_MS = 3_600_000

/** Entries that one sweep erases: some tens of milliseconds, in which nobody can append or read. */
const SWEEP_BATCH = 2_000

/** The pause between two sweeps of what is due at once. Several times as much is erased as any feed takes in. */
const NEXT_BATCH_PAUSE_MS = 250

/** How soon a sweep that failed is tried again. */
const FAILED_SWEEP_PAUSE_MS = 60_000

/**
 * The feed of one organisation: every shipment that became final, once, under strictly increasing numbers without a gap.
 *
 * Its numbers are given in one place, one commit after the other, so a reader who has seen a number has seen all before
 * it. Sixteen ledgers bring what became final in batches; batches that come together share a commit.
 */
export class StatusFeed extends DurableObject<Env> {
  readonly #store: FeedStore
  readonly #commits: GroupCommit
  readonly #retentionMs: number
  #hasAlarm = false

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#store = new FeedStore(ctx.storage.sql)
    this.#commits = new GroupCommit(ctx.storage)
    this.#retentionMs = parseConfig(env).retentionDays * MS_PER_DAY
    void ctx.blockConcurrencyWhile(async () => {
      this.#hasAlarm = (await ctx.storage.getAlarm()) !== null
    })
  }

  /** Takes in what has become final. Resolves when it is stored for good; a shipment that is there already stays as it is. */
  async append(entries: readonly FeedEntry[]): Promise<void> {
    if (entries.length === 0) return
    // Before the entries: an alarm without them does nothing, but without an alarm they would stay for ever.
    if (!this.#hasAlarm) await this.#ringAt(Math.min(...entries.map(({ atMs }) => atMs)) + this.#retentionMs)
    this.#store.prepare()
    await this.#commits.run(() => this.#store.append(entries))
  }

  /** The text of a JSON array of entries. A feed that is unknown has none, and nothing is written for it. */
  read(page: FeedPage): string {
    return this.#store.read(page)
  }

  /**
   * The same as an answer that a client can be given: `?seq&pageSize&orderBy` as the route takes them. Its body passes
   * the caller by without being copied into it, which a text returned by a method would be.
   */
  override fetch(request: Request): Response {
    const page = readFeedQuery(new URL(request.url).searchParams)
    if (!page.ok) throw new TypeError('A feed is asked for pages only with a query that was judged')
    return new Response(this.read(page.value), { headers: { 'content-type': 'application/json; charset=utf-8' } })
  }

  /** Erases what has grown old. Never throws: the platform gives up on an alarm that fails often enough. */
  override async alarm(): Promise<void> {
    this.#hasAlarm = false
    try {
      const nowMs = Date.now()
      const erased = this.ctx.storage.transactionSync(() =>
        this.#store.eraseOldest(nowMs - this.#retentionMs, SWEEP_BATCH),
      )
      const oldestMs = this.#store.oldestMs()
      if (oldestMs === undefined) return
      const soonestMs = nowMs + (erased === SWEEP_BATCH ? NEXT_BATCH_PAUSE_MS : SWEEP_PAUSE_MS)
      await this.#ringAt(Math.max(oldestMs + this.#retentionMs, soonestMs))
    } catch (error) {
      logError('feed-sweep-failed', error)
      await this.#ringAt(Date.now() + FAILED_SWEEP_PAUSE_MS)
    }
  }

  async #ringAt(atMs: number): Promise<void> {
    this.#hasAlarm = true
    await this.ctx.storage.setAlarm(atMs)
  }
}
