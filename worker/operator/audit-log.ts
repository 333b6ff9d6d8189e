import type { Sql } from '../platform/sql.ts'
import type { AuditAction } from './audit-actions.ts'

/** What an entry says of an action before its outcome is known. None of it names a recipient. */
export type AuditAct = {
  /** The operator, as their token names them. */
  readonly who: string
  readonly action: AuditAction
  /** The organisation or the shipment that it was about, where it was about one. */
  readonly organization?: string | undefined
  readonly shipmentId?: string | undefined
  /** What was asked for, by names and counts: by which members a search went, never their values. */
  readonly details?: string | undefined
}

export type AuditEntry = AuditAct & {
  readonly number: number
  readonly atMs: number
  /** What came of it; left out where that never was reported. */
  readonly outcome: string | undefined
}

type Row = {
  number: number
  at_ms: number
  who: string
  action: AuditAction
  organization: string | null
  shipment_id: string | null
  details: string | null
  outcome: string | null
}

const toEntry = (row: Row): AuditEntry => ({
  number: row.number,
  atMs: row.at_ms,
  who: row.who,
  action: row.action,
  organization: row.organization ?? undefined,
  shipmentId: row.shipment_id ?? undefined,
  details: row.details ?? undefined,
  outcome: row.outcome ?? undefined,
})

/** How long an entry is kept: two years. */
const AUDIT_KEPT_MS = 2 * 365 * 86_400_000

/** Entries that a new one erases at most, of those that are too old. */
const SWEEP_BATCH = 50

/** The entries of those who run the service. There is no way to change or to erase one; age does. */
export class AuditLog {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  /** Writes an entry and gives its number. */
  add({ who, action, organization, shipmentId, details }: AuditAct, outcome: string | undefined, nowMs: number) {
    const [made] = this.#sql.exec<{ number: number }>(
      `INSERT INTO audit (at_ms, who, action, organization, shipment_id, details, outcome) VALUES (?, ?, ?, ?, ?, ?, ?)
       RETURNING number`,
      nowMs,
      who,
      action,
      organization ?? null,
      shipmentId ?? null,
      details ?? null,
      outcome ?? null,
    )
    this.#sql.exec(
      'DELETE FROM audit WHERE at_ms < ? AND number IN (SELECT number FROM audit ORDER BY number LIMIT ?)',
      nowMs - AUDIT_KEPT_MS,
      SWEEP_BATCH,
    )
    return made?.number ?? 0
  }

  /** Says what came of an action, once. */
  conclude(number: number, outcome: string): void {
    this.#sql.exec('UPDATE audit SET outcome = ? WHERE number = ? AND outcome IS NULL', outcome, number)
  }

  /** Entries from before a number, the newest first. */
  before(number: number, limit: number): readonly AuditEntry[] {
    return this.#sql
      .exec<Row>('SELECT * FROM audit WHERE number < ? ORDER BY number DESC LIMIT ?', number, limit)
      .map(toEntry)
  }

  /** Entries of one shipment, the newest first. */
  of(shipmentId: string, limit: number): readonly AuditEntry[] {
    return this.#sql
      .exec<Row>('SELECT * FROM audit WHERE shipment_id = ? ORDER BY number DESC LIMIT ?', shipmentId, limit)
      .map(toEntry)
  }
}
