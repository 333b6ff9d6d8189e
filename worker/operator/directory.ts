import { ACTIVITY_PERIOD_MS, ALL_SLICES, NO_SLICES, type Slices } from '../domain/activity.ts'
import type { Totals } from '../feed/statistics.ts'
import type { Sql } from '../platform/sql.ts'

/** An organisation that has used the service, and which of its ledgers may have something. */
export type KnownOrganization = { readonly organization: string; readonly slices: Slices }

/** The same, with when it was last in use and how it stood when it had come to rest. */
export type ListedOrganization = KnownOrganization & {
  /** When it was last heard of, to half a period; `undefined` for one of which only older code has told. */
  readonly activeMs: number | undefined
  /** What it had counted since ever when nothing of it waited any more; `undefined` where something may have changed. */
  readonly settled: Totals | undefined
}

/** How an organisation stood at a moment at which nothing of it was under way. */
export type RestingOrganization = {
  readonly organization: string
  readonly atMs: number
  readonly totals: Totals
  /** All of its ledgers that ever had an order. */
  readonly slices: Slices
}

type Row = {
  organization: string
  active_ms: number | null
  slices: number
  slices_known: number
  settled_ms: number | null
  settled: string | null
}

/** Of an organisation from before slices were told, every ledger may have something. */
const slicesOf = ({ slices, slices_known }: Pick<Row, 'slices' | 'slices_known'>): Slices =>
  slices_known === 1 ? slices : ALL_SLICES

/** RestingOrganization once, and not heard of since. */
const isSettled = ({ active_ms, settled_ms }: Row): boolean => settled_ms !== null && settled_ms > (active_ms ?? 0)

/** The organisations there are: which of them are in use, and which objects of theirs can know anything. */
export class Directory {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  /** Notes that an organisation is in use, and which ledgers. Told again within half a period, it writes nothing. */
  note(organization: string, slices: Slices, nowMs: number): void {
    const [known] = this.#sql.exec<Row>('SELECT * FROM organizations WHERE organization = ?', organization)
    const isNew = (slices & ~(known?.slices ?? NO_SLICES)) !== NO_SLICES
    if (known && !isNew && nowMs < (known.active_ms ?? 0) + ACTIVITY_PERIOD_MS / 2) return
    this.#sql.exec(
      `INSERT INTO organizations (organization, since_ms, active_ms, slices, slices_known) VALUES (?1, ?2, ?2, ?3, 1)
       ON CONFLICT DO UPDATE SET active_ms = max(coalesce(active_ms, 0), ?2), slices = slices | ?3`,
      organization,
      nowMs,
      slices,
    )
  }

  /** Notes how organisations stood that have come to rest. What is heard of them later makes it void. */
  settle(all: readonly RestingOrganization[]): void {
    for (const { organization, atMs, totals, slices } of all)
      this.#sql.exec(
        `UPDATE organizations SET settled_ms = ?2, settled = ?3, slices = slices | ?4, slices_known = 1
         WHERE organization = ?1`,
        organization,
        atMs,
        JSON.stringify(totals),
        slices,
      )
  }

  /** The organisations that have used the service, by name. */
  known(): readonly KnownOrganization[] {
    return this.#sql
      .exec<Pick<Row, 'organization' | 'slices' | 'slices_known'>>(
        'SELECT organization, slices, slices_known FROM organizations ORDER BY organization',
      )
      .map((row) => ({ organization: row.organization, slices: slicesOf(row) }))
  }

  /** The same with what is known of each. */
  listed(): readonly ListedOrganization[] {
    return this.#sql.exec<Row>('SELECT * FROM organizations ORDER BY organization').map((row) => ({
      organization: row.organization,
      slices: slicesOf(row),
      activeMs: row.active_ms ?? undefined,
      settled: isSettled(row) ? readTotals(row.settled) : undefined,
    }))
  }
}

/** Written by `settle` alone. */
function readTotals(settled: string | null): Totals | undefined {
  return settled === null ? undefined : JSON.parse(settled)
}
