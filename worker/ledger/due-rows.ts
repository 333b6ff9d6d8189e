import { wakeDelivery } from '../domain/attempt.ts'
import type { Timing } from '../domain/delivery.ts'
import { type DeliveryAddress, type ShipmentAddress, toReference, toUuid } from '../domain/order-id.ts'
import { awaitsPreparation, PREPARATION_MS, wakeShipment } from '../domain/shipment.ts'
import { UNREADABLE_ROW } from './dead-letters.ts'
import { DueShipments } from './due-shipments.ts'
import { OnQueue } from './on-queue.ts'
import { giveUpRecipients } from './process-shipment.ts'
import type { StatusChange } from './status-change.ts'
import { UnreadableRow } from './stored.ts'
import type { LedgerTables } from './tables.ts'

/** How many rows one wake-up looks at: a transaction short enough that a new order waits milliseconds for it. */
const WAKE_UP_BATCH = 100

/** How many of a ledger's rows may be on the queues at once. 16 ledgers stay below the capacity of a local queue. */
const MOST_QUEUED = 256

/** How many there must be room for before a look is worth an alarm: workers take them 25 at a time. */
const ROOM_WORTH_A_LOOK = 100

/**
 * What is past its retention is erased together after the full hour, or whenever the ledger is awake: a busy one would else be
 * woken, and its alarm set, for nearly each shipment.
 */
const ERASED_EVERY_MS = 3_600_000

/** What a wake-up asks to be done once it is stored. */
export type DueWork = {
  /** References of deliveries to be attempted. */
  readonly deliveries: readonly string[]
  /** Ids of shipments to be prepared. */
  readonly shipments: readonly string[]
  readonly changes: readonly StatusChange[]
  /** Rows that could not be read: they stay where they are, for an operator. */
  readonly unreadable: readonly string[]
  /** What went wrong with others that could be. They stay there too. */
  readonly failures: readonly { readonly shipmentId: string; readonly error: unknown }[]
}

export const NO_WORK: DueWork = { deliveries: [], shipments: [], changes: [], unreadable: [], failures: [] }

const nextHourMs = (ms: number): number => Math.ceil(ms / ERASED_EVERY_MS) * ERASED_EVERY_MS

/** What falls due in one ledger, handed to the queues no faster than workers take it. */
export class DueRows {
  readonly #tables: LedgerTables
  readonly #timing: Timing
  readonly #onQueue = new OnQueue(MOST_QUEUED)
  readonly #shipments: DueShipments
  /** Deliveries that are due and wait for room on the queue, first come first. Looked at no more often than they expire. */
  readonly #waiting: DeliveryAddress[] = []
  /** Shipments that could not be read: they are due for ever. After a restart they are tried again. */
  readonly #unreadable = new Set<string>()

  constructor(tables: LedgerTables, timing: Timing) {
    this.#tables = tables
    this.#timing = timing
    this.#shipments = new DueShipments(tables.shipments)
  }

  /** A worker has taken a delivery off the queue. */
  releaseDelivery(address: DeliveryAddress): void {
    this.#onQueue.take(toReference(address))
  }

  /** A worker has taken a shipment off the queue. */
  releaseShipment(address: ShipmentAddress): void {
    this.#onQueue.take(`order ${toUuid(address)}`)
  }

  /** Looks at what has come due, in one transaction. */
  take(nowMs: number): DueWork {
    if (this.#onQueue.expire(nowMs)) this.#shipments.startAnew()
    this.#eraseEnded(nowMs)
    const looks = [...this.#lookAtMessages(nowMs), ...this.#lookAtShipments(nowMs)]
    return {
      deliveries: looks.flatMap(({ deliveries = [] }) => deliveries),
      shipments: looks.flatMap(({ shipments = [] }) => shipments),
      changes: looks.flatMap(({ changes = [] }) => changes),
      unreadable: looks.flatMap(({ unreadable = [] }) => unreadable),
      failures: looks.flatMap(({ failures = [] }) => failures),
    }
  }

  /** When anything next needs a look. */
  nextMs(nowMs: number): number | undefined {
    const { messages, ended } = this.#tables
    const oldestMs = ended.oldestMs()
    const shipmentMs = this.#shipments.nextMs()
    const isOverdue = this.#waiting.length > 0 || (shipmentMs !== undefined && shipmentMs <= nowMs)
    const times = [
      messages.nextWakeUpMs(),
      isOverdue ? nowMs + (this.#onQueue.room >= ROOM_WORTH_A_LOOK ? 0 : this.#timing.deferMs) : shipmentMs,
      this.#onQueue.earliestMs(),
      oldestMs === undefined
        ? undefined
        : nextHourMs(oldestMs + this.#timing.retentionMs) + this.#timing.erasureDelayMs,
    ].filter((ms) => ms !== undefined)
    return times.length === 0 ? undefined : times.reduce((least, ms) => Math.min(least, ms))
  }

  /** Deliveries come before shipments: what has been tried already has waited longer. */
  #lookAtMessages(nowMs: number): readonly Partial<DueWork>[] {
    const waited = this.#waiting.splice(0, Math.min(this.#onQueue.room, WAKE_UP_BATCH))
    const due = this.#tables.messages.takeDue(nowMs, WAKE_UP_BATCH - waited.length)
    return [...waited.filter((address) => !this.#onQueue.has(toReference(address))), ...due].map((address) =>
      this.#lookAtMessage(address, nowMs),
    )
  }

  #lookAtShipments(nowMs: number): readonly Partial<DueWork>[] {
    const { size, room } = this.#onQueue
    return this.#shipments
      .take(nowMs, Math.min(room, WAKE_UP_BATCH), size + this.#unreadable.size, (address) => {
        const shipmentId = toUuid(address)
        return this.#onQueue.has(`order ${shipmentId}`) || this.#unreadable.has(shipmentId)
      })
      .map((address) => this.#lookAtShipment(address, nowMs))
  }

  #eraseEnded(nowMs: number): void {
    for (const address of this.#tables.ended.erase(nowMs - this.#timing.retentionMs, WAKE_UP_BATCH))
      this.#tables.deadLetters.forget(address)
  }

  #lookAtMessage(address: DeliveryAddress, nowMs: number): Partial<DueWork> {
    const { messages } = this.#tables
    const reference = toReference(address)
    return this.#guarded(address, nowMs, () => {
      const stored = messages.find(address)
      if (!stored) return NO_WORK
      const { delivery, next } = wakeDelivery(stored.delivery, nowMs, this.#timing)
      const changes = this.#tables.saveMessage(stored, delivery, nowMs)
      if (next === 'nothing') return { changes }
      if (this.#onQueue.room <= 0) {
        this.#waiting.push(address)
        messages.lookAgainAt(address, delivery.expiresAtMs)
        return { changes }
      }
      const untilMs = Math.min(nowMs + this.#timing.rescueMs, delivery.expiresAtMs)
      this.#onQueue.put(reference, untilMs)
      messages.lookAgainAt(address, untilMs)
      return { changes, deliveries: [reference] }
    })
  }

  #lookAtShipment(address: ShipmentAddress, nowMs: number): Partial<DueWork> {
    const shipmentId = toUuid(address)
    return this.#guarded(address, nowMs, () => {
      const live = this.#tables.shipments.find(address)
      const next = live ? wakeShipment(live.shipment, nowMs) : 'nothing'
      if (live && awaitsPreparation(live.shipment) && next === 'give-up')
        giveUpRecipients(this.#tables, { ...live, shipment: live.shipment }, nowMs, this.#timing)
      if (!live || next !== 'prepare' || this.#onQueue.room <= 0) return NO_WORK
      this.#tables.dueShipment(address)
      this.#onQueue.put(`order ${shipmentId}`, nowMs + PREPARATION_MS)
      return { shipments: [shipmentId] }
    })
  }

  /** One row that cannot be read, or that we fail on, must not keep the others waiting: it goes to the dead letters. */
  #guarded(address: ShipmentAddress, nowMs: number, look: () => Partial<DueWork>): Partial<DueWork> {
    try {
      return look()
    } catch (error) {
      const shipmentId = toUuid(address)
      this.#unreadable.add(shipmentId)
      this.#tables.deadLetters.insert(address, UNREADABLE_ROW, nowMs)
      return error instanceof UnreadableRow ? { unreadable: [shipmentId] } : { failures: [{ shipmentId, error }] }
    }
  }
}
