import type { Receipt } from '../domain/outcome.ts'
import type { DeliveryStatus } from '../domain/status.ts'
import type { InboxMessage } from '../providers/inbox/inbox-message.ts'

/** A receipt that is still to be sent. */
export type DueReceipt = {
  readonly id: number
  readonly organization: string
  readonly reference: string
  readonly receipt: Receipt
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS messages (
    position INTEGER PRIMARY KEY AUTOINCREMENT, reference TEXT NOT NULL UNIQUE, received_at_ms INTEGER NOT NULL,
    message TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS messages_by_age ON messages (received_at_ms);
  CREATE TABLE IF NOT EXISTS attempts (
    reference TEXT PRIMARY KEY, count INTEGER NOT NULL, at_ms INTEGER NOT NULL, taken INTEGER NOT NULL DEFAULT 0
  );
  CREATE INDEX IF NOT EXISTS attempts_by_age ON attempts (at_ms);
  CREATE TABLE IF NOT EXISTS receipts (
    id INTEGER PRIMARY KEY, organization TEXT NOT NULL, reference TEXT NOT NULL, due_ms INTEGER NOT NULL,
    receipt TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS receipts_by_due ON receipts (due_ms);
`

/** In inboxes of the first version messages went by their shipments. */
function renameColumns(sql: SqlStorage): void {
  for (const table of ['messages', 'attempts', 'receipts'])
    if (sql.exec("SELECT 1 FROM pragma_table_info(?) WHERE name = 'shipment_id'", table).toArray().length > 0)
      sql.exec(`ALTER TABLE ${table} RENAME COLUMN shipment_id TO reference`)
}

/** What the inbox has written itself and reads back: its own JSON needs no second judge. */
const readMessage = (text: string): InboxMessage => JSON.parse(text)
const readReceipt = (text: string): Receipt => JSON.parse(text)

/** The tables of the inbox. */
export class InboxStore {
  readonly #sql: SqlStorage

  constructor(sql: SqlStorage) {
    this.#sql = sql
    renameColumns(sql)
    sql.exec(SCHEMA)
  }

  /** Counts one more attempt on a message, and tells how many there have been. */
  countAttempt(reference: string, nowMs: number): number {
    return this.#sql
      .exec<{ count: number }>(
        `INSERT INTO attempts (reference, count, at_ms) VALUES (?, 1, ?)
         ON CONFLICT DO UPDATE SET count = count + 1 RETURNING count`,
        reference,
        nowMs,
      )
      .one().count
  }

  /** Stores a message unless one with its reference was taken before, even if the inbox was emptied since. */
  insertMessage(reference: string, message: InboxMessage, receivedAtMs: number): boolean {
    const fresh = this.#sql
      .exec('UPDATE attempts SET taken = 1 WHERE reference = ? AND taken = 0 RETURNING reference', reference)
      .toArray()
    if (fresh.length === 0) return false
    this.#sql.exec(
      'INSERT INTO messages (reference, received_at_ms, message) VALUES (?, ?, ?)',
      reference,
      receivedAtMs,
      JSON.stringify(message),
    )
    return true
  }

  /** Gives a message its next status; returns it as it is now, or `undefined` if there is none. */
  advance(reference: string, status: DeliveryStatus, at: string): InboxMessage | undefined {
    const [row] = this.#sql
      .exec<{ message: string }>('SELECT message FROM messages WHERE reference = ?', reference)
      .toArray()
    if (!row) return undefined
    const message = readMessage(row.message)
    if (message.status === status) return undefined
    const advanced = { ...message, status, timeline: [...message.timeline, { status, at }] }
    this.#sql.exec('UPDATE messages SET message = ? WHERE reference = ?', JSON.stringify(advanced), reference)
    return advanced
  }

  /** The latest messages, newest first. */
  messages(limit: number): readonly InboxMessage[] {
    return this.#sql
      .exec<{ message: string }>('SELECT message FROM messages ORDER BY position DESC LIMIT ?', limit)
      .toArray()
      .map((row) => readMessage(row.message))
  }

  planReceipt(organization: string, reference: string, dueMs: number, receipt: Receipt): void {
    this.#sql.exec(
      'INSERT INTO receipts (organization, reference, due_ms, receipt) VALUES (?, ?, ?, ?)',
      organization,
      reference,
      dueMs,
      JSON.stringify(receipt),
    )
  }

  dueReceipts(nowMs: number, limit: number): readonly DueReceipt[] {
    return this.#sql
      .exec<{ id: number; organization: string; reference: string; receipt: string }>(
        'SELECT id, organization, reference, receipt FROM receipts WHERE due_ms <= ? ORDER BY due_ms, id LIMIT ?',
        nowMs,
        limit,
      )
      .toArray()
      .map((row) => ({
        id: row.id,
        organization: row.organization,
        reference: row.reference,
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
