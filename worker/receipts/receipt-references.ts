import { DurableObject } from 'cloudflare:workers'
import * as z from 'zod'
import type { Receipt } from '../domain/outcome.ts'
import { FINAL_STATUSES } from '../domain/status.ts'

/** Whose message a provider's reference names. */
export type ReferenceOwner = {
  readonly organization: string
  /** The delivery's own reference: the shipment's id, with a number behind it for all but the first. */
  readonly delivery: string
}

/** A day longer than the longest time-to-live: by then every shipment is final, and no receipt changes it. */
const KEPT_MS = 3 * 86_400_000

/** How often the broom comes round. */
const SWEEP_PAUSE_MS = 3_600_000

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS shipment_references (
    reference TEXT PRIMARY KEY, organization TEXT, shipment_id TEXT, early_receipt TEXT, erase_at_ms INTEGER NOT NULL
  );
  CREATE INDEX IF NOT EXISTS references_by_age ON shipment_references (erase_at_ms);
`

const StoredReceipt: z.ZodType<Receipt> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accepted') }),
  z.object({ kind: z.literal('delivered'), atMs: z.number() }),
  z.object({ kind: z.literal('failed'), status: z.enum(FINAL_STATUSES) }),
])

type Row = { organization: string | null; shipment_id: string | null; early_receipt: string | null }

/**
 * Remembers whose messages a provider's own references name, where the provider cannot carry ours. One slice of all of
 * a provider's references.
 *
 * A receipt may be faster than the answer that tells its reference: it is kept until that is known.
 */
export class ReceiptReferences extends DurableObject<Env> {
  readonly #sql: SqlStorage

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#sql = ctx.storage.sql
    this.#sql.exec(SCHEMA)
  }

  /** Learns whose a reference is, and gives the receipt that was there first, if any. */
  async remember(reference: string, { organization, delivery }: ReferenceOwner): Promise<Receipt | undefined> {
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
    return early ? StoredReceipt.parse(JSON.parse(early)) : undefined
  }

  /** Finds whose a reference is. Where nobody has claimed it yet, its first receipt is kept for whoever
   * will. */
  async claim(reference: string, receipt: Receipt): Promise<ReferenceOwner | undefined> {
    const row = this.#find(reference)
    if (row?.organization && row.shipment_id) return { organization: row.organization, delivery: row.shipment_id }
    this.#sql.exec(
      `INSERT INTO shipment_references (reference, early_receipt, erase_at_ms) VALUES (?, ?, ?)
       ON CONFLICT DO NOTHING`,
      reference,
      JSON.stringify(receipt),
      Date.now() + KEPT_MS,
    )
    await this.#sweepLater()
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
