import { type AttemptReport, extendLease, report } from '../domain/attempt.ts'
import { acceptClaimed, type Delivery, giveUp, type Timing } from '../domain/delivery.ts'
import { type DeliveryAddress, MAIN_SHIPMENT_NUMBER, type OrderKey, type ShipmentAddress } from '../domain/order-id.ts'
import type { Receipt } from '../domain/outcome.ts'
import { receive } from '../domain/receipt.ts'
import { register } from '../domain/shipment.ts'
import { callEntries, receiptEntry, type TrailEntry } from '../domain/trail.ts'
import { type Box, OPEN_BOX } from '../platform/content-box.ts'
import { ifReadable } from '../platform/if-readable.ts'
import type { Sql } from '../platform/sql.ts'
import { applyPreparation } from './apply-preparation.ts'
import { type BroughtForward, bringForward } from './bring-forward.ts'
import type {
  Cancellation,
  CancellationScope,
  DueShipment,
  InstantAcceptance,
  InstantOrder,
  OrderAcceptance,
  OrderView,
  OrdinaryOrder,
  Preparation,
  Referred,
} from './contract.ts'
import { DueRows, type DueWork, NO_WORK } from './due-rows.ts'
import { EndedForFeed } from './ended-for-feed.ts'
import { grantClaim, refused } from './grant-claim.ts'
import { OperatorLedger } from './operation/operator-ledger.ts'
import { type Granted, NOTHING_PREPARED, type Prepared, type Received } from './results.ts'
import type { StatusChange } from './status-change.ts'
import { unlessUnreadable } from './stored.ts'
import { LedgerTables } from './tables.ts'
import { cancelShipments, withdrawShipment } from './take-back.ts'

/**
 * One slice of an organisation's orders: accepts, remembers, wakes and forgets them.
 *
 * It knows no platform: time and chance are arguments, its database is a narrow port, and each call is one synchronous
 * step to be run in one transaction. What a step means is decided in `domain`.
 */
export class Ledger {
  readonly #sql: Sql
  readonly #timing: Timing
  readonly #box: Box
  /** Nothing is written, not even a table, before the first order. */
  #tables: LedgerTables | undefined
  #due: DueRows | undefined

  constructor(sql: Sql, timing: Timing, box: Box = OPEN_BOX) {
    this.#sql = sql
    this.#box = box
    this.#timing = timing
    this.reload()
  }

  /** The organisation whose orders these are; empty before the first order. */
  get organization(): string {
    return this.#tables?.organization ?? ''
  }

  /** Reads everything again: after a rollback, what is in memory may be wrong. */
  reload(): void {
    this.#use(LedgerTables.open(this.#sql, this.#box))
  }

  /** Whether an instant order is certainly there, without a look at the tables. */
  hasInMemory(orderKey: OrderKey): boolean {
    return this.#tables?.messages.isInMemory({ orderKey, number: MAIN_SHIPMENT_NUMBER, position: 0 }) === true
  }

  /**
   * Stores a new instant order, its content perhaps sealed already, and grants its first claim; or finds that of its key.
   *
   * @param nowMs when it came: its time-to-live counts from then
   * @param grantedMs when the claim is granted, for which it may have waited: its lease counts from then
   */
  acceptInstant(order: InstantOrder, nowMs: number, sealed?: string, grantedMs = nowMs): InstantAcceptance {
    const tables = this.#open(order.organization)
    const { orderKey, fingerprint, sendersReference, traceId, destination, simulated, content } = order
    const address = { orderKey, number: MAIN_SHIPMENT_NUMBER, position: 0 }
    const delivery = acceptClaimed(content.channel, nowMs + order.timeToLiveMs, grantedMs, this.#timing)
    const facts = { orderKey, fingerprint, sendersReference, acceptedAtMs: nowMs, traceId }
    const message = { address, destination, simulated, traceId, delivery, order: facts }
    if (tables.messages.insert({ ...message, content: JSON.stringify(content) }, sealed))
      return { kind: 'created', attempt: delivery.attempts, expiresAtMs: delivery.expiresAtMs }
    const { sendersReferences = [], sameRequest = false } = tables.replay(orderKey, fingerprint) ?? {}
    return { kind: 'replayed', sendersReference: sendersReferences[0], sameRequest }
  }

  /** Stores a new ordinary order, or finds the order that already has its key. */
  acceptOrder(order: OrdinaryOrder, nowMs: number): OrderAcceptance {
    const tables = this.#open(order.organization)
    const { orderKey, fingerprint, sendersReference, traceId, shipments } = order
    const replayed = this.replay(orderKey, fingerprint)
    if (replayed) return replayed
    const facts = { orderKey, fingerprint, sendersReference, acceptedAtMs: nowMs, traceId }
    for (const [index, { texts, ...rest }] of shipments.entries())
      tables.shipments.insert({
        address: { orderKey, number: MAIN_SHIPMENT_NUMBER + index },
        order: facts,
        plan: rest,
        shipment: register(rest.dueMs, nowMs),
        texts: JSON.stringify(texts),
      })
    return { kind: 'created' }
  }

  /** The order that already has a key, if there is one. */
  replay(orderKey: OrderKey, fingerprint: string): OrderAcceptance | undefined {
    return this.#tables?.replay(orderKey, fingerprint)
  }

  /** What a worker needs to prepare a shipment that has fallen due; `undefined` where that is not to be done any more. */
  dueShipment(address: ShipmentAddress): DueShipment | undefined {
    return ifReadable(() => this.#tables?.dueShipment(address))
  }

  /**
   * Takes in what a worker found out about a shipment, and grants the claims on the deliveries that are due now.
   *
   * @param chance from 0 up to 1
   */
  prepare(address: ShipmentAddress, preparation: Preparation, chance: number, nowMs: number): Prepared {
    this.#due?.releaseShipment(address)
    if (!this.#tables) return NOTHING_PREPARED
    return applyPreparation(this.#tables, address, preparation, { chance, nowMs, timing: this.#timing })
  }

  /** Notes that no worker could prepare a shipment, for an operator to see. It waits as for a register that is away. */
  noteDeadShipment(address: ShipmentAddress, reason: string, chance: number, nowMs: number): void {
    if (!this.dueShipment(address)) return
    this.#tables?.deadLetters.insert(address, reason, nowMs)
    this.prepare(address, { kind: 'obstacle', obstacle: 'register-unavailable' }, chance, nowMs)
  }

  /** Grants the claim on a delivery, or tells why there is none now. */
  claim(address: DeliveryAddress, nowMs: number): Granted {
    this.#due?.releaseDelivery(address)
    return this.#tables ? grantClaim(this.#tables, address, nowMs, this.#timing) : refused('unknown')
  }

  /**
   * Takes in what the holder of a claim learnt.
   *
   * @param chance from 0 up to 1
   */
  report(address: DeliveryAddress, told: AttemptReport, chance: number, nowMs: number): readonly StatusChange[] {
    const noted = callEntries(told.attempt, told.calls ?? [])
    if (!this.#tables?.messages.find(address)) this.#tables?.ended.noteAfterEnd(address, noted)
    return this.#step(address, nowMs, (delivery) => report(delivery, told, chance, nowMs, this.#timing), noted)
  }

  /**
   * Lets the holder of a claim wait for an answer until another time, or until its message must have ended. Gives the end
   * of its lease; `undefined` where it no longer has the claim.
   */
  extendLease(address: DeliveryAddress, attempt: number, untilMs: number, nowMs: number): number | undefined {
    this.#step(address, nowMs, (delivery) => extendLease(delivery, attempt, untilMs, this.#timing))
    const delivery = this.#tables?.messages.find(address)?.delivery
    return delivery?.stage.phase === 'claimed' && delivery.attempts === attempt ? delivery.stage.wakeAtMs : undefined
  }

  /** Applies a provider's receipt, and says which kind of delivery it was for. For an unknown one it writes nothing. */
  receive(address: DeliveryAddress, provider: string, receipt: Receipt, nowMs: number): Received {
    const before = this.#tables?.messages.find(address)?.delivery.stage.phase
    const entry = receiptEntry(provider, receipt, nowMs)
    if (before === undefined)
      return { fate: this.#tables?.ended.noteAfterEnd(address, [entry]) ? 'ended-before' : 'unknown', changes: [] }
    const step = (delivery: Delivery) => receive(delivery, provider, receipt, nowMs, this.#timing)
    const changes = this.#step(address, nowMs, step, [entry])
    return { fate: before === 'final' ? 'ended-before' : 'received', changes }
  }

  /** Ends a delivery that no worker could handle, and keeps an entry that tells an operator so. */
  giveUp(address: DeliveryAddress, reason: string, nowMs: number): readonly StatusChange[] {
    const step = (delivery: Delivery) => giveUp(delivery, nowMs)
    const noted = [{ atMs: nowMs, event: 'given-up', reason } as const]
    const changes = unlessUnreadable(() => this.#step(address, nowMs, step, noted)) ?? []
    const isThere = ifReadable(() => this.find(address, nowMs) !== undefined) ?? true
    if (isThere) this.#tables?.deadLetters.insert(address, reason, nowMs)
    return changes
  }

  /** Cancels on the sender's wish what is due in more than five minutes. A second time changes nothing. */
  cancel(address: ShipmentAddress, scope: CancellationScope, nowMs: number): Cancellation {
    return this.#tables ? cancelShipments(this.#tables, address, scope, nowMs) : 'unknown'
  }

  /** Withdraws all of a shipment that no provider can have yet, at any time. */
  withdraw(address: ShipmentAddress, nowMs: number): void {
    if (this.#tables) withdrawShipment(this.#tables, address, nowMs, this.#timing)
  }

  /** Makes the waiting parts of a shipment due now. */
  bringForward(address: ShipmentAddress, nowMs: number): BroughtForward {
    return this.#tables ? bringForward(this.#tables, address, nowMs) : 'unknown'
  }

  /** What its sender may see of a shipment; `undefined` where there is none. */
  find(address: ShipmentAddress, nowMs: number): OrderView | undefined {
    return this.#tables?.view(address, nowMs)
  }

  /** The newest shipments that have a sender's reference. */
  withReference(sendersReference: string, limit: number): readonly Referred[] {
    return this.#tables?.withReference(sendersReference, limit) ?? []
  }

  /** Looks at what has come due. */
  wake(nowMs: number): DueWork {
    return this.#due?.take(nowMs) ?? NO_WORK
  }

  /** When anything next needs a look. */
  nextWakeUpMs(nowMs: number): number | undefined {
    return this.#due?.nextMs(nowMs)
  }

  /** When a message next needs a look. Cheaper than `nextWakeUpMs`, which asks all tables. */
  nextMessageMs(): number | undefined {
    return this.#tables?.messages.nextWakeUpMs()
  }

  /** The calls of operators; `undefined` before the first order. */
  get operated(): OperatorLedger | undefined {
    return this.#tables && new OperatorLedger(this.#tables, this.#timing)
  }

  /** What has ended, in the form that the feed takes; `undefined` before the first order. */
  get ends(): EndedForFeed | undefined {
    return this.#tables && new EndedForFeed(this.#tables)
  }

  #open(organization: string): LedgerTables {
    return this.#tables ?? this.#use(LedgerTables.create(this.#sql, this.#box, organization))
  }

  #use<Tables extends LedgerTables | undefined>(tables: Tables): Tables {
    this.#tables = tables
    this.#due = tables && new DueRows(tables, this.#timing)
    return tables
  }

  /** Moves one delivery a step on. */
  #step(
    address: DeliveryAddress,
    nowMs: number,
    step: (delivery: Delivery) => Delivery,
    noted: readonly TrailEntry[] = [],
  ): readonly StatusChange[] {
    const stored = this.#tables?.messages.find(address)
    return this.#tables && stored ? this.#tables.saveMessage(stored, step(stored.delivery), nowMs, noted) : []
  }
}
