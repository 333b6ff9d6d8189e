import type { Sql } from '../platform/sql.ts'

/** How long refusals are shown after the last one. */
export const REFUSALS_SHOWN_MS = 86_400_000

/** The organisations whose fences have refused something lately. Each note erases those that are not shown any more. */
export class FenceRefusals {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  /** Notes that a fence of an organisation has begun to refuse, or goes on: it may never have had a message accepted. */
  note(organization: string, nowMs: number): void {
    this.#sql.exec('DELETE FROM fence_refusals WHERE at_ms < ?', nowMs - REFUSALS_SHOWN_MS)
    this.#sql.exec(
      'INSERT INTO fence_refusals (organization, at_ms) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET at_ms = ?2',
      organization,
      nowMs,
    )
  }

  /** Those that have been refused something since a moment, the latest first. */
  since(fromMs: number, limit: number): readonly string[] {
    return this.#sql
      .exec<{ organization: string }>(
        'SELECT organization FROM fence_refusals WHERE at_ms >= ? ORDER BY at_ms DESC LIMIT ?',
        fromMs,
        limit,
      )
      .map(({ organization }) => organization)
  }
}
