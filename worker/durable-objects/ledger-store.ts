import type { Content } from '../domain/message.ts'
import type { OrderKey, ShipmentAddress } from '../domain/order-id.ts'
import type { Phase, Shipment } from '../domain/shipment.ts'
import type { Channel, DeliveryStatus } from '../domain/status.ts'

/** What a new order brings along, beside its shipments. */
export type NewOrder = {
  readonly orderKey: OrderKey
  readonly fingerprint: string
  readonly sendersReference: string | undefined
  readonly acceptedAtMs: number
  readonly traceId: string
}

/** A shipment with all that is stored of it. */
export type StoredShipment = Shipment & {
  readonly address: ShipmentAddress
  readonly destination: string
  readonly provider: string | undefined
  /** Gone once the shipment is final. */
  readonly content: string | undefined
  readonly traceId: string
  readonly sendersReference: string | undefined
}

type ShipmentRow = {
  order_key: string
  number: number
  channel: Channel
  destination: string
  phase: Phase
  status: DeliveryStatus
  last_update_ms: number
  expires_at_ms: number
  attempts: number
  wake_at_ms: number
  provider: string | null
  content: string | null
  trace_id: string
  senders_reference: string | null
}

/** An order that no worker could handle, as an operator sees it. */
export type DeadLetter = { readonly address: ShipmentAddress; readonly reason: string; readonly atMs: number }

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS ledger (organization TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS orders (
    order_key TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, senders_reference TEXT, accepted_at_ms INTEGER NOT NULL,
    trace_id TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS shipments (
    order_key TEXT NOT NULL, number INTEGER NOT NULL, channel TEXT NOT NULL, destination TEXT NOT NULL,
    phase TEXT NOT NULL, status TEXT NOT NULL, last_update_ms INTEGER NOT NULL, expires_at_ms INTEGER NOT NULL,
    attempts INTEGER NOT NULL, wake_at_ms INTEGER NOT NULL, provider TEXT, content TEXT,
    PRIMARY KEY (order_key, number)
  );
  CREATE INDEX IF NOT EXISTS shipments_by_wake_up ON shipments (wake_at_ms);
  CREATE INDEX IF NOT EXISTS shipments_in_queue ON shipments (phase) WHERE phase = 'queued';
  CREATE TABLE IF NOT EXISTS dead_letters (
    order_key TEXT NOT NULL, number INTEGER NOT NULL, reason TEXT NOT NULL, at_ms INTEGER NOT NULL,
    PRIMARY KEY (order_key, number)
  );
`

const SELECT_SHIPMENT = `
  SELECT shipments.*, orders.trace_id, orders.senders_reference FROM shipments JOIN orders USING (order_key)
`

const toShipment = (row: ShipmentRow): StoredShipment => ({
  address: { orderKey: row.order_key, number: row.number },
  channel: row.channel,
  destination: row.destination,
  phase: row.phase,
  status: row.status,
  lastUpdateMs: row.last_update_ms,
  expiresAtMs: row.expires_at_ms,
  attempts: row.attempts,
  wakeAtMs: row.wake_at_ms,
  provider: row.provider ?? undefined,
  content: row.content ?? undefined,
  traceId: row.trace_id,
  sendersReference: row.senders_reference ?? undefined,
})

/** The tables of one ledger, in words of the domain. Nothing is written, not even a table, before the first order. */
export class LedgerStore {
  readonly #sql: SqlStorage
  #ready: boolean

  constructor(sql: SqlStorage) {
    this.#sql = sql
    this.#ready = sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'dead_letters'").toArray().length > 0
  }

  /** Makes the tables on the first order, and remembers whose they are. */
  prepare(organization: string): void {
    if (this.#ready) return
    this.#sql.exec(SCHEMA)
    this.#sql.exec('INSERT INTO ledger (organization) VALUES (?)', organization)
    this.#ready = true
  }

  /** Whose orders these are. Only a ledger that holds something may be asked. */
  organization(): string {
    return this.#sql.exec<{ organization: string }>('SELECT organization FROM ledger').one().organization
  }

  /** Stores an order unless its key is taken. */
  insertOrder(order: NewOrder): boolean {
    return (
      this.#sql.exec(
        `INSERT INTO orders (order_key, fingerprint, senders_reference, accepted_at_ms, trace_id) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT DO NOTHING`,
        order.orderKey,
        order.fingerprint,
        order.sendersReference ?? null,
        order.acceptedAtMs,
        order.traceId,
      ).rowsWritten > 0
    )
  }

  insertShipment(address: ShipmentAddress, shipment: Shipment, destination: string, content: Content): void {
    this.#sql.exec(
      `INSERT INTO shipments (order_key, number, channel, destination, phase, status, last_update_ms, expires_at_ms,
         attempts, wake_at_ms, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      address.orderKey,
      address.number,
      shipment.channel,
      destination,
      shipment.phase,
      shipment.status,
      shipment.lastUpdateMs,
      shipment.expiresAtMs,
      shipment.attempts,
      shipment.wakeAtMs,
      JSON.stringify(content),
    )
  }

  findOrder(orderKey: OrderKey): { fingerprint: string; sendersReference: string | undefined } | undefined {
    if (!this.#ready) return undefined
    const [row] = this.#sql
      .exec<{ fingerprint: string; senders_reference: string | null }>(
        'SELECT fingerprint, senders_reference FROM orders WHERE order_key = ?',
        orderKey,
      )
      .toArray()
    return row && { fingerprint: row.fingerprint, sendersReference: row.senders_reference ?? undefined }
  }

  findShipment({ orderKey, number }: ShipmentAddress): StoredShipment | undefined {
    if (!this.#ready) return undefined
    const [row] = this.#sql
      .exec<ShipmentRow>(`${SELECT_SHIPMENT} WHERE order_key = ? AND number = ?`, orderKey, number)
      .toArray()
    return row && toShipment(row)
  }

  /** Writes what may change of a shipment. A final one loses its content in the same write. */
  saveShipment(address: ShipmentAddress, shipment: Shipment, provider: string | undefined): void {
    this.#sql.exec(
      `UPDATE shipments SET phase = ?1, status = ?2, last_update_ms = ?3, attempts = ?4, wake_at_ms = ?5, provider = ?6,
         content = CASE WHEN ?1 = 'final' THEN NULL ELSE content END WHERE order_key = ?7 AND number = ?8`,
      shipment.phase,
      shipment.status,
      shipment.lastUpdateMs,
      shipment.attempts,
      shipment.wakeAtMs,
      provider ?? null,
      address.orderKey,
      address.number,
    )
  }

  /** The shipments that have come due, the longest overdue first. */
  dueShipments(nowMs: number, limit: number): readonly StoredShipment[] {
    if (!this.#ready) return []
    return this.#sql
      .exec<ShipmentRow>(`${SELECT_SHIPMENT} WHERE wake_at_ms <= ? ORDER BY wake_at_ms LIMIT ?`, nowMs, limit)
      .toArray()
      .map(toShipment)
  }

  countQueued(): number {
    return this.#sql.exec<{ count: number }>("SELECT count(*) AS count FROM shipments WHERE phase = 'queued'").one()
      .count
  }

  /** When the next shipment comes due; `undefined` when none is left. */
  nextWakeUpMs(): number | undefined {
    if (!this.#ready) return undefined
    const { next } = this.#sql.exec<{ next: number | null }>('SELECT min(wake_at_ms) AS next FROM shipments').one()
    return next ?? undefined
  }

  /** Erases a shipment, and its order with the last of them. */
  forget({ orderKey, number }: ShipmentAddress): void {
    this.#sql.exec('DELETE FROM shipments WHERE order_key = ? AND number = ?', orderKey, number)
    this.#sql.exec('DELETE FROM dead_letters WHERE order_key = ? AND number = ?', orderKey, number)
    this.#sql.exec(
      'DELETE FROM orders WHERE order_key = ?1 AND NOT EXISTS (SELECT 1 FROM shipments WHERE order_key = ?1)',
      orderKey,
    )
  }

  insertDeadLetter({ orderKey, number }: ShipmentAddress, reason: string, atMs: number): void {
    this.#sql.exec(
      'INSERT INTO dead_letters (order_key, number, reason, at_ms) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
      orderKey,
      number,
      reason,
      atMs,
    )
  }

  deadLetters(limit: number): readonly DeadLetter[] {
    if (!this.#ready) return []
    return this.#sql
      .exec<{ order_key: string; number: number; reason: string; at_ms: number }>(
        'SELECT order_key, number, reason, at_ms FROM dead_letters ORDER BY at_ms DESC LIMIT ?',
        limit,
      )
      .toArray()
      .map((row) => ({
        address: { orderKey: row.order_key, number: row.number },
        reason: row.reason,
        atMs: row.at_ms,
      }))
  }
}
