import { FENCES } from '../domain/fences.ts'
import { ifReadable } from '../platform/if-readable.ts'
import { migrate, migrateIfAny, type Schema, statements } from '../platform/migrations.ts'
import type { Sql, SqlRow } from '../platform/sql.ts'
import type { DaySlot } from './fence-counts.ts'
import type { KeptTrip } from './trips.ts'

const SCHEMA: Schema<Sql> = {
  steps: [
    statements(
      'CREATE TABLE keeper (organization TEXT NOT NULL, hash_key TEXT NOT NULL)',
      'CREATE TABLE day_slots (number INTEGER PRIMARY KEY, messages INTEGER NOT NULL)',
      'CREATE TABLE takes (id INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL, messages INTEGER NOT NULL, recipients TEXT NOT NULL)',
      `CREATE TABLE trips (fence TEXT PRIMARY KEY, refused INTEGER NOT NULL, since_ms INTEGER NOT NULL, last_ms INTEGER NOT NULL,
         logged_ms INTEGER NOT NULL)`,
    ),
  ],
  unnumbered: () => 0,
}

type TripRow = { fence: string; refused: number; since_ms: number; last_ms: number; logged_ms: number }

/** What was counted within a short time: how many messages, and the hash of each recipient. Fewer than none: taken back. */
type Take = { readonly atMs: number; readonly messages: number; readonly recipients: readonly string[] }

/** Keyed hashes as they were stored. A row that cannot be read counts its messages, and none of its recipients. */
function readHashes(text: string): readonly string[] {
  const hashes = ifReadable((): unknown => JSON.parse(text))
  return Array.isArray(hashes) ? hashes.filter((hash) => typeof hash === 'string') : []
}

/** What is stored of an organisation's fences: no number and no address, only keyed hashes. */
export class FenceStore {
  readonly #sql: Sql
  /** Nothing is written, not even a table, before the first message. */
  #exists: boolean

  constructor(sql: Sql) {
    this.#exists = migrateIfAny(sql, SCHEMA)
    this.#sql = sql
  }

  get organization(): string {
    return this.#keeper?.organization ?? ''
  }

  /** The key that recipients are hashed with; `undefined` where there is none yet. */
  get hashKey(): string | undefined {
    return this.#keeper?.hash_key
  }

  create(organization: string, hashKey: string): void {
    migrate(this.#sql, SCHEMA)
    this.#exists = true
    this.#sql.exec('INSERT INTO keeper (organization, hash_key) VALUES (?, ?)', organization, hashKey)
  }

  days(): readonly DaySlot[] {
    return this.#read<{ number: number; messages: number }>('SELECT * FROM day_slots ORDER BY number')
  }

  takes(): readonly Take[] {
    return this.#read<{ at_ms: number; messages: number; recipients: string }>('SELECT * FROM takes ORDER BY id').map(
      ({ at_ms, messages, recipients }) => ({ atMs: at_ms, messages, recipients: readHashes(recipients) }),
    )
  }

  trips(): readonly KeptTrip[] {
    return this.#read<TripRow>('SELECT * FROM trips').flatMap((row) => {
      const fence = FENCES.find((name) => name === row.fence)
      const { refused, since_ms: sinceMs, last_ms: lastMs, logged_ms: loggedMs } = row
      return fence ? [{ fence, refused, sinceMs, lastMs, loggedMs }] : []
    })
  }

  saveDay({ number, messages }: DaySlot): void {
    this.#sql.exec('INSERT OR REPLACE INTO day_slots (number, messages) VALUES (?, ?)', number, messages)
  }

  addTake({ atMs, messages, recipients }: Take): void {
    this.#sql.exec(
      'INSERT INTO takes (at_ms, messages, recipients) VALUES (?, ?, ?)',
      atMs,
      messages,
      JSON.stringify(recipients),
    )
  }

  saveTrip({ fence, refused, sinceMs, lastMs, loggedMs }: KeptTrip): void {
    this.#sql.exec(
      'INSERT OR REPLACE INTO trips (fence, refused, since_ms, last_ms, logged_ms) VALUES (?, ?, ?, ?, ?)',
      fence,
      refused,
      sinceMs,
      lastMs,
      loggedMs,
    )
  }

  /** Erases counts that are older than every window. */
  erase(takesBeforeMs: number, daysBefore: number): void {
    this.#sql.exec('DELETE FROM takes WHERE at_ms < ?', takesBeforeMs)
    this.#sql.exec('DELETE FROM day_slots WHERE number < ?', daysBefore)
  }

  /** Whether any count is left to erase later. */
  get isEmpty(): boolean {
    return this.days().length === 0 && !this.hasTakes
  }

  get hasTakes(): boolean {
    return this.#read('SELECT 1 FROM takes LIMIT 1').length > 0
  }

  get #keeper(): { organization: string; hash_key: string } | undefined {
    return this.#read<{ organization: string; hash_key: string }>('SELECT organization, hash_key FROM keeper')[0]
  }

  #read<Row extends SqlRow>(statement: string): readonly Row[] {
    return this.#exists ? this.#sql.exec<Row>(statement) : []
  }
}
