import type { Eraser } from '../domain/erasure.ts'
import { migrate, type Schema, statements } from '../platform/migrations.ts'
import { hasTable, type Sql, sqlOf } from '../platform/sql.ts'
import { type AttemptRecord, type Endpoint, isEndpoint, type WebhookDelivery } from './endpoint.ts'

/** Attempts that are kept to be looked at. */
const ATTEMPTS_KEPT = 100

const ENDPOINT = 'endpoint'

/** The keys of events that were received, the latest last. Entries of the feed need none: each has its number. */
const TOLD = 'told'

/** Events that are known again. Mail that comes back late is rare, and its provider tells again within days. */
const TOLD_KEPT = 500

const DELIVERIES = statements(
  `CREATE TABLE deliveries (
    key TEXT PRIMARY KEY, sequence_number INTEGER, body TEXT, attempts INTEGER NOT NULL, due_ms INTEGER NOT NULL
  ) WITHOUT ROWID`,
  `CREATE TABLE attempts (
    number INTEGER PRIMARY KEY AUTOINCREMENT, webhook_id TEXT NOT NULL, at_ms INTEGER NOT NULL, outcome TEXT NOT NULL,
    status INTEGER, duration_ms INTEGER NOT NULL
  )`,
)

/** Version 2: since when each has waited. */
const WITH_START = statements('ALTER TABLE deliveries ADD COLUMN since_ms INTEGER')

const SCHEMA: Schema<Sql> = {
  steps: [DELIVERIES, WITH_START],
  unnumbered: (sql) => (hasTable(sql, 'deliveries') ? 1 : 0),
}

type DeliveryRow = {
  key: string
  sequence_number: number | null
  body: string | null
  attempts: number
  due_ms: number
}

type AttemptRow = {
  webhook_id: string
  at_ms: number
  outcome: AttemptRecord['outcome']
  status: number | null
  duration_ms: number
}

const toDelivery = ({ key, sequence_number, body, attempts, due_ms }: DeliveryRow): WebhookDelivery => ({
  key,
  ...(sequence_number !== null && { sequenceNumber: sequence_number }),
  ...(body !== null && { body }),
  attempts,
  dueMs: due_ms,
})

/** What is stored of an endpoint; `null` where it cannot even be decoded. */
function readStored({ kv }: DurableObjectStorage): unknown {
  try {
    return kv.get<unknown>(ENDPOINT)
  } catch {
    return null
  }
}

/**
 * What one endpoint remembers. Of an entry of the feed only its number waits here: the entry itself, which names a
 * recipient, stays in the feed.
 */
export class EndpointStore {
  readonly #storage: DurableObjectStorage
  readonly #sql: SqlStorage
  #endpoint: Endpoint | undefined
  #isUnreadable: boolean

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage
    this.#sql = storage.sql
    const stored = readStored(storage)
    this.#endpoint = isEndpoint(stored) ? stored : undefined
    this.#isUnreadable = stored !== undefined && !this.#endpoint
    if (this.#endpoint) storage.transactionSync(() => migrate(sqlOf(storage.sql), SCHEMA))
  }

  /** The endpoint; `undefined` in an object that was never given one. Writes nothing. */
  get endpoint(): Endpoint | undefined {
    return this.#endpoint
  }

  /** Whether there is one that cannot be read. It must not hide the organisation's others, and can be deleted. */
  get isUnreadable(): boolean {
    return this.#isUnreadable
  }

  save(endpoint: Endpoint): void {
    if (!this.#endpoint) migrate(sqlOf(this.#sql), SCHEMA)
    this.#storage.kv.put(ENDPOINT, endpoint)
    this.#endpoint = endpoint
    this.#isUnreadable = false
  }

  /** Takes up entries of the feed, and stores how far it has come. */
  takeUp(numbers: readonly number[], endpoint: Endpoint, nowMs: number): void {
    this.#storage.transactionSync(() => {
      for (const number of numbers)
        this.#sql.exec(
          'INSERT INTO deliveries VALUES (?1, ?2, NULL, 0, ?3, ?3) ON CONFLICT DO NOTHING',
          String(number),
          number,
          nowMs,
        )
      this.save(endpoint)
    })
  }

  /** An event that waits; one that was received already is not told again. */
  addEvent(key: string, body: string, nowMs: number): void {
    if (this.#told().includes(key)) return
    this.#sql.exec('INSERT INTO deliveries VALUES (?1, NULL, ?2, 0, ?3, ?3) ON CONFLICT DO NOTHING', key, body, nowMs)
  }

  due(nowMs: number, limit: number): readonly WebhookDelivery[] {
    const rows = this.#sql.exec<DeliveryRow>(
      'SELECT * FROM deliveries WHERE due_ms <= ? ORDER BY due_ms LIMIT ?',
      nowMs,
      limit,
    )
    return rows.toArray().map(toDelivery)
  }

  nextDueMs(): number | undefined {
    const [row] = this.#sql.exec<{ due: number | null }>('SELECT min(due_ms) AS due FROM deliveries')
    return row?.due ?? undefined
  }

  /** Since when the oldest has waited. */
  oldestMs(): number | undefined {
    const [row] = this.#sql.exec<{ since: number | null }>(
      'SELECT min(coalesce(since_ms, due_ms)) AS since FROM deliveries',
    )
    return row?.since ?? undefined
  }

  waiting(): number {
    return this.#sql.exec<{ count: number }>('SELECT count(*) AS count FROM deliveries').one().count
  }

  postpone(key: string, attempts: number, dueMs: number): void {
    this.#sql.exec('UPDATE deliveries SET attempts = ?, due_ms = ? WHERE key = ?', attempts, dueMs, key)
  }

  /** Makes everything that waits due: its endpoint has been enabled again, or is elsewhere now. */
  hurry(nowMs: number): void {
    this.#sql.exec('UPDATE deliveries SET attempts = 0, due_ms = min(due_ms, ?)', nowMs)
  }

  /** The same of the entries beyond a number, which are to be delivered again: those that wait are taken up already. */
  hurryAfter(number: number, nowMs: number): void {
    const due = 'UPDATE deliveries SET attempts = 0, due_ms = min(due_ms, ?) WHERE sequence_number > ?'
    this.#sql.exec(due, nowMs, number)
  }

  remove(key: string): void {
    this.#sql.exec('DELETE FROM deliveries WHERE key = ?', key)
  }

  /** Forgets a delivery that was received, but that an event was. */
  received({ key, sequenceNumber }: WebhookDelivery): void {
    this.remove(key)
    if (sequenceNumber === undefined) this.#storage.kv.put(TOLD, [...this.#told(), key].slice(-TOLD_KEPT))
  }

  #told(): readonly string[] {
    return this.#storage.kv.get<readonly string[]>(TOLD) ?? []
  }

  /** Forgets the events that name a recipient, and tells how many those were. Entries of the feed wait as numbers. */
  erase(eraser: Eraser): number {
    const rows = this.#sql.exec<DeliveryRow>('SELECT * FROM deliveries WHERE body IS NOT NULL').toArray()
    const named = rows.filter(({ body }) => body !== null && eraser.isInJson(body))
    for (const { key } of named) this.remove(key)
    return named.length
  }

  addAttempt({ webhookId, atMs, outcome, status, durationMs }: AttemptRecord): void {
    this.#sql.exec(
      'INSERT INTO attempts (webhook_id, at_ms, outcome, status, duration_ms) VALUES (?, ?, ?, ?, ?)',
      webhookId,
      atMs,
      outcome,
      status ?? null,
      durationMs,
    )
    this.#sql.exec('DELETE FROM attempts WHERE number <= (SELECT max(number) FROM attempts) - ?', ATTEMPTS_KEPT)
  }

  /** The latest attempts, newest first. */
  attempts(): readonly AttemptRecord[] {
    const rows = this.#sql.exec<AttemptRow>('SELECT * FROM attempts ORDER BY number DESC')
    return rows.toArray().map(({ webhook_id, at_ms, outcome, status, duration_ms }) => ({
      webhookId: webhook_id,
      atMs: at_ms,
      outcome,
      ...(status !== null && { status }),
      durationMs: duration_ms,
    }))
  }

  async forget(): Promise<void> {
    this.#endpoint = undefined
    this.#isUnreadable = false
    await this.#storage.deleteAll()
  }
}
