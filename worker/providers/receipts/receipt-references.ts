import { DurableObject } from 'cloudflare:workers'
import { once } from '@straks/shared'
import * as z from 'zod'
import type { BounceKind } from '../../domain/bounce.ts'
import { CODE_MAX_LENGTH, codeOf, type Receipt } from '../../domain/outcome.ts'
import { FINAL_STATUSES } from '../../domain/status.ts'
import { ifReadable } from '../../platform/if-readable.ts'
import { migrate, type Schema, statements } from '../../platform/migrations.ts'
import { hasTable, type Sql, sqlOf } from '../../platform/sql.ts'

/** Whose message a provider's reference names. */
export type ReferenceOwner = {
  readonly organization: string
  /** The delivery's own reference: the shipment's id, with a number behind it for all but the first. */
  readonly delivery: string
}

/** Longer than mail servers go on trying, five days at most: what comes back then is still told of. RFC 5321 4.5.4.1. */
const KEPT_MS = 7 * 86_400_000

/** How often old entries are erased. */
const SWEEP_PAUSE_MS = 3_600_000

const REFERENCES = statements(
  `CREATE TABLE shipment_references (
    reference TEXT PRIMARY KEY, organization TEXT, shipment_id TEXT, early_receipt TEXT, erase_at_ms INTEGER NOT NULL
  )`,
  'CREATE INDEX references_by_age ON shipment_references (erase_at_ms)',
)

const SCHEMA: Schema<Sql> = {
  steps: [REFERENCES],
  unnumbered: (sql) => (hasTable(sql, 'shipment_references') ? 1 : 0),
}

/** What a provider reports of one message. */
export type ProviderReport = {
  readonly receipt: Receipt
  /** Set where the mail came back, or its recipient complained of it. */
  readonly bounce?: BounceKind | undefined
}

const said = () => ({
  bounce: z.enum(['hard', 'soft', 'complaint']).optional(),
  code: z.string().max(CODE_MAX_LENGTH).optional(),
})

/** The same with the provider's own name for the message. */
export type ReferredReport = ProviderReport & { readonly reference: string }

/** A report as it is kept: one object, so that what older versions have kept can be read. */
const StoredReport = once(() =>
  z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('accepted'), ...said() }),
      z.object({ kind: z.literal('delivered'), atMs: z.number(), ...said() }),
      z.object({ kind: z.literal('failed'), status: z.enum(FINAL_STATUSES), ...said() }),
    ])
    .transform(
      ({ bounce, code, ...receipt }): ProviderReport => ({
        receipt: { ...receipt, ...codeOf(code) },
        ...(bounce && { bounce }),
      }),
    ),
)

const readReport = (stored: string): ProviderReport => StoredReport().parse(JSON.parse(stored))

/**
 * What is kept of two reports that came too early: the first that says more than that the message is on its way, for reports
 * come in any order. A mail that was delivered may have come back or been called spam all the same, which is told too.
 */
function bothOf(first: ProviderReport, next: ProviderReport): ProviderReport {
  const { receipt } = first.receipt.kind === 'accepted' ? next : first
  const bounces = [first.bounce, next.bounce].filter((bounce) => bounce !== undefined)
  return { receipt, bounce: bounces.find((bounce) => bounce !== 'soft') ?? bounces[0] }
}

type Row = { organization: string | null; shipment_id: string | null; early_receipt: string | null }

/**
 * Remembers whose messages a provider's own references name, where the provider cannot carry ours. One slice of all of
 * a provider's references.
 *
 * A report may be faster than the answer that tells its reference: it is kept until that is known.
 */
export class ReceiptReferences extends DurableObject<Env> {
  readonly #sql: SqlStorage

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#sql = ctx.storage.sql
    ctx.storage.transactionSync(() => migrate(sqlOf(ctx.storage.sql), SCHEMA))
  }

  /** Learns whose a reference is, and gives the report that was there first, if any. */
  async remember(reference: string, { organization, delivery }: ReferenceOwner): Promise<ProviderReport | undefined> {
    const early = this.#find(reference)?.early_receipt
    this.#sql.exec(
      `INSERT INTO shipment_references (reference, organization, shipment_id, erase_at_ms) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET organization = excluded.organization, shipment_id = excluded.shipment_id`,
      reference,
      organization,
      delivery,
      Date.now() + KEPT_MS,
    )
    await this.#sweepLater()
    return early ? readReport(early) : undefined
  }

  /** The same as `claim` for many reports, in one call. */
  async claimAll(reports: readonly ReferredReport[]): Promise<readonly (ReferenceOwner | undefined)[]> {
    const owners = this.ctx.storage.transactionSync(() => reports.map((report) => this.#claim(report)))
    await this.#sweepLater()
    return owners
  }

  /** Finds whose a reference is. If it is not known yet, its reports are kept until it is, as one. */
  async claim(reference: string, report: ProviderReport): Promise<ReferenceOwner | undefined> {
    const [owner] = await this.claimAll([{ ...report, reference }])
    return owner
  }

  #claim({ reference, receipt, bounce }: ReferredReport): ReferenceOwner | undefined {
    const row = this.#find(reference)
    if (row?.organization && row.shipment_id) return { organization: row.organization, delivery: row.shipment_id }
    const told = { receipt, bounce }
    const early = row?.early_receipt
    const before = typeof early === 'string' ? ifReadable(() => readReport(early)) : undefined
    const kept = before ? bothOf(before, told) : told
    this.#sql.exec(
      `INSERT INTO shipment_references (reference, early_receipt, erase_at_ms) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET early_receipt = excluded.early_receipt`,
      reference,
      JSON.stringify({ ...kept.receipt, bounce: kept.bounce }),
      Date.now() + KEPT_MS,
    )
    return undefined
  }

  /** Erases what has grown old, and comes again while anything is left. */
  override async alarm(): Promise<void> {
    this.#sql.exec('DELETE FROM shipment_references WHERE erase_at_ms <= ?', Date.now())
    const [left] = this.#sql.exec('SELECT 1 FROM shipment_references LIMIT 1').toArray()
    if (left) await this.ctx.storage.setAlarm(Date.now() + SWEEP_PAUSE_MS)
  }

  #find(reference: string): Row | undefined {
    return this.#sql
      .exec<Row>(
        'SELECT organization, shipment_id, early_receipt FROM shipment_references WHERE reference = ?',
        reference,
      )
      .toArray()[0]
  }

  async #sweepLater(): Promise<void> {
    if ((await this.ctx.storage.getAlarm()) === null) await this.ctx.storage.setAlarm(Date.now() + SWEEP_PAUSE_MS)
  }
}
