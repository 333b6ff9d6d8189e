import type { ShipmentAddress } from '../domain/order-id.ts'
import type { Sql } from '../platform/sql.ts'
import type { DeadLetter } from './records.ts'

/** Why a row that cannot be read is among the dead letters. */
export const UNREADABLE_ROW = 'unreadable'

/** What no worker could handle, for an operator to see. */
export class DeadLetters {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  insert({ orderKey, number }: ShipmentAddress, reason: string, atMs: number): void {
    this.#sql.exec(
      'INSERT INTO dead_letters (order_key, number, reason, at_ms) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
      orderKey,
      number,
      reason,
      atMs,
    )
  }

  /** Forgets an entry; gives how many there were. */
  forget({ orderKey, number }: ShipmentAddress): number {
    const gone = 'DELETE FROM dead_letters WHERE order_key = ? AND number = ? RETURNING 1'
    return this.#sql.exec(gone, orderKey, number).length
  }

  latest(limit: number): readonly DeadLetter[] {
    return this.#sql
      .exec<{ order_key: string; number: number; reason: string; at_ms: number }>(
        'SELECT order_key, number, reason, at_ms FROM dead_letters ORDER BY at_ms DESC LIMIT ?',
        limit,
      )
      .map((row) => ({
        address: { orderKey: row.order_key, number: row.number },
        reason: row.reason,
        atMs: row.at_ms,
      }))
  }
}
