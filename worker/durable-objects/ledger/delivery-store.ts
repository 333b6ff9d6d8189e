import type { Delivery, Phase, Policy } from '../../domain/delivery.ts'
import type { Content } from '../../domain/message.ts'
import type { DeliveryAddress, ShipmentAddress } from '../../domain/order-id.ts'
import type { Channel, DeliveryStatus } from '../../domain/status.ts'

/** A delivery with all that is stored of it. */
export type StoredDelivery = Delivery & {
  readonly address: DeliveryAddress
  readonly destination: string
  /** Whether it goes to the inbox whatever its provider is. */
  readonly simulated: boolean
  readonly provider: string | undefined
  /** Gone once the delivery is final. */
  readonly content: string | undefined
  readonly traceId: string
}

/** What a new delivery brings along, beside its state. */
export type NewDeliveryRow = Pick<StoredDelivery, 'address' | 'destination' | 'simulated'> & {
  readonly content: Content | undefined
}

type Row = {
  order_key: string
  number: number
  position: number
  channel: Channel
  policy: Policy
  destination: string
  phase: Phase
  status: DeliveryStatus
  last_update_ms: number
  expires_at_ms: number
  attempts: number
  wake_at_ms: number
  provider: string | null
  stay_with: string | null
  simulated: number
  content: string | null
  trace_id: string
}

const SELECT = 'SELECT deliveries.*, orders.trace_id FROM deliveries JOIN orders USING (order_key)'

const toDelivery = (row: Row): StoredDelivery => ({
  address: { orderKey: row.order_key, number: row.number, position: row.position },
  channel: row.channel,
  policy: row.policy,
  destination: row.destination,
  phase: row.phase,
  status: row.status,
  lastUpdateMs: row.last_update_ms,
  expiresAtMs: row.expires_at_ms,
  attempts: row.attempts,
  wakeAtMs: row.wake_at_ms,
  stayWith: row.stay_with ?? undefined,
  simulated: row.simulated === 1,
  provider: row.provider ?? undefined,
  content: row.content ?? undefined,
  traceId: row.trace_id,
})

/** Deliveries, each with the time of its own next wake-up. Only a ledger that has tables may be asked. */
export class DeliveryStore {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  insert(delivery: Delivery, { address, destination, simulated, content }: NewDeliveryRow): void {
    this.#sql.exec(
      `INSERT INTO deliveries (order_key, number, position, channel, policy, destination, phase, status, last_update_ms,
         expires_at_ms, attempts, wake_at_ms, simulated, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      address.orderKey,
      address.number,
      address.position,
      delivery.channel,
      delivery.policy,
      destination,
      delivery.phase,
      delivery.status,
      delivery.lastUpdateMs,
      delivery.expiresAtMs,
      delivery.attempts,
      delivery.wakeAtMs,
      simulated ? 1 : 0,
      content && delivery.phase !== 'final' ? JSON.stringify(content) : null,
    )
  }

  find({ orderKey, number, position }: DeliveryAddress): StoredDelivery | undefined {
    const [row] = this.#sql
      .exec<Row>(`${SELECT} WHERE order_key = ? AND number = ? AND position = ?`, orderKey, number, position)
      .toArray()
    return row && toDelivery(row)
  }

  /** The deliveries of one shipment, in their order. */
  ofShipment({ orderKey, number }: ShipmentAddress): readonly StoredDelivery[] {
    return this.#sql
      .exec<Row>(`${SELECT} WHERE order_key = ? AND number = ? ORDER BY position`, orderKey, number)
      .toArray()
      .map(toDelivery)
  }

  /** Writes what may change of a delivery. A final one loses its content in the same write. */
  save({ orderKey, number, position }: DeliveryAddress, delivery: Delivery, provider: string | undefined): void {
    this.#sql.exec(
      `UPDATE deliveries SET phase = ?1, status = ?2, last_update_ms = ?3, attempts = ?4, wake_at_ms = ?5, provider = ?6,
         stay_with = ?7, content = CASE WHEN ?1 = 'final' THEN NULL ELSE content END
       WHERE order_key = ?8 AND number = ?9 AND position = ?10`,
      delivery.phase,
      delivery.status,
      delivery.lastUpdateMs,
      delivery.attempts,
      delivery.wakeAtMs,
      provider ?? null,
      delivery.stayWith ?? null,
      orderKey,
      number,
      position,
    )
  }

  /** The deliveries that have come due, the longest overdue first. */
  due(nowMs: number, limit: number): readonly StoredDelivery[] {
    return this.#sql
      .exec<Row>(`${SELECT} WHERE wake_at_ms <= ? ORDER BY wake_at_ms LIMIT ?`, nowMs, limit)
      .toArray()
      .map(toDelivery)
  }

  countQueued(): number {
    return this.#sql.exec<{ count: number }>("SELECT count(*) AS count FROM deliveries WHERE phase = 'queued'").one()
      .count
  }

  nextWakeUpMs(): number | undefined {
    const { next } = this.#sql.exec<{ next: number | null }>('SELECT min(wake_at_ms) AS next FROM deliveries').one()
    return next ?? undefined
  }

  /** Erases a delivery. */
  forget({ orderKey, number, position }: DeliveryAddress): void {
    this.#sql.exec(
      'DELETE FROM deliveries WHERE order_key = ? AND number = ? AND position = ?',
      orderKey,
      number,
      position,
    )
  }
}
