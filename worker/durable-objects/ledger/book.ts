import type { StatusChange } from '../../delivery/change.ts'
import { type Delivery, failed, isUntouched, plan, type Timing } from '../../domain/delivery.ts'
import {
  type DeliveryAddress,
  type OrderKey,
  type ShipmentAddress,
  toReference,
  toUuid,
} from '../../domain/order-id.ts'
import { complete, isFinal, ORDER_TIME_TO_LIVE_MS, process, type Shipment } from '../../domain/shipment.ts'
import { DeliveryStore, type StoredDelivery } from './delivery-store.ts'
import type { OrderView, Preparation } from './exchange.ts'
import { FeedOutbox } from './feed-outbox.ts'
import { OrderStore } from './order-store.ts'
import { createTables, openTables } from './schema.ts'
import { ShipmentStore, type StoredShipment } from './shipment-store.ts'
import { feedEntry, viewInstant, viewShipment } from './views.ts'

/**
 * The rows of one ledger, and what must change with what: a shipment ends with its last delivery, and whatever ends
 * leaves an entry for the feed. Everything here is synchronous and belongs into one transaction.
 */
export class Book {
  readonly orders: OrderStore
  readonly shipments: ShipmentStore
  readonly deliveries: DeliveryStore
  readonly outbox: FeedOutbox
  readonly #sql: SqlStorage
  readonly #timing: Timing
  #hasTables: boolean

  constructor(sql: SqlStorage, timing: Timing) {
    this.#sql = sql
    this.#timing = timing
    this.#hasTables = openTables(sql)
    this.orders = new OrderStore(sql)
    this.shipments = new ShipmentStore(sql)
    this.deliveries = new DeliveryStore(sql)
    this.outbox = new FeedOutbox(sql)
  }

  /** Whether anything was ever written here. Nothing is, not even a table, before the first order. */
  get isOpen(): boolean {
    return this.#hasTables
  }

  /** Makes the tables on the first order. */
  open(organization: string): void {
    if (this.#hasTables) return
    createTables(this.#sql, organization)
    this.#hasTables = true
  }

  /** Everything that its sender may see of a shipment; `undefined` where there is none. */
  view(address: ShipmentAddress): OrderView | undefined {
    if (!this.#hasTables) return undefined
    const order = this.orders.find(address.orderKey)
    const shipment = order && this.shipments.find(address)
    const deliveries = order ? this.deliveries.ofShipment(address) : []
    if (order && shipment) return viewShipment(order, shipment, deliveries)
    const [delivery] = deliveries
    return order && delivery && viewInstant(order, delivery)
  }

  /** Stores a delivery's next state if it differs, and returns the change of status there was, if any. */
  saveDelivery(stored: StoredDelivery, next: Delivery, provider: string | undefined, nowMs: number): StatusChange[] {
    if (next === stored) return []
    this.deliveries.save(stored.address, next, provider)
    if (next.phase === 'final' && stored.phase !== 'final') this.#finished({ ...stored, ...next }, nowMs)
    if (next.status === stored.status) return []
    return [
      {
        shipmentId: toUuid(stored.address),
        reference: toReference(stored.address),
        organization: this.orders.organization(),
        channel: stored.channel,
        from: stored.status,
        to: next.status,
        atMs: next.lastUpdateMs,
        attempts: next.attempts,
        provider: stored.simulated ? undefined : provider,
        simulated: stored.simulated,
        traceId: stored.traceId,
      },
    ]
  }

  /** Stores a shipment's next state if it differs. One that ends loses its texts and tells the feed. */
  saveShipment(stored: StoredShipment, next: Shipment): void {
    if (next === stored) return
    this.shipments.save(stored.address, next)
    if (isFinal(next) && !isFinal(stored)) this.#tellFeed(stored.address, next.lastUpdateMs)
  }

  /**
   * Makes the deliveries of a shipment that has fallen due. Returns those that may be attempted now.
   */
  process(
    stored: StoredShipment,
    deliveries: Extract<Preparation, { kind: 'deliveries' }>['deliveries'],
    nowMs: number,
  ): readonly DeliveryAddress[] {
    const ready: DeliveryAddress[] = []
    for (const [position, delivery] of deliveries.entries()) {
      const address = { ...stored.address, position }
      const { channel, simulated } = delivery
      if (delivery.kind === 'failed') {
        const content = undefined
        this.deliveries.insert(failed(channel, delivery.status, nowMs, this.#timing), {
          ...{ address, simulated, content },
          destination: '',
        })
        continue
      }
      const { policy, destination, content } = delivery
      const state = plan(channel, policy, ORDER_TIME_TO_LIVE_MS, nowMs, this.#timing)
      this.deliveries.insert(state, { address, destination, simulated, content })
      if (state.wakeAtMs <= nowMs) ready.push(address)
    }
    const processed = process(stored, nowMs)
    this.saveShipment(stored, processed)
    this.completeIfDone(stored.address, nowMs)
    return ready
  }

  /** Drops the deliveries of a shipment that nobody has tried to send yet. Tells whether any other is left. */
  dropUntouched(address: ShipmentAddress): boolean {
    const deliveries = this.deliveries.ofShipment(address)
    const untouched = deliveries.filter(isUntouched)
    for (const delivery of untouched) this.deliveries.forget(delivery.address)
    return untouched.length < deliveries.length
  }

  /** Ends a shipment if none of its deliveries is still on its way. */
  completeIfDone(address: ShipmentAddress, nowMs: number): void {
    const shipment = this.shipments.find(address)
    if (shipment?.phase !== 'processed') return
    const isDone = this.deliveries.ofShipment(address).every(({ phase }) => phase === 'final')
    if (isDone) this.saveShipment(shipment, complete(shipment, nowMs, this.#timing))
  }

  /** Erases a delivery that nothing remembers any more, and its order with the last of them. */
  forgetDelivery(address: DeliveryAddress): void {
    this.deliveries.forget(address)
    this.#forgetOrder(address)
  }

  forgetShipment(address: ShipmentAddress): void {
    this.shipments.forget(address)
    this.#forgetOrder(address)
  }

  /** When anything next needs a look. */
  nextWakeUpMs(): number | undefined {
    if (!this.#hasTables) return undefined
    const times = [this.deliveries.nextWakeUpMs(), this.shipments.nextWakeUpMs()].filter((ms) => ms !== undefined)
    return times.length === 0 ? undefined : Math.min(...times)
  }

  sendersReferences(orderKey: OrderKey): readonly (string | undefined)[] {
    return this.shipments.ofOrder(orderKey).map(({ plan: { sendersReference } }) => sendersReference)
  }

  #finished(delivery: StoredDelivery, nowMs: number): void {
    const { address, policy } = delivery
    if (policy !== 'instant') this.completeIfDone(address, nowMs)
    const order = policy === 'instant' ? this.orders.find(address.orderKey) : undefined
    if (order) this.outbox.put(address, nowMs, feedEntry(toUuid(address), viewInstant(order, delivery)))
  }

  #tellFeed(address: ShipmentAddress, atMs: number): void {
    const view = this.view(address)
    if (view) this.outbox.put(address, atMs, feedEntry(toUuid(address), view))
  }

  #forgetOrder(address: ShipmentAddress): void {
    this.orders.forgetDeadLetter(address)
    this.orders.forgetIfEmpty(address.orderKey)
  }
}
