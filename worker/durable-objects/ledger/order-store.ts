import type { OrderKey, ShipmentAddress } from '../../domain/order-id.ts'

/** What a new order brings along, beside its shipments. */
export type NewOrder = {
  readonly orderKey: OrderKey
  readonly fingerprint: string
  readonly sendersReference: string | undefined
  readonly acceptedAtMs: number
  readonly traceId: string
}

/** An order that no worker could handle, as an operator sees it. */
export type DeadLetter = { readonly address: ShipmentAddress; readonly reason: string; readonly atMs: number }

type OrderRow = {
  fingerprint: string
  senders_reference: string | null
  accepted_at_ms: number
  trace_id: string
}

/** Orders, each under its key, and whose they are. Only a ledger that has tables may be asked. */
export class OrderStore {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  organization(): string {
    return this.#sql.exec<{ organization: string }>('SELECT organization FROM ledger').one().organization
  }

  /** Stores an order unless its key is taken. */
  insert(order: NewOrder): boolean {
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

  find(orderKey: OrderKey): NewOrder | undefined {
    const [row] = this.#sql
      .exec<OrderRow>(
        'SELECT fingerprint, senders_reference, accepted_at_ms, trace_id FROM orders WHERE order_key = ?',
        orderKey,
      )
      .toArray()
    return (
      row && {
        orderKey,
        fingerprint: row.fingerprint,
        sendersReference: row.senders_reference ?? undefined,
        acceptedAtMs: row.accepted_at_ms,
        traceId: row.trace_id,
      }
    )
  }

  /** Erases an order of which nothing else is left. */
  forgetIfEmpty(orderKey: OrderKey): void {
    this.#sql.exec(
      `DELETE FROM orders WHERE order_key = ?1 AND NOT EXISTS (SELECT 1 FROM deliveries WHERE order_key = ?1)
         AND NOT EXISTS (SELECT 1 FROM shipments WHERE order_key = ?1)`,
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

  forgetDeadLetter({ orderKey, number }: ShipmentAddress): void {
    this.#sql.exec('DELETE FROM dead_letters WHERE order_key = ? AND number = ?', orderKey, number)
  }

  deadLetters(limit: number): readonly DeadLetter[] {
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
