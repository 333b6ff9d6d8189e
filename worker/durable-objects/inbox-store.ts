import type { Receipt } from '../domain/shipment.ts'
import type { DeliveryStatus } from '../domain/status.ts'
import type { InboxMessage } from '../providers/inbox/inbox-message.ts'

/** A receipt that is still to be sent. */
export type DueReceipt = {
  readonly id: number
  readonly organization: string
  readonly shipmentId: string
  readonly receipt: Receipt
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS messages (
    position INTEGER PRIMARY KEY AUTOINCREMENT, shipment_id TEXT NOT NULL UNIQUE, received_at_ms INTEGER NOT NULL,
    message TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS messages_by_age ON messages (received_at_ms);
  CREATE TABLE IF NOT EXISTS attempts (
    shipment_id TEXT PRIMARY KEY, count INTEGER NOT NULL, at_ms INTEGER NOT NULL, taken INTEGER NOT NULL DEFAULT 0
  );
  CREATE INDEX IF NOT EXISTS attempts_by_age ON attempts (at_ms);
  CREATE TABLE IF NOT EXISTS receipts (
    id INTEGER PRIMARY KEY, organization TEXT NOT NULL, shipment_id TEXT NOT NULL, due_ms INTEGER NOT NULL,
    receipt TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS receipts_by_due ON receipts (due_ms);
`

/** What the inbox has written itself and reads back: its own JSON needs no second judge. */
const readMessage = (text: string): InboxMessage => JSON.parse(text)
const readReceipt = (text: string): Receipt => JSON.parse(text)

/** The tables of the inbox. */
export class InboxStore {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.#sql = sql
    sql.exec(SCHEMA)
  }

  /** Counts one more attempt on a shipment, and tells how many there have been. */
  countAttempt(shipmentId: string, nowMs: number): number {
    return this.#sql
      .exec<{ count: number }>(
        `INSERT INTO attempts (shipment_id, count, at_ms) VALUES (?, 1, ?)
         ON CONFLICT DO UPDATE SET count = count + 1 RETURNING count`,
        shipmentId,
        nowMs,
      )
      .one().count
  }

  /** Stores a message unless one with its reference was taken before, even if the inbox was emptied since. */
  insertMessage(message: InboxMessage, receivedAtMs: number): boolean {
    const { shipmentId } = message
    const fresh = this.#sql
      .exec('UPDATE attempts SET taken = 1 WHERE shipment_id = ? AND taken = 0 RETURNING shipment_id', shipmentId)
      .toArray()
    if (fresh.length === 0) return false
    this.#sql.exec(
      'INSERT INTO messages (shipment_id, received_at_ms, message) VALUES (?, ?, ?)',
      shipmentId,
      receivedAtMs,
      JSON.stringify(message),
    )
    return true
  }

  /** Gives a message its next status; returns it as it is now, or `undefined` if there is none. */
  advance(shipmentId: string, status: DeliveryStatus, at: string): InboxMessage | undefined {
    const [row] = this.#sql
      .exec<{ message: string }>('SELECT message FROM messages WHERE shipment_id = ?', shipmentId)
      .toArray()
    if (!row) return undefined
    const message = readMessage(row.message)
    if (message.status === status) return undefined
    const advanced = { ...message, status, timeline: [...message.timeline, { status, at }] }
    this.#sql.exec('UPDATE messages SET message = ? WHERE shipment_id = ?', JSON.stringify(advanced), shipmentId)
    return advanced
  }

  /** The latest messages, newest first. */
  messages(limit: number): readonly InboxMessage[] {
    return this.#sql
      .exec<{ message: string }>('SELECT message FROM messages ORDER BY position DESC LIMIT ?', limit)
      .toArray()
      .map((row) => readMessage(row.message))
  }

  planReceipt(organization: string, shipmentId: string, dueMs: number, receipt: Receipt): void {
    this.#sql.exec(
      'INSERT INTO receipts (organization, shipment_id, due_ms, receipt) VALUES (?, ?, ?, ?)',
      organization,
      shipmentId,
      dueMs,
      JSON.stringify(receipt),
    )
  }

  dueReceipts(nowMs: number, limit: number): readonly DueReceipt[] {
    return this.#sql
      .exec<{ id: number; organization: string; shipment_id: string; receipt: string }>(
        'SELECT id, organization, shipment_id, receipt FROM receipts WHERE due_ms <= ? ORDER BY due_ms, id LIMIT ?',
        nowMs,
        limit,
      )
      .toArray()
      .map((row) => ({
        id: row.id,
        organization: row.organization,
        shipmentId: row.shipment_id,
        receipt: readReceipt(row.receipt),
      }))
  }

  deleteReceipt(id: number): void {
    this.#sql.exec('DELETE FROM receipts WHERE id = ?', id)
  }

  nextReceiptMs(): number | undefined {
    return this.#sql.exec<{ next: number | null }>('SELECT min(due_ms) AS next FROM receipts').one().next ?? undefined
  }

  /** Erases what was received before a moment. */
  eraseBefore(ms: number): void {
    this.#sql.exec('DELETE FROM messages WHERE received_at_ms < ?', ms)
    this.#sql.exec('DELETE FROM attempts WHERE at_ms < ?', ms)
  }

  /** Empties the inbox. Receipts that are still to come are sent all the same: their messages are out. */
  empty(): void {
    this.#sql.exec('DELETE FROM messages')
  }
}
