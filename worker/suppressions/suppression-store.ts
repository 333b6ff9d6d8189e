import { migrate, migrateIfAny, type Schema, statements } from '../platform/migrations.ts'
import type { Sql, SqlRow } from '../platform/sql.ts'

/** Why an address is not mailed: mail to it came back for good, its owner called one spam, or an operator has said so. */
export const SUPPRESSION_REASONS = ['hard-bounce', 'complaint', 'operator'] as const

export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number]

/** An address that is not mailed, by the keyed hash of it. Times are milliseconds since 1970. */
export type Suppression = {
  readonly id: string
  readonly reason: SuppressionReason
  readonly sinceMs: number
  readonly untilMs: number
}

type Row = { id: string; reason: string; since_ms: number; until_ms: number }

const SCHEMA: Schema<Sql> = {
  steps: [
    statements(
      'CREATE TABLE list (hash_key TEXT NOT NULL, version INTEGER NOT NULL)',
      'CREATE TABLE suppressions (id TEXT PRIMARY KEY, reason TEXT NOT NULL, since_ms INTEGER NOT NULL, until_ms INTEGER NOT NULL)',
    ),
  ],
  unnumbered: () => 0,
}

const toSuppression = ({ id, reason, since_ms, until_ms }: Row): Suppression => ({
  id,
  reason: SUPPRESSION_REASONS.find((known) => known === reason) ?? 'hard-bounce',
  sinceMs: since_ms,
  untilMs: until_ms,
})

/** The addresses that one organisation's mail does not go to. Nothing is written before the first. */
export class SuppressionStore {
  readonly #sql: Sql
  #exists: boolean

  constructor(sql: Sql) {
    this.#exists = migrateIfAny(sql, SCHEMA)
    this.#sql = sql
  }

  get hashKey(): string | undefined {
    return this.#read<{ hash_key: string }>('SELECT hash_key FROM list')[0]?.hash_key
  }

  /** Rises with every change; 0 where there has been none. */
  get version(): number {
    return this.#read<{ version: number }>('SELECT version FROM list')[0]?.version ?? 0
  }

  create(hashKey: string): void {
    migrate(this.#sql, SCHEMA)
    this.#exists = true
    this.#sql.exec('INSERT INTO list (hash_key, version) VALUES (?, 0)', hashKey)
  }

  /** Adds an address; one that is there keeps its start, the later end, and whose wish it was: a bounce tells less. */
  add({ id, reason, sinceMs, untilMs }: Suppression): void {
    this.#sql.exec(
      `INSERT INTO suppressions (id, reason, since_ms, until_ms) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET reason = CASE reason WHEN 'hard-bounce' THEN excluded.reason ELSE reason END,
         until_ms = max(until_ms, excluded.until_ms)`,
      id,
      reason,
      sinceMs,
      untilMs,
    )
    this.#changed()
  }

  remove(id: string): boolean {
    if (this.#read<Row>(`SELECT * FROM suppressions WHERE id = ?`, id).length === 0) return false
    this.#sql.exec('DELETE FROM suppressions WHERE id = ?', id)
    this.#changed()
    return true
  }

  /** Those that have not ended, the latest first. */
  all(nowMs: number): readonly Suppression[] {
    return this.#read<Row>('SELECT * FROM suppressions WHERE until_ms > ? ORDER BY since_ms DESC', nowMs).map(
      toSuppression,
    )
  }

  /** Erases those that have ended. */
  erase(nowMs: number): void {
    if (this.#exists) this.#sql.exec('DELETE FROM suppressions WHERE until_ms <= ?', nowMs)
  }

  #changed(): void {
    this.#sql.exec('UPDATE list SET version = version + 1')
  }

  #read<Found extends SqlRow>(statement: string, ...values: readonly (string | number)[]): readonly Found[] {
    return this.#exists ? this.#sql.exec<Found>(statement, ...values) : []
  }
}
