import { DurableObject } from 'cloudflare:workers'
import { MS_PER_SECOND } from '@straks/shared'
import { type Fence, limitOf } from '../domain/fences.ts'
import { WINDOW_MAX_SECONDS } from '../platform/fence-settings.ts'
import { KeyedHash } from '../platform/keyed-hash.ts'
import { log, logError } from '../platform/log.ts'
import { deskOf } from '../platform/objects.ts'
import { sqlOf } from '../platform/sql.ts'
import type { Ask, Decision, Exchange, FenceState, Settled } from './contract.ts'
import { DAY_SLOT_MS, type DaySlot, FenceCounts } from './fence-counts.ts'
import { FenceStore } from './fence-store.ts'
import { type KeptTrip, Trips } from './trips.ts'

/** What is counted is written together: soon where little is, and once in so long where much is. A crash loses so much of the count. */
const WRITTEN_WITHIN_MS = 100
const WRITES_APART_MS = 1_000

/** How long counts of the minute and of recipients are kept at the least: somewhat longer than a minute. */
const TAKES_KEPT_LEAST_MS = 120_000
const DAYS_KEPT_MS = 86_400_000

/** Recipients of one written row: it stays far below the platform's two megabytes. */
const ROW_RECIPIENTS = 10_000

/** How often old rows are erased, while there are counts of the minute and of recipients. Those of the day grow old by slots. */
const SWEEP_PAUSE_MS = 60_000

/** Refusals for a country come one by one: they are told of once in so long. */
const COUNTRY_WINDOW_MS = 3_600_000

/** What a fence has refused, and how long that counts. */
type Refused = { readonly fence: Fence; readonly refused: number; readonly windowMs: number }

type Unwritten = { messages: number; recipients: string[] }

const nothing = (): Unwritten => ({ messages: 0, recipients: [] })

/** The same with recipients as hashes. Where no fence counts them there are none. */
async function withHashes(asks: readonly Ask[], hash: KeyedHash): Promise<readonly Ask[]> {
  const all = asks.flatMap(({ recipients }) => recipients)
  if (all.length === 0) return asks
  const hashes = await hash.ofAll(all)
  let first = 0
  return asks.map(({ id, messages, recipients }) => {
    const own = hashes.slice(first, first + recipients.length)
    first += recipients.length
    return { id, messages, recipients: own }
  })
}

/**
 * Keeps the counts of one organisation's fences, for all processes that accept its messages. They accept most without asking,
 * and tell of them afterwards; what may be too much is asked about first.
 */
export class FenceKeeper extends DurableObject<Env> {
  readonly #store: FenceStore
  readonly #counts = new FenceCounts()
  readonly #trips: Trips
  #hash: KeyedHash | undefined
  #counted = nothing()
  #returned = nothing()
  /** The slots of the day that have changed, each as it is at last. */
  readonly #unwrittenDays = new Map<number, DaySlot>()
  readonly #unwrittenTrips = new Map<Fence, KeptTrip>()
  #isWriting = false
  #writtenMs = 0
  #knowsWhoIsFull = false
  /** Not known before the first exchange: an alarm may be all that woke it. */
  #takesKeptMs: number | undefined
  #hasAlarm = false

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    const store = ctx.storage.transactionSync(() => new FenceStore(sqlOf(ctx.storage.sql)))
    this.#store = store
    this.#trips = new Trips(store.trips())
    for (const day of store.days()) this.#counts.restoreDay(day)
    for (const { messages, recipients, atMs } of store.takes()) this.#counts.restore(messages, recipients, atMs)
  }

  /** Takes in what a process has accepted, and decides what it asks. What was taken in before counts once. */
  async exchange(exchange: Exchange): Promise<Settled> {
    const { organization, fences, refusedCountries } = exchange
    const hash = this.#hashOf(organization)
    const [accepted, returned, asked] = await Promise.all([
      withHashes(exchange.accepted, hash),
      withHashes(exchange.returned, hash),
      withHashes(exchange.asked, hash),
    ])
    const nowMs = Date.now()
    this.#takesKeptMs = Math.max(TAKES_KEPT_LEAST_MS, (fences.perRecipient?.seconds ?? 0) * MS_PER_SECOND)
    if (!this.#knowsWhoIsFull) this.#counts.noteFull(fences, nowMs)
    this.#knowsWhoIsFull = true
    for (const ask of accepted) this.#noteCounted(ask, this.#counts.countAccepted(ask, nowMs), exchange, nowMs)
    for (const ask of returned) this.#takeBack(ask, nowMs)
    const decisions = asked.map((ask): Decision => {
      const decision = this.#counts.decide(ask, fences, nowMs)
      if (decision.kind === 'open') {
        const isCounted = this.#noteCounted(ask, this.#counts.count(ask, nowMs), exchange, nowMs)
        return { kind: 'open', isCounted }
      }
      const seconds = limitOf(fences, decision.fence)?.seconds ?? 0
      this.#trip(organization, { fence: decision.fence, refused: 1, windowMs: seconds * MS_PER_SECOND }, nowMs)
      return decision
    })
    if (refusedCountries > 0) {
      const refused = { fence: 'smsCountries', refused: refusedCountries, windowMs: COUNTRY_WINDOW_MS } as const
      this.#trip(organization, refused, nowMs)
    }
    this.#writeSoon()
    return { decisions, room: this.#counts.room(fences, nowMs), isAnyFull: this.#counts.isAnyFull(nowMs) }
  }

  /** What the fences have counted and refused. Nothing is written for an organisation that is unknown. */
  state(): FenceState {
    const nowMs = Date.now()
    return {
      organization: this.#store.organization,
      usedInMinute: this.#counts.usedInMinute(nowMs),
      usedInDay: this.#counts.usedInDay(nowMs),
      trips: this.#trips.all(),
    }
  }

  /** Erases what has grown old, as long as there is anything. */
  override async alarm(): Promise<void> {
    this.#hasAlarm = false
    this.ctx.storage.transactionSync(() => this.#erase(Date.now()))
    if (!this.#store.isEmpty) await this.#sweepLater()
  }

  async #sweepLater(): Promise<void> {
    if (this.#hasAlarm) return
    this.#hasAlarm = true
    const keptMs = this.#store.hasTakes ? this.#takesKeptMs : undefined
    const pauseMs = keptMs === undefined ? DAY_SLOT_MS : Math.max(SWEEP_PAUSE_MS, keptMs)
    await this.ctx.storage.setAlarm(Date.now() + pauseMs)
  }

  #hashOf(organization: string): KeyedHash {
    if (this.#hash) return this.#hash
    const stored = this.#store.hashKey
    const key = stored ?? KeyedHash.newKey()
    if (stored === undefined) this.ctx.storage.transactionSync(() => this.#store.create(organization, key))
    this.#hash = new KeyedHash(key)
    return this.#hash
  }

  /** Notes what is to be written of messages that were counted. */
  #noteCounted(ask: Ask, day: DaySlot | undefined, { fences }: Exchange, nowMs: number): boolean {
    if (!day) return false
    this.#counts.noteFull(fences, nowMs, ask.recipients)
    this.#counted.messages += ask.messages
    for (const recipient of ask.recipients) this.#counted.recipients.push(recipient)
    this.#unwrittenDays.set(day.number, day)
    return true
  }

  #takeBack(ask: Ask, nowMs: number): void {
    const day = this.#counts.takeBack(ask, nowMs)
    if (!day) return
    this.#unwrittenDays.set(day.number, day)
    this.#returned.messages += ask.messages
    for (const recipient of ask.recipients) this.#returned.recipients.push(recipient)
  }

  #trip(organization: string, { fence, refused, windowMs }: Refused, nowMs: number): void {
    const { trip, isNews } = this.#trips.note(fence, refused, windowMs, nowMs)
    this.#unwrittenTrips.set(fence, trip)
    if (!isNews) return
    log('warn', 'fence-closed', { organization, fence, refused: trip.refused })
    this.ctx.waitUntil(this.#tellDesk(organization))
  }

  /** Once in a fence's window, so that no refusal waits for it. Lost, the next window tells. */
  async #tellDesk(organization: string): Promise<void> {
    try {
      await deskOf(this.env).noteRefusals(organization)
    } catch (error) {
      logError('desk-unreachable', error, { organization })
    }
  }

  #writeSoon(): void {
    if (this.#isWriting) return
    this.#isWriting = true
    const pauseMs = Math.min(WRITES_APART_MS, this.#writtenMs + WRITES_APART_MS - Date.now())
    const waitMs = Math.max(WRITTEN_WITHIN_MS, pauseMs)
    this.ctx.waitUntil(scheduler.wait(waitMs).then(() => this.#write()))
  }

  #write(): void {
    this.#isWriting = false
    const [counted, returned] = [this.#counted, this.#returned]
    const [days, trips] = [[...this.#unwrittenDays.values()], [...this.#unwrittenTrips.values()]]
    this.#counted = nothing()
    this.#returned = nothing()
    this.#unwrittenDays.clear()
    this.#unwrittenTrips.clear()
    const atMs = Date.now()
    this.#writtenMs = atMs
    this.ctx.storage.transactionSync(() => {
      this.#add(counted, 1, atMs)
      this.#add(returned, -1, atMs)
      for (const day of days) this.#store.saveDay(day)
      for (const trip of trips) this.#store.saveTrip(trip)
    })
    if (counted.messages > 0) void this.#sweepLater()
  }

  /** One row for what was counted; of very many recipients, some more. */
  #add({ messages, recipients }: Unwritten, sign: 1 | -1, atMs: number): void {
    if (messages === 0) return
    for (let first = 0; first === 0 || first < recipients.length; first += ROW_RECIPIENTS)
      this.#store.addTake({
        atMs,
        messages: first === 0 ? sign * messages : 0,
        recipients: recipients.slice(first, first + ROW_RECIPIENTS),
      })
  }

  #erase(nowMs: number): void {
    const fromMs = nowMs - (this.#takesKeptMs ?? WINDOW_MAX_SECONDS * MS_PER_SECOND)
    this.#store.erase(fromMs, Math.floor((nowMs - DAYS_KEPT_MS) / DAY_SLOT_MS) - 1)
    this.#counts.sweep(fromMs)
  }
}
