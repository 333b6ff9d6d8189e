import { type ShipmentAddress, toUuid } from '../../domain/order-id.ts'
import type { FeedEntry } from '../../feed/feed-entry.ts'

type Row = { order_key: string; number: number; at_ms: number; entry: string }

/** An entry on its way to the feed. */
export type OutgoingEntry = FeedEntry & { readonly address: ShipmentAddress }

/** Characters that one call to the feed carries; the platform's limit is eight times as much. */
const CALL_MAX_LENGTH = 4_194_304

/**
 * Entries for the feed, written in the same transaction that ends their shipments, and erased when the feed has them:
 * whatever happens in between, the feed gets each at least once, and it takes each once.
 */
export class FeedOutbox {
  readonly #sql: SqlStorage
  #hasEntries = true

  constructor(sql: SqlStorage) {
    this.#sql = sql
  }

  /** Whether there may be entries. After a start nobody knows before it is looked. */
  get hasEntries(): boolean {
    return this.#hasEntries
  }

  put({ orderKey, number }: ShipmentAddress, atMs: number, entry: string): void {
    this.#hasEntries = true
    this.#sql.exec(
      'INSERT INTO feed_outbox (order_key, number, at_ms, entry) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
      orderKey,
      number,
      atMs,
      entry,
    )
  }

  /** The oldest entries, no more than one call can carry: one may have hundreds of recipients. */
  oldest(limit: number): readonly OutgoingEntry[] {
    let length = 0
    return this.#sql
      .exec<Row>('SELECT order_key, number, at_ms, entry FROM feed_outbox ORDER BY at_ms LIMIT ?', limit)
      .toArray()
      .map((row) => {
        const address = { orderKey: row.order_key, number: row.number }
        return { address, shipmentId: toUuid(address), atMs: row.at_ms, entry: row.entry }
      })
      .filter(({ entry }, index) => {
        length += entry.length
        return index === 0 || length <= CALL_MAX_LENGTH
      })
  }

  /** Erases entries that the feed has. */
  erase(addresses: readonly ShipmentAddress[]): void {
    for (const { orderKey, number } of addresses)
      this.#sql.exec('DELETE FROM feed_outbox WHERE order_key = ? AND number = ?', orderKey, number)
    this.#hasEntries = this.#sql.exec('SELECT 1 FROM feed_outbox LIMIT 1').toArray().length > 0
  }
}
