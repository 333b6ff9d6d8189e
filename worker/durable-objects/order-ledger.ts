import { DurableObject } from 'cloudflare:workers'
import { parseConfig } from '../config.ts'
import { announce } from '../delivery/announce.ts'
import type { StatusChange } from '../delivery/change.ts'
import { type Delivery, giveUp, NEVER_MS, type Report, receive, report, type Timing } from '../domain/delivery.ts'
import type { DeliveryAddress, OrderKey, ShipmentAddress } from '../domain/order-id.ts'
import type { Receipt } from '../domain/outcome.ts'
import { backoffMs } from '../domain/retry.ts'
import { timingOf } from '../domain/timing.ts'
import { logError } from '../log/log.ts'
import { GroupCommit } from './group-commit.ts'
import { acceptInstant, acceptOrder, findReplay } from './ledger/accept.ts'
import { Book } from './ledger/book.ts'
import { claimDelivery } from './ledger/claim.ts'
import type {
  Cancellation,
  Claimed,
  ClaimRefused,
  DueShipment,
  InstantAcceptance,
  InstantOrder,
  OrderAcceptance,
  OrderView,
  OrdinaryOrder,
  Preparation,
} from './ledger/exchange.ts'
import { FEED_RETRY_MS, FeedDispatch } from './ledger/feed-dispatch.ts'
import type { DeadLetter } from './ledger/order-store.ts'
import { findDue, noteDeadShipment, prepare } from './ledger/prepare.ts'
import { cancelShipment, withdrawShipment } from './ledger/take-back.ts'
import { wakeDue } from './ledger/wake-due.ts'

/** How soon a wake-up that failed is tried again. */
const FAILED_WAKE_UP_PAUSE_MS = 5_000

/**
 * How long the word that a provider took a message may wait for another commit to join. Under load there is one every
 * few milliseconds, and the word costs nothing; lost in a crash, the lease runs out and the same reference is sent again.
 */
const TAKEN_WAITS_MS = 50

/** The platform takes no alarm for a distant century; one that rings early finds nothing due and is set anew. */
const LONGEST_SLEEP_MS = 31_536_000_000

const DEAD_LETTERS_SHOWN = 100

/**
 * Keeps one slice of an organisation's orders, one row a key.
 *
 * What a step does is decided in `domain/delivery.ts` and `domain/shipment.ts`; this class remembers, wakes and forgets.
 * Each row carries the time of its own next wake-up, and the one alarm rings for the earliest.
 */
export class OrderLedger extends DurableObject<Env> {
  readonly #book: Book
  readonly #commits: GroupCommit
  readonly #feed: FeedDispatch
  readonly #timing: Timing
  #alarmAtMs: number | undefined

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#timing = timingOf(parseConfig(env))
    this.#book = new Book(ctx.storage.sql, this.#timing)
    this.#commits = new GroupCommit(ctx.storage)
    this.#feed = new FeedDispatch(env, this.#book, this.#commits)
    void ctx.blockConcurrencyWhile(async () => {
      this.#alarmAtMs = (await ctx.storage.getAlarm()) ?? undefined
    })
  }

  /** Stores a new instant order and grants its first claim, or finds the order that already has its key. */
  async acceptInstant(order: InstantOrder): Promise<InstantAcceptance> {
    const nowMs = Date.now()
    return this.#commits.run(() => {
      const acceptance = acceptInstant(this.#book, order, nowMs, this.#timing)
      if (acceptance.kind === 'created') this.#wakeBy(acceptance.wakeAtMs)
      return acceptance
    })
  }

  /** Finds the order that already has a key, so that a replay is answered without looking anybody up. */
  async replay(orderKey: OrderKey, fingerprint: string): Promise<OrderAcceptance | undefined> {
    await this.#commits.settled()
    return findReplay(this.#book, orderKey, fingerprint)
  }

  /** Stores a new ordinary order, or finds the order that already has its key. */
  async acceptOrder(order: OrdinaryOrder): Promise<OrderAcceptance> {
    const nowMs = Date.now()
    return this.#commits.run(() => {
      const acceptance = acceptOrder(this.#book, order, nowMs)
      if (acceptance.kind === 'created') for (const { dueMs } of order.shipments) this.#wakeBy(dueMs)
      return acceptance
    })
  }

  /** What a worker needs to prepare a shipment that has fallen due; `undefined` where that is not to be done any more. */
  async dueShipment(address: ShipmentAddress): Promise<DueShipment | undefined> {
    await this.#commits.settled()
    return findDue(this.#book, address)
  }

  /** Takes in what a worker found out about a shipment, and grants the claims on the deliveries that are due now. */
  async prepare(address: ShipmentAddress, preparation: Preparation): Promise<readonly Claimed[]> {
    const nowMs = Date.now()
    const { claims, changes } = await this.#change(() =>
      prepare(this.#book, address, preparation, nowMs, Math.random(), this.#timing),
    )
    await announce(this.env, changes)
    return claims
  }

  /** Grants the claim on a delivery, or tells why nobody may have it now. */
  async claim(address: DeliveryAddress): Promise<Claimed | ClaimRefused> {
    const nowMs = Date.now()
    const changes: StatusChange[] = []
    const verdict = await this.#change(() => claimDelivery(this.#book, address, nowMs, this.#timing, changes))
    await announce(this.env, changes)
    return verdict
  }

  /** Takes in what the holder of a claim learnt from the provider it asked last. */
  report(address: DeliveryAddress, provider: string | undefined, told: Omit<Report, 'backoffMs'>): Promise<void> {
    const whole = { ...told, backoffMs: backoffMs(told.attempt, Math.random(), told.isOneOfFew) }
    return this.#step(
      address,
      provider,
      (delivery, nowMs) => report(delivery, whole, nowMs, this.#timing),
      told.outcome.kind === 'taken' ? TAKEN_WAITS_MS : 0,
    )
  }

  /** Takes in a provider's receipt. One for a delivery nobody knows writes nothing. */
  receive(address: DeliveryAddress, provider: string, receipt: Receipt): Promise<void> {
    return this.#step(address, provider, (delivery, nowMs) => receive(delivery, receipt, nowMs, this.#timing))
  }

  /** Ends a delivery that no worker could handle, and keeps an entry that tells an operator so. */
  async giveUp(address: DeliveryAddress, reason: string): Promise<void> {
    await this.#step(address, undefined, (delivery, nowMs) => {
      this.#book.orders.insertDeadLetter(address, reason, nowMs)
      return giveUp(delivery, nowMs, this.#timing)
    })
  }

  /** Notes that no worker could prepare a shipment. It stays due, and is tried again after a pause that grows. */
  async noteDeadShipment(address: ShipmentAddress, reason: string): Promise<void> {
    const nowMs = Date.now()
    await this.#change(() => noteDeadShipment(this.#book, address, reason, nowMs, Math.random()))
  }

  /** Cancels a shipment on its sender's wish, and its reminders with it if asked to. A second time changes nothing. */
  cancel(address: ShipmentAddress, withReminders: boolean): Promise<Cancellation> {
    const nowMs = Date.now()
    return this.#change(() => cancelShipment(this.#book, address, withReminders, nowMs, this.#timing))
  }

  /** Takes back everything of a shipment that nobody has tried to send yet, whatever the time. */
  withdraw(address: ShipmentAddress): Promise<void> {
    const nowMs = Date.now()
    return this.#change(() => withdrawShipment(this.#book, address, nowMs, this.#timing))
  }

  /** What its sender may see of a shipment; `undefined` where there is none. */
  async find(address: ShipmentAddress): Promise<OrderView | undefined> {
    await this.#commits.settled()
    return this.#book.view(address)
  }

  /** The latest shipments that no worker could handle. */
  deadLetters(): readonly DeadLetter[] {
    return this.#book.isOpen ? this.#book.orders.deadLetters(DEAD_LETTERS_SHOWN) : []
  }

  /** Looks at what has come due. Never throws: the platform gives up on an alarm that fails often enough. */
  override async alarm(): Promise<void> {
    this.#alarmAtMs = undefined
    try {
      if (!this.#book.isOpen) return
      const nowMs = Date.now()
      const { deliveries, shipments, changes } = await this.#commits.run(() => wakeDue(this.#book, nowMs, this.#timing))
      if (deliveries.length > 0) await this.env.RETRIES.sendBatch(deliveries.map((body) => ({ body })))
      if (shipments.length > 0) await this.env.ORDERS.sendBatch(shipments.map((body) => ({ body })))
      await announce(this.env, changes)
      await this.#feed.flush()
      this.#wakeNext()
    } catch (error) {
      logError('wake-up-failed', error)
      this.#wakeBy(Date.now() + FAILED_WAKE_UP_PAUSE_MS)
    }
  }

  /** Makes a change in the next transaction, sees to the alarm, and lets the feed know soon. */
  async #change<Value>(work: () => Value): Promise<Value> {
    const value = await this.#commits.run(() => {
      const made = work()
      this.#wakeNext()
      return made
    })
    this.#feed.soon()
    return value
  }

  /** Moves one delivery a step on and tells of it. The step must be pure but for this ledger's own tables. */
  async #step(
    address: DeliveryAddress,
    provider: string | undefined,
    step: (delivery: Delivery, nowMs: number) => Delivery,
    mayWaitMs = 0,
  ): Promise<void> {
    const nowMs = Date.now()
    const work = () => {
      const stored = this.#book.isOpen ? this.#book.deliveries.find(address) : undefined
      if (!stored) return []
      const next = step(stored, nowMs)
      const changes = this.#book.saveDelivery(stored, next, provider ?? stored.provider, nowMs)
      if (next !== stored) this.#wakeBy(next.phase === 'final' ? nowMs + FEED_RETRY_MS : next.wakeAtMs)
      return changes
    }
    const changes = await (mayWaitMs > 0 ? this.#commits.runSoon(work, mayWaitMs) : this.#commits.run(work))
    this.#feed.soon()
    await announce(this.env, changes)
  }

  /** Sets the alarm for whatever comes next: a row that falls due, or entries that the feed does not have yet. */
  #wakeNext(): void {
    if (!this.#book.isOpen) return
    const dueMs = this.#book.nextWakeUpMs()
    const nextMs = this.#book.outbox.hasEntries ? Math.min(dueMs ?? NEVER_MS, Date.now() + FEED_RETRY_MS) : dueMs
    if (nextMs !== undefined) this.#wakeBy(nextMs)
  }

  #wakeBy(atMs: number): void {
    if (atMs >= NEVER_MS || (this.#alarmAtMs !== undefined && this.#alarmAtMs <= atMs)) return
    this.#alarmAtMs = Math.min(atMs, Date.now() + LONGEST_SLEEP_MS)
    void this.ctx.storage.setAlarm(this.#alarmAtMs)
  }
}
