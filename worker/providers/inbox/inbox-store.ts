import type { Eraser } from '../../domain/erasure.ts'
import type { Receipt } from '../../domain/outcome.ts'
import type { DeliveryStatus } from '../../domain/status.ts'
import type { Box } from '../../platform/content-box.ts'
import { migrate, type Schema, statements } from '../../platform/migrations.ts'
import { hasTable, type Sql, sqlOf } from '../../platform/sql.ts'
import type { InboxMessage } from './inbox-message.ts'
import { openIfAny, readIfAny } from './read-kept.ts'

/** A receipt that is still to be sent. */
type DueReceipt = {
  readonly id: number
  readonly organization: string
  readonly reference: string
  /** Left out where it cannot be read. */
  readonly receipt: Receipt | undefined
}

/** Version 1: messages go by their shipments. */
const BY_SHIPMENT = statements(
  `CREATE TABLE messages (
    position INTEGER PRIMARY KEY AUTOINCREMENT, shipment_id TEXT NOT NULL UNIQUE, received_at_ms INTEGER NOT NULL,
    message TEXT NOT NULL
  )`,
  'CREATE INDEX messages_by_age ON messages (received_at_ms)',
  `CREATE TABLE attempts (
    shipment_id TEXT PRIMARY KEY, count INTEGER NOT NULL, at_ms INTEGER NOT NULL, taken INTEGER NOT NULL DEFAULT 0
  )`,
  'CREATE INDEX attempts_by_age ON attempts (at_ms)',
  `CREATE TABLE receipts (
    id INTEGER PRIMARY KEY, organization TEXT NOT NULL, shipment_id TEXT NOT NULL, due_ms INTEGER NOT NULL,
    receipt TEXT NOT NULL
  )`,
  'CREATE INDEX receipts_by_due ON receipts (due_ms)',
)

/** Version 2: they go by the references of deliveries, of which a shipment may have several. */
const BY_REFERENCE = statements(
  'ALTER TABLE messages RENAME COLUMN shipment_id TO reference',
  'ALTER TABLE attempts RENAME COLUMN shipment_id TO reference',
  'ALTER TABLE receipts RENAME COLUMN shipment_id TO reference',
)

/** Version 3: requests are kept beside messages, and what was emptied can be brought back. */
const WITH_REQUESTS = statements(
  'ALTER TABLE messages ADD COLUMN emptied INTEGER NOT NULL DEFAULT 0',
  'CREATE TABLE requests (position INTEGER PRIMARY KEY AUTOINCREMENT, at_ms INTEGER NOT NULL, request TEXT NOT NULL)',
)

const hasReferences = (sql: Sql): boolean =>
  sql.exec("SELECT 1 FROM pragma_table_info('messages') WHERE name = 'reference'").length > 0

/** The tables of the inbox, and how those of older versions become them. */
export const INBOX_SCHEMA: Schema<Sql> = {
  steps: [BY_SHIPMENT, BY_REFERENCE, WITH_REQUESTS],
  unnumbered: (sql) => (hasTable(sql, 'requests') ? 3 : hasReferences(sql) ? 2 : hasTable(sql, 'messages') ? 1 : 0),
}

/** What the inbox keeps. */
export class InboxStore {
  readonly #sql: SqlStorage
  readonly #box: Box

  constructor(sql: SqlStorage, box: Box) {
    this.#sql = sql
    this.#box = box
    migrate(sqlOf(sql), INBOX_SCHEMA)
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
      this.#box.seal(JSON.stringify(message)),
    )
    return true
  }

  /** Gives a message its next status; returns it as it is now, or `undefined` if there is none to show. */
  advance(reference: string, status: DeliveryStatus, at: string): InboxMessage | undefined {
    const [row] = this.#sql
      .exec<{ message: string; emptied: number }>(
        'SELECT message, emptied FROM messages WHERE reference = ?',
        reference,
      )
      .toArray()
    if (!row) return undefined
    const message = this.#read(row.message)
    if (!message || message.status === status) return undefined
    const advanced = { ...message, status, timeline: [...message.timeline, { status, at }] }
    this.#sql.exec(
      'UPDATE messages SET message = ? WHERE reference = ?',
      this.#box.seal(JSON.stringify(advanced)),
      reference,
    )
    return row.emptied === 0 ? advanced : undefined
  }

  /** The latest messages, newest first. */
  messages(limit: number): readonly InboxMessage[] {
    return this.#sql
      .exec<{ message: string }>('SELECT message FROM messages WHERE emptied = 0 ORDER BY position DESC LIMIT ?', limit)
      .toArray()
      .flatMap((row) => this.#read(row.message) ?? [])
  }

  /** A message; `undefined` where no key opens it, or it has another form. One that is must not hide the others. */
  #read(stored: string): InboxMessage | undefined {
    return readIfAny<InboxMessage>(openIfAny(this.#box, stored))
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
        receipt: readIfAny<Receipt>(row.receipt),
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

  /** Erases the messages to a recipient, that name them, or that cannot be read; tells how many of the first two. */
  erase(eraser: Eraser): number {
    const rows = this.#sql
      .exec<{ position: number; message: string }>('SELECT position, message FROM messages')
      .toArray()
    let named = 0
    for (const { position, message } of rows) {
      const text = openIfAny(this.#box, message)
      if (text !== undefined && !eraser.isInJson(text)) continue
      this.#sql.exec('DELETE FROM messages WHERE position = ?', position)
      if (text !== undefined) named++
    }
    return named
  }

  /**
   * Empties the inbox. Receipts that are still to come are sent all the same: their messages are out. What was emptied can
   * be brought back until it is emptied the next time.
   */
  empty(): void {
    this.#sql.exec('DELETE FROM messages WHERE emptied = 1')
    this.#sql.exec('UPDATE messages SET emptied = 1')
  }

  /** Brings back what was emptied last. */
  restore(): void {
    this.#sql.exec('UPDATE messages SET emptied = 0')
  }
}
