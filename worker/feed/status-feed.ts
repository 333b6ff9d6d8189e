import { DurableObject } from 'cloudflare:workers'
import { MS_PER_DAY } from '@straks/shared'
import { Eraser, type NamedRecipient } from '../domain/erasure.ts'
import type { Config } from '../platform/config.ts'
import { configOf } from '../platform/config-of.ts'
import { failAtUse } from '../platform/fail-at-use.ts'
import { GroupCommit } from '../platform/group-commit.ts'
import { logError } from '../platform/log.ts'
import { nameOf } from '../platform/object-name.ts'
import { webhookOf } from '../platform/objects.ts'
import { sqlOf } from '../platform/sql.ts'
import { type FeedPage, type LedgerEnds, WEBHOOKS_MAX } from './feed-entry.ts'
import { readFeedQuery } from './feed-query.ts'
import { type FeedCounts, FeedStatistics } from './feed-statistics.ts'
import { FeedStore } from './feed-store.ts'
import type { Steps } from './statistics.ts'

/** How often old entries are erased where entries grow old one after the other. */
const SWEEP_PAUSE_MS = 3_600_000

const WEBHOOKS = 'webhooks'
const ORGANIZATION = 'organization'

/** Entries that one sweep erases: some tens of milliseconds, during which appends and reads wait. */
const SWEEP_BATCH = 2_000

/** The pause between two sweeps of what is due at once. Several times as much is erased as any feed takes in. */
const NEXT_BATCH_PAUSE_MS = 250

/** How soon a sweep that failed is tried again. */
const FAILED_SWEEP_PAUSE_MS = 60_000

/** How soon webhooks are told again that there is more, where a call to one of them was lost. */
const WEBHOOK_RETRY_MS = 5_000

/**
 * The feed of one organisation: every shipment that became final, once, under strictly increasing numbers without a
 * gap.
 *
 * Its numbers are given in one place, one commit after the other, so a reader who has seen a number has seen all before
 * it. Sixteen ledgers bring what became final in batches; batches that come together share a commit.
 */
export class StatusFeed extends DurableObject<Env> {
  readonly #opened: () => { readonly store: FeedStore; readonly statistics: FeedStatistics }
  readonly #commits: GroupCommit
  readonly #config: () => Config
  /** When the alarm rings; `undefined` where it is not set. */
  #alarmAtMs: number | undefined
  /** When the oldest entry became final of each call whose entries are not stored yet. */
  readonly #arriving = new Set<{ readonly oldestMs: number }>()
  /** Webhooks that may not know that there is more. After a start, all of them. */
  #untold: Set<string> | undefined

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#opened = failAtUse(() => {
      const store = ctx.storage.transactionSync(() => new FeedStore(sqlOf(ctx.storage.sql)))
      return { store, statistics: new FeedStatistics(ctx.storage, store) }
    })
    this.#commits = new GroupCommit(ctx.storage, () => this.#store.reload())
    this.#config = failAtUse(() => configOf(env))
    void ctx.blockConcurrencyWhile(async () => {
      this.#alarmAtMs = (await ctx.storage.getAlarm()) ?? undefined
    })
  }

  get #store(): FeedStore {
    return this.#opened().store
  }

  get #statistics(): FeedStatistics {
    return this.#opened().statistics
  }

  get #retentionMs(): number {
    return this.#config().retentionDays * MS_PER_DAY
  }

  /** A ledger's number of its last end that is here. */
  heardUpTo(source: string): number {
    return this.#store.heardUpTo(source)
  }

  /**
   * Takes in what has ended in one ledger; what is here already stays as it is. Resolves when it is stored for good, with
   * the ledger's number of its last end that is here.
   */
  async append(ends: LedgerEnds): Promise<number> {
    const times = ends.entries.flatMap((entry) => (entry ? [entry.atMs] : []))
    const arriving = { oldestMs: times.reduce((least, ms) => Math.min(least, ms), Number.POSITIVE_INFINITY) }
    if (times.length > 0) this.#arriving.add(arriving)
    try {
      // Before the entries: an alarm without them does nothing, but without an alarm they would stay for ever, and a
      // webhook would not hear of them where the call to it is lost.
      if (times.length > 0) await this.#ringBy(arriving.oldestMs + this.#retentionMs)
      await this.#ringForWebhooks()
      if (ends.entries.length > 0) this.#store.prepare()
      const heard = await this.#commits.run(() => this.#store.append(ends))
      this.#untold = new Set(this.webhooks())
      this.#tellWebhooks()
      return heard
    } finally {
      this.#arriving.delete(arriving)
    }
  }

  /**
   * Takes a recipient out of all entries, which keep their numbers, and tells how many those were.
   *
   * @param shipmentIds entries of these are theirs whole, though they may not say so
   */
  async erase(recipient: NamedRecipient, shipmentIds: readonly string[]): Promise<number> {
    const eraser = new Eraser(recipient)
    let erased = 0
    for (let after: number | undefined = 0; after !== undefined; ) {
      const from: number = after
      const step = await this.#commits.run(() => this.#store.erase(eraser, shipmentIds, from, SWEEP_BATCH))
      erased += step.erased
      after = step.next
      await scheduler.wait(0)
    }
    return erased
  }

  /** Where the messages of some entries beyond a number went, and how far that came; `undefined` at the end. */
  destinations(after: number) {
    return this.#store.destinations(after, SWEEP_BATCH)
  }

  /** What has been counted, by steps and since ever. */
  counts(steps: Steps): Promise<FeedCounts> {
    return this.#statistics.counts(steps)
  }

  /** The number of the latest entry. */
  latest(): number {
    return this.#store.latest()
  }

  /** The endpoints that are told of every new entry. */
  webhooks(): readonly string[] {
    return this.ctx.storage.kv.get<readonly string[]>(WEBHOOKS) ?? []
  }

  /** Adds an endpoint, unless there are as many as there may be. */
  addWebhook(organization: string, id: string): boolean {
    const ids = this.webhooks()
    if (ids.length >= WEBHOOKS_MAX) return false
    this.ctx.storage.kv.put(WEBHOOKS, [...ids, id])
    this.ctx.storage.kv.put(ORGANIZATION, organization)
    return true
  }

  removeWebhook(id: string): void {
    const ids = this.webhooks().filter((one) => one !== id)
    if (ids.length < this.webhooks().length) this.ctx.storage.kv.put(WEBHOOKS, ids)
  }

  /**
   * Tells webhooks that there are new entries. A call that is lost only costs time: the alarm makes it
   * again, and the endpoint asks from its own number on.
   */
  #tellWebhooks(): void {
    const organization = this.ctx.storage.kv.get<string>(ORGANIZATION) ?? ''
    const untold = this.#untold ?? new Set(this.webhooks())
    this.#untold = untold
    for (const id of untold) this.ctx.waitUntil(this.#tell(organization, id, untold))
  }

  async #tell(organization: string, id: string, untold: Set<string>): Promise<void> {
    try {
      await webhookOf(this.env, organization, id).poke()
      untold.delete(id)
    } catch (error) {
      logError('webhook-unreachable', error, { webhook: id })
      await this.#ringBy(Date.now() + WEBHOOK_RETRY_MS)
    }
  }

  /** The numbers of the entries after (or before) a number, in the order asked for. */
  numbersAfter(seq: number, limit: number): readonly number[] {
    return this.#store.numbersAfter(seq, limit)
  }

  /** The numbers, among those given, whose entry is about the shipment. */
  numbersOf(shipmentId: string, numbers: readonly number[]): readonly number[] {
    return this.#store.numbersOf(shipmentId, numbers)
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

  /** Does what is due. Never throws: the platform gives up on an alarm that fails often enough. */
  override async alarm(): Promise<void> {
    this.#alarmAtMs = undefined
    try {
      await this.#ringForWebhooks()
      this.#tellWebhooks()
      await this.#sweep(Date.now())
    } catch (error) {
      logError('feed-sweep-failed', error, { object: nameOf(this.ctx) })
      await this.#ringBy(Date.now() + FAILED_SWEEP_PAUSE_MS)
    }
  }

  /** Erases entries beyond the retention period. */
  async #sweep(nowMs: number): Promise<void> {
    const isDue = nowMs > (this.#store.oldestMs() ?? nowMs) + this.#retentionMs
    if (isDue) await this.#statistics.catchUp()
    const erased = isDue ? this.ctx.storage.transactionSync(() => this.#erase(nowMs)) : 0
    const oldestMs = this.#oldestMs()
    if (oldestMs === undefined) return
    const soonestMs = nowMs + (erased === SWEEP_BATCH ? NEXT_BATCH_PAUSE_MS : SWEEP_PAUSE_MS)
    await this.#ringBy(isDue ? Math.max(oldestMs + this.#retentionMs, soonestMs) : oldestMs + this.#retentionMs)
  }

  /** When the oldest entry became final that is here or about to be: its alarm may be the one that has just rung. */
  #oldestMs(): number | undefined {
    let oldestMs = this.#store.oldestMs()
    for (const arriving of this.#arriving) oldestMs = Math.min(oldestMs ?? arriving.oldestMs, arriving.oldestMs)
    return oldestMs
  }

  /** Makes sure that webhooks are told of entries that are about to be here, whatever becomes of this process. */
  async #ringForWebhooks(): Promise<void> {
    if (this.#arriving.size > 0 && this.webhooks().length > 0) await this.#ringBy(Date.now() + WEBHOOK_RETRY_MS)
  }

  #erase(nowMs: number): number {
    return this.#store.eraseOldest(nowMs - this.#retentionMs, SWEEP_BATCH)
  }

  /** Makes sure that the alarm rings at this time, or earlier. */
  async #ringBy(atMs: number): Promise<void> {
    if (this.#alarmAtMs !== undefined && this.#alarmAtMs <= atMs) return
    this.#alarmAtMs = atMs
    await this.ctx.storage.setAlarm(atMs)
  }
}
