import type { ShipmentPlan } from '../../domain/order.ts'
import type { OrderKey, ShipmentAddress } from '../../domain/order-id.ts'
import { isFinal, type Shipment, type ShipmentPhase } from '../../domain/shipment.ts'

/** A shipment of an ordinary order with all that is stored of it. Its texts are gone once it is final. */
export type StoredShipment = Shipment & {
  readonly address: ShipmentAddress
  readonly plan: Omit<ShipmentPlan, 'texts'>
  readonly texts: ShipmentPlan['texts'] | undefined
}

type Row = {
  order_key: string
  number: number
  phase: ShipmentPhase
  last_update_ms: number
  due_ms: number
  wake_at_ms: number | null
  unanswered_conditions: number
  failed_lookups: number
  plan: string
  texts: string | null
}

/** What the ledger has written itself and reads back: its own JSON needs no second judge. */
const readPlan = (text: string): Omit<ShipmentPlan, 'texts'> => JSON.parse(text)
const readTexts = (text: string): ShipmentPlan['texts'] => JSON.parse(text)

const toShipment = (row: Row): StoredShipment => ({
  address: { orderKey: row.order_key, number: row.number },
  phase: row.phase,
  lastUpdateMs: row.last_update_ms,
  dueMs: row.due_ms,
  wakeAtMs: row.wake_at_ms ?? undefined,
  unansweredConditions: row.unanswered_conditions,
  failedLookups: row.failed_lookups,
  plan: readPlan(row.plan),
  texts: row.texts === null ? undefined : readTexts(row.texts),
})

/** The shipments of ordinary orders. Only a ledger that has tables may be asked. */
export class ShipmentStore {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  insert({ orderKey, number }: ShipmentAddress, shipment: Shipment, { texts, ...plan }: ShipmentPlan): void {
    this.#sql.exec(
      `INSERT INTO shipments (order_key, number, phase, last_update_ms, due_ms, wake_at_ms, unanswered_conditions,
         failed_lookups, plan, texts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      orderKey,
      number,
      shipment.phase,
      shipment.lastUpdateMs,
      shipment.dueMs,
      shipment.wakeAtMs ?? null,
      shipment.unansweredConditions,
      shipment.failedLookups,
      JSON.stringify(plan),
      JSON.stringify(texts),
    )
  }

  find({ orderKey, number }: ShipmentAddress): StoredShipment | undefined {
    const [row] = this.#sql
      .exec<Row>('SELECT * FROM shipments WHERE order_key = ? AND number = ?', orderKey, number)
      .toArray()
    return row && toShipment(row)
  }

  /** The shipments of one order, in their order. */
  ofOrder(orderKey: OrderKey): readonly StoredShipment[] {
    return this.#sql
      .exec<Row>('SELECT * FROM shipments WHERE order_key = ? ORDER BY number', orderKey)
      .toArray()
      .map(toShipment)
  }

  /** Writes what may change of a shipment. A final one loses its texts in the same write. */
  save({ orderKey, number }: ShipmentAddress, shipment: Shipment): void {
    this.#sql.exec(
      `UPDATE shipments SET phase = ?, last_update_ms = ?, wake_at_ms = ?, unanswered_conditions = ?, failed_lookups = ?,
         texts = CASE WHEN ? THEN NULL ELSE texts END WHERE order_key = ? AND number = ?`,
      shipment.phase,
      shipment.lastUpdateMs,
      shipment.wakeAtMs ?? null,
      shipment.unansweredConditions,
      shipment.failedLookups,
      isFinal(shipment) ? 1 : 0,
      orderKey,
      number,
    )
  }

  /** The shipments that have come due, the longest overdue first. */
  due(nowMs: number, limit: number): readonly StoredShipment[] {
    return this.#sql
      .exec<Row>('SELECT * FROM shipments WHERE wake_at_ms <= ? ORDER BY wake_at_ms LIMIT ?', nowMs, limit)
      .toArray()
      .map(toShipment)
  }

  countQueued(): number {
    return this.#sql.exec<{ count: number }>("SELECT count(*) AS count FROM shipments WHERE phase = 'queued'").one()
      .count
  }

  nextWakeUpMs(): number | undefined {
    const { next } = this.#sql.exec<{ next: number | null }>('SELECT min(wake_at_ms) AS next FROM shipments').one()
    return next ?? undefined
  }

  /** Erases a shipment and its deliveries. */
  forget({ orderKey, number }: ShipmentAddress): void {
    this.#sql.exec('DELETE FROM deliveries WHERE order_key = ? AND number = ?', orderKey, number)
    this.#sql.exec('DELETE FROM shipments WHERE order_key = ? AND number = ?', orderKey, number)
  }
}
