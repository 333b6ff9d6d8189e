import { isWithdrawn } from '../domain/attempt.ts'
import { type Delivery, statusOf } from '../domain/delivery.ts'
import { fillTexts } from '../domain/fill-texts.ts'
import type { Texts } from '../domain/order.ts'
import { MAIN_SHIPMENT_NUMBER, type OrderKey, type ShipmentAddress, toReference, toUuid } from '../domain/order-id.ts'
import { awaitsPreparation, end, type Shipment, type ShipmentEnd } from '../domain/shipment.ts'
import type { DeliveryStatus } from '../domain/status.ts'
import { stepEntries } from '../domain/step-entries.ts'
import { addTo, isSoftBounce, lateEntries, type TrailEntry } from '../domain/trail.ts'
import type { Box } from '../platform/content-box.ts'
import { ifReadable } from '../platform/if-readable.ts'
import { migrate, migrateIfAny } from '../platform/migrations.ts'
import type { Sql } from '../platform/sql.ts'
import type { Claimed, DueShipment, OrderAcceptance, OrderView, Referred } from './contract.ts'
import { DeadLetters } from './dead-letters.ts'
import { EndedShipments } from './ended-shipments.ts'
import { LiveMessages } from './live-messages.ts'
import { LiveShipments } from './live-shipments.ts'
import type { LiveMessage, LiveShipment } from './records.ts'
import { findReferred } from './referred.ts'
import { LEDGER_SCHEMA } from './schema.ts'
import type { StatusChange } from './status-change.ts'
import { endInstant, endShipment, toClaimed, viewEnded, viewInstant, viewLive } from './views.ts'

/** The status of a mail whose address takes none. */
const BOUNCED: DeliveryStatus = 'Email_Failed_Bounced'

/** Whether an address takes no mail at all. A full mailbox has the same status, but may have room tomorrow. */
const cameBackForGood = (delivery: Delivery): boolean =>
  statusOf(delivery) === BOUNCED && !isSoftBounce(delivery.trail ?? [])

/** The tables of a ledger that has any, and what must change with what: a shipment ends with its last delivery. */
export class LedgerTables {
  readonly sql: Sql
  readonly organization: string
  readonly messages: LiveMessages
  readonly shipments: LiveShipments
  readonly ended: EndedShipments
  readonly deadLetters: DeadLetters

  readonly #sql: Sql
  readonly #box: Box

  private constructor(sql: Sql, box: Box) {
    this.#sql = sql
    this.#box = box
    this.sql = sql
    this.organization = sql.exec<{ organization: string }>('SELECT organization FROM ledger')[0]?.organization ?? ''
    this.messages = new LiveMessages(sql, box)
    this.shipments = new LiveShipments(sql, box)
    this.ended = new EndedShipments(sql)
    this.deadLetters = new DeadLetters(sql)
  }

  /** Makes the tables of a new ledger, and remembers whose it is. */
  static create(sql: Sql, box: Box, organization: string): LedgerTables {
    migrate(sql, LEDGER_SCHEMA)
    sql.exec('INSERT INTO ledger (organization) VALUES (?)', organization)
    return new LedgerTables(sql, box)
  }

  /** Brings the tables up to date; `undefined` where there are none. Nothing is written before the first order. */
  static open(sql: Sql, box: Box): LedgerTables | undefined {
    return migrateIfAny(sql, LEDGER_SCHEMA) ? new LedgerTables(sql, box) : undefined
  }

  /** The first digit that the keys of this ledger share; empty where nothing is stored. */
  get slice(): string {
    const tables = ['live_messages', 'live_shipments', 'ended_shipments']
    const each = tables.map((table) => `SELECT * FROM (SELECT order_key FROM ${table} LIMIT 1)`).join(' UNION ALL ')
    return this.sql.exec<{ order_key: string }>(`${each} LIMIT 1`)[0]?.order_key.slice(0, 1) ?? ''
  }

  /** What its sender may see of a shipment; `undefined` where there is none. */
  view(address: ShipmentAddress, nowMs: number): OrderView | undefined {
    const message = this.messages.find({ ...address, position: 0 })
    // Where no key opens its texts, all else can still be told.
    if (message?.order)
      return { ...viewInstant(message.order, message), texts: ifReadable(() => this.#textsOfInstant(message)) }
    const live = this.shipments.find(address)
    if (live) {
      const texts = ifReadable(() => this.shipments.textsOf(live))
      return { ...viewLive(live, this.messages.ofShipment(address), nowMs), texts }
    }
    const over = this.ended.find(address)
    return over && viewEnded(over)
  }

  /** What a worker needs to prepare a shipment; `undefined` where that is not to be done any more. */
  dueShipment(address: ShipmentAddress): DueShipment | undefined {
    const live = this.shipments.find(address)
    if (!live || !awaitsPreparation(live.shipment)) return undefined
    const { plan, order, shipment } = live
    const { unansweredConditions, failedLookups, left } = shipment.stage
    const texts = this.shipments.textsOf(live)
    return { address, plan: { ...plan, texts }, unansweredConditions, failedLookups, left, traceId: order.traceId }
  }

  /** A claim on a message, as its holder gets it. Its content is empty where no key opens the text. */
  toClaimed(message: LiveMessage, held: Delivery): Claimed {
    try {
      return toClaimed(message, held, this.#contentOf(message))
    } catch {
      return toClaimed(message, held, '')
    }
  }

  /** A message's content as JSON: its own, or its shipment's texts filled in. Empty where there is none. */
  #contentOf({ address, content, delivery, values = {} }: LiveMessage): string {
    if (content !== undefined) return this.#box.open(content)
    const live = this.shipments.find(address)
    const filled = live && fillTexts(this.shipments.textsOf(live), delivery.channel, values)
    return filled ? JSON.stringify(filled) : ''
  }

  #textsOfInstant({ content, delivery }: LiveMessage): Texts | undefined {
    return content === undefined ? undefined : { [delivery.channel]: JSON.parse(this.#box.open(content)) }
  }

  /** The order that already has a key, if there is one: an ordinary or an instant one. */
  replay(orderKey: OrderKey, fingerprint: string): Extract<OrderAcceptance, { kind: 'replayed' }> | undefined {
    const instant = this.messages.find({ orderKey, number: MAIN_SHIPMENT_NUMBER, position: 0 })?.order
    if (instant)
      return {
        kind: 'replayed',
        sameRequest: instant.fingerprint === fingerprint,
        sendersReferences: [instant.sendersReference],
      }
    const stored = [...this.ended.ofOrder(orderKey), ...this.shipments.ofOrder(orderKey)]
    const [first] = stored
    if (!first) return undefined
    const sendersReferences = stored
      .sort((a, b) => a.address.number - b.address.number)
      .map(({ plan, order }) => (plan ?? order).sendersReference)
    return { kind: 'replayed', sameRequest: first.order.fingerprint === fingerprint, sendersReferences }
  }

  /** Notes what changes no status: calls that a receipt overtook, mail that came back, a redrive beside an attempt. */
  #noteLate(message: LiveMessage, noted: readonly TrailEntry[]): readonly StatusChange[] {
    const { delivery } = message
    const trail = delivery.trail ?? []
    const late = lateEntries(trail, noted)
    if (late.length > 0) this.messages.save({ ...message, delivery: { ...delivery, trail: addTo(trail, late) } })
    return []
  }

  /**
   * Stores a message's next state if it differs, and returns the change of status there was, if any.
   *
   * @param noted entries for its trail, stored in the same write
   */
  saveMessage(
    before: LiveMessage,
    delivery: Delivery,
    nowMs: number,
    noted: readonly TrailEntry[] = [],
  ): readonly StatusChange[] {
    if (delivery === before.delivery) return this.#noteLate(before, noted)
    const { address, order } = before
    const trail = addTo(before.delivery.trail ?? [], [...noted, ...stepEntries(before.delivery, delivery, nowMs)])
    const after: LiveMessage = { ...before, delivery: { ...delivery, trail } }
    if (isWithdrawn(before.delivery, delivery)) {
      this.messages.forget(address)
      this.endIfDone(address, nowMs)
      return []
    }
    if (delivery.stage.phase !== 'final') this.messages.save(after)
    else if (order) {
      this.messages.forget(address)
      this.ended.insert(endInstant(order, after))
    } else if (!this.endIfDone(address, nowMs, after)) this.messages.save(after)
    const [from, to] = [statusOf(before.delivery), statusOf(delivery)]
    return from === to ? [] : [this.changeTo(after, from)]
  }

  /**
   * Stores deliveries of a shipment that has fallen due, and what comes next of it; or its end, where it awaits no more
   * and none of them can be sent.
   */
  process(live: LiveShipment, messages: readonly LiveMessage[], next: Shipment, nowMs: number): void {
    if (next.stage.phase === 'processed' && messages.every(({ delivery }) => delivery.stage.phase === 'final')) {
      const earlier = this.messages.ofShipment(live.address)
      if (earlier.every(({ delivery }) => delivery.stage.phase === 'final')) {
        this.endShipment(live, 'completed', [...earlier, ...messages], nowMs)
        return
      }
    }
    for (const message of messages) this.messages.insert(message)
    this.shipments.save({ ...live, shipment: next })
  }

  /** Ends a shipment before any of its deliveries is made, or when none is left. Its texts go with it. */
  endShipment(live: LiveShipment, how: ShipmentEnd, messages: readonly LiveMessage[], nowMs: number): void {
    const ended = { ...live, shipment: end(live.shipment, how, nowMs) }
    const record = endShipment(ended, messages, nowMs)
    for (const { address } of this.messages.ofShipment(live.address)) this.messages.forget(address)
    this.shipments.forget(live.address)
    this.ended.insert(record)
  }

  /**
   * Ends a shipment if none of its deliveries is still on its way: as completed, or as cancelled where all were withdrawn.
   *
   * @param latest the newest state of one of them, if it is not stored yet
   */
  endIfDone(address: ShipmentAddress, nowMs: number, latest?: LiveMessage): boolean {
    // Asked first: of a thousand deliveries all but the last find another that is open.
    if (this.messages.hasOpen(address, latest?.address.position)) return false
    const live = this.shipments.find(address)
    if (live?.shipment.stage.phase !== 'processed') return false
    const messages = this.messages
      .ofShipment(address)
      .map((message) => (message.address.position === latest?.address.position ? latest : message))
    this.endShipment(live, messages.length === 0 ? 'cancelled' : 'completed', messages, nowMs)
    return true
  }

  /** The newest shipments that have a sender's reference. */
  withReference(sendersReference: string, limit: number): readonly Referred[] {
    return findReferred(this.#sql, sendersReference, limit)
  }

  /** A message's new status, for the log and for its followers. */
  changeTo({ address, simulated, traceId, delivery, destination }: LiveMessage, from: DeliveryStatus): StatusChange {
    const shipmentId = toUuid(address)
    return {
      shipmentId,
      reference: toReference(address, shipmentId),
      organization: this.organization,
      channel: delivery.channel,
      from,
      to: statusOf(delivery),
      atMs: delivery.lastUpdateMs,
      attempts: delivery.attempts,
      provider: simulated ? undefined : delivery.previousProvider,
      simulated,
      traceId,
      ...(cameBackForGood(delivery) && { bouncedFrom: destination }),
    }
  }
}
