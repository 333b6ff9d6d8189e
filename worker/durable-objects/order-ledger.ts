import { DurableObject } from 'cloudflare:workers'
import { parseConfig } from '../config.ts'
import { announce } from '../delivery/announce.ts'
import type { StatusChange } from '../delivery/change.ts'
import { type ShipmentAddress, toUuid } from '../domain/order-id.ts'
import { backoffMs } from '../domain/retry.ts'
import {
  acceptClaimed,
  claim,
  giveUp,
  type Outcome,
  type Receipt,
  receive,
  report,
  type Shipment,
  type Timing,
  wake,
} from '../domain/shipment.ts'
import { timingOf } from '../domain/timing.ts'
import { logError } from '../log/log.ts'
import type { DeliveryJob } from '../queue/delivery-job.ts'
import { GroupCommit } from './group-commit.ts'
import type { Acceptance, Claimed, ClaimRefused, InstantOrder, ShipmentView } from './ledger-exchange.ts'
import { type DeadLetter, LedgerStore, type StoredShipment } from './ledger-store.ts'

/** How many shipments one wake-up looks at: a transaction short enough that a new order waits milliseconds for it. */
const WAKE_UP_BATCH = 100

/** How many of a ledger's shipments may be on the queue at once. 16 ledgers stay below what a local queue can hold. */
const MOST_QUEUED = 256

/** How soon a wake-up that failed is tried again. */
const FAILED_WAKE_UP_PAUSE_MS = 5_000

/**
 * How long the word that a provider took a message may wait for another commit to join. Under load there is one every
 * few milliseconds, and the word costs nothing; lost in a crash, the lease runs out and the same reference is sent again.
 */
const TAKEN_WAITS_MS = 50

const DEAD_LETTERS_SHOWN = 100

/**
 * Keeps one slice of an organisation's orders, one row a key.
 *
 * What a step does to a shipment is decided in `domain/shipment.ts`; this class remembers, wakes and forgets. Each
 * shipment carries the time of its own next wake-up, and the one alarm rings for the earliest.
 */
export class OrderLedger extends DurableObject<Env> {
  readonly #store: LedgerStore
  readonly #commits: GroupCommit
  readonly #timing: Timing
  #alarmAtMs: number | undefined

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#store = new LedgerStore(ctx.storage.sql)
    this.#commits = new GroupCommit(ctx.storage)
    this.#timing = timingOf(parseConfig(env))
    void ctx.blockConcurrencyWhile(async () => {
      this.#alarmAtMs = (await ctx.storage.getAlarm()) ?? undefined
    })
  }

  /** Stores a new order and grants its first claim, or finds the order that already has its key. */
  async acceptInstant(order: InstantOrder): Promise<Acceptance> {
    const nowMs = Date.now()
    return this.#commits.run((): Acceptance => {
      this.#store.prepare(order.organization)
      if (!this.#store.insertOrder({ ...order, acceptedAtMs: nowMs })) return this.#replay(order)
      const expiresAtMs = nowMs + order.timeToLiveMs
      const shipment = acceptClaimed(order.content.channel, expiresAtMs, nowMs, this.#timing)
      this.#store.insertShipment(order, shipment, order.destination, order.content)
      this.#wakeBy(shipment.wakeAtMs)
      return { kind: 'created', attempt: shipment.attempts, expiresAtMs }
    })
  }

  #replay({ orderKey, fingerprint }: InstantOrder): Acceptance {
    const stored = this.#store.findOrder(orderKey)
    return {
      kind: 'replayed',
      sendersReference: stored?.sendersReference,
      sameRequest: stored?.fingerprint === fingerprint,
    }
  }

  /** Grants the claim on a shipment, or tells why nobody may have it now. */
  async claim(address: ShipmentAddress): Promise<Claimed | ClaimRefused> {
    const nowMs = Date.now()
    return this.#commits.run(() => {
      const stored = this.#store.findShipment(address)
      if (!stored?.content) return { kind: 'refused', why: stored ? 'final' : 'unknown' } as const
      const verdict = claim(stored, nowMs, this.#timing)
      if (!verdict.granted) return { kind: 'refused', why: verdict.why } as const
      this.#save(stored, verdict.shipment, stored.provider)
      const { channel, destination, content, expiresAtMs, traceId } = stored
      return {
        kind: 'claimed',
        attempt: verdict.shipment.attempts,
        channel,
        destination,
        content,
        expiresAtMs,
        traceId,
      } as const
    })
  }

  /** Takes in what the holder of a claim learnt from its provider. */
  report(address: ShipmentAddress, attempt: number, provider: string, outcome: Outcome): Promise<void> {
    const pauseMs = backoffMs(attempt, Math.random())
    return this.#step(
      address,
      provider,
      (shipment, nowMs) => report(shipment, attempt, outcome, nowMs, pauseMs, this.#timing),
      outcome.kind === 'taken' ? TAKEN_WAITS_MS : 0,
    )
  }

  /** Takes in a provider's receipt. One for a shipment nobody knows writes nothing. */
  receive(address: ShipmentAddress, provider: string, receipt: Receipt): Promise<void> {
    return this.#step(address, provider, (shipment, nowMs) => receive(shipment, receipt, nowMs, this.#timing))
  }

  /** Ends a shipment that no worker could handle, and keeps an entry that tells an operator so. */
  async giveUp(address: ShipmentAddress, reason: string): Promise<void> {
    await this.#step(address, undefined, (shipment, nowMs) => {
      this.#store.insertDeadLetter(address, reason, nowMs)
      return giveUp(shipment, nowMs, this.#timing)
    })
  }

  /** What a client may see of a shipment; `undefined` where there is none. */
  async find(address: ShipmentAddress): Promise<ShipmentView | undefined> {
    await this.#commits.settled()
    const stored = this.#store.findShipment(address)
    if (!stored) return undefined
    const { sendersReference, channel, destination, status, lastUpdateMs } = stored
    return { sendersReference, channel, destination, status, lastUpdateMs }
  }

  /** The latest shipments that no worker could handle. */
  deadLetters(): readonly DeadLetter[] {
    return this.#store.deadLetters(DEAD_LETTERS_SHOWN)
  }

  /** Looks at what has come due. Never throws: the platform gives up on an alarm that fails often enough. */
  override async alarm(): Promise<void> {
    this.#alarmAtMs = undefined
    try {
      await this.#wakeDue()
      const nextMs = this.#store.nextWakeUpMs()
      if (nextMs !== undefined) this.#wakeBy(nextMs)
    } catch (error) {
      logError('wake-up-failed', error)
      this.#wakeBy(Date.now() + FAILED_WAKE_UP_PAUSE_MS)
    }
  }

  async #wakeDue(): Promise<void> {
    const nowMs = Date.now()
    const changes: StatusChange[] = []
    const jobs = await this.#commits.run(() => {
      const due = this.#store.dueShipments(nowMs, WAKE_UP_BATCH)
      if (due.length === 0) return []
      const organization = this.#store.organization()
      let room = MOST_QUEUED - this.#store.countQueued()
      const enqueued: DeliveryJob[] = []
      for (const stored of due) {
        const { shipment, next } = wake(stored, nowMs, this.#timing, room > 0)
        if (next === 'forget') this.#store.forget(stored.address)
        else changes.push(...this.#save(stored, shipment, stored.provider))
        if (next !== 'enqueue') continue
        enqueued.push({ organization, shipmentId: toUuid(stored.address) })
        room--
      }
      return enqueued
    })
    if (jobs.length > 0) await this.env.RETRIES.sendBatch(jobs.map((body) => ({ body })))
    await announce(this.env, changes)
  }

  /** Moves one shipment a step on and tells of it. The step must be pure but for this ledger's own tables. */
  async #step(
    address: ShipmentAddress,
    provider: string | undefined,
    step: (shipment: Shipment, nowMs: number) => Shipment,
    mayWaitMs = 0,
  ): Promise<void> {
    const nowMs = Date.now()
    const work = () => {
      const stored = this.#store.findShipment(address)
      return stored ? this.#save(stored, step(stored, nowMs), provider ?? stored.provider) : []
    }
    const changes = await (mayWaitMs > 0 ? this.#commits.runSoon(work, mayWaitMs) : this.#commits.run(work))
    await announce(this.env, changes)
  }

  /** Stores a shipment's next state if it differs, and returns the change of status there was, if any. */
  #save(stored: StoredShipment, shipment: Shipment, provider: string | undefined): readonly StatusChange[] {
    if (shipment === stored) return []
    this.#store.saveShipment(stored.address, shipment, provider)
    this.#wakeBy(shipment.wakeAtMs)
    if (shipment.status === stored.status) return []
    return [
      {
        shipmentId: toUuid(stored.address),
        organization: this.#store.organization(),
        channel: stored.channel,
        from: stored.status,
        to: shipment.status,
        atMs: shipment.lastUpdateMs,
        attempts: shipment.attempts,
        provider,
        traceId: stored.traceId,
      },
    ]
  }

  #wakeBy(atMs: number): void {
    if (this.#alarmAtMs !== undefined && this.#alarmAtMs <= atMs) return
    this.#alarmAtMs = atMs
    void this.ctx.storage.setAlarm(atMs)
  }
}
