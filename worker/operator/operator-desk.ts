import { DurableObject } from 'cloudflare:workers'
import type { Slices } from '../domain/activity.ts'
import { migrate } from '../platform/migrations.ts'
import { type Sql, sqlOf } from '../platform/sql.ts'
import { type AuditAct, type AuditEntry, AuditLog } from './audit-log.ts'
import { DESK_SCHEMA } from './desk-schema.ts'
import { Directory, type KnownOrganization, type RestingOrganization } from './directory.ts'
import { FenceRefusals } from './fence-refusals.ts'
import { LastStandings, type NotedStanding, type ToldOrganization } from './last-standings.ts'

/** A provider that gets no new attempts. */
type PausedProvider = { readonly provider: string; readonly sinceMs: number }

const ERASURE_KEY = 'erasure-key'

/**
 * What those who run the service share: which organisations there are, who did what, and what has been erased. One object
 * for a deployment. No message passes through it.
 */
export class OperatorDesk extends DurableObject<Env> {
  readonly #sql: Sql
  readonly #audit: AuditLog
  readonly #directory: Directory
  readonly #refusals: FenceRefusals
  readonly #standings = new LastStandings()

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#sql = sqlOf(ctx.storage.sql)
    this.#audit = new AuditLog(this.#sql)
    this.#directory = new Directory(this.#sql)
    this.#refusals = new FenceRefusals(this.#sql)
    ctx.storage.transactionSync(() => migrate(this.#sql, DESK_SCHEMA))
  }

  /** Notes that an organisation uses the service, and which of its ledgers. */
  noteActivity(organization: string, slices: Slices): void {
    this.#directory.note(organization, slices, Date.now())
  }

  /** Notes how organisations stood that were asked, and who of them has come to rest. */
  settle(resting: readonly RestingOrganization[], asked: readonly NotedStanding[]): void {
    this.#directory.settle(resting)
    this.#standings.note(asked)
  }

  /** The organisations that have used the service, by name. */
  organizations(): readonly KnownOrganization[] {
    return this.#directory.known()
  }

  /** The same with what is known of each. */
  directory(): readonly ToldOrganization[] {
    const nowMs = Date.now()
    return this.#directory.listed().map((one) => ({ ...one, stood: this.#standings.of(one.organization, nowMs) }))
  }

  /** Notes that a fence of an organisation has begun to refuse, or goes on: it may never have had a message accepted. */
  noteRefusals(organization: string): void {
    this.#refusals.note(organization, Date.now())
  }

  /** The organisations whose fences have refused since a moment, the latest first. */
  refusedSince(fromMs: number, limit: number): readonly string[] {
    return this.#refusals.since(fromMs, limit)
  }

  /** Passes over a provider from now on; says whether that is new. */
  pauseProvider(provider: string): boolean {
    const sql = 'INSERT INTO paused_providers (provider, since_ms) VALUES (?, ?) ON CONFLICT DO NOTHING RETURNING 1'
    return this.#sql.exec(sql, provider, Date.now()).length > 0
  }

  /** Uses a provider again; says whether it was paused. */
  resumeProvider(provider: string): boolean {
    return this.#sql.exec('DELETE FROM paused_providers WHERE provider = ? RETURNING 1', provider).length > 0
  }

  /** The providers that are paused, and since when. */
  pausedProviders(): readonly PausedProvider[] {
    return this.#sql
      .exec<{ provider: string; since_ms: number }>('SELECT * FROM paused_providers')
      .map(({ provider, since_ms }) => ({ provider, sinceMs: since_ms }))
  }

  /** Notes that someone has been erased, by a mark that only the key can make. */
  noteErasure(mark: string): void {
    this.#sql.exec('INSERT INTO erasures (mark, at_ms) VALUES (?, ?) ON CONFLICT DO NOTHING', mark, Date.now())
  }

  /** The marks of all who have been erased. */
  erasures(): readonly string[] {
    return this.#sql.exec<{ mark: string }>('SELECT mark FROM erasures').map(({ mark }) => mark)
  }

  /** The key that marks are made with: made once, and kept in an object that keeps no marks. */
  erasureKey(): Uint8Array<ArrayBuffer> {
    const known = this.ctx.storage.kv.get<Uint8Array<ArrayBuffer>>(ERASURE_KEY)
    if (known) return known
    const made = crypto.getRandomValues(new Uint8Array(32))
    this.ctx.storage.kv.put(ERASURE_KEY, made)
    return made
  }

  /** Writes an entry of what an operator does, with its outcome if that is known, and gives its number. */
  record(act: AuditAct, outcome?: string): number {
    return this.#audit.add(act, outcome, Date.now())
  }

  /** Says what came of an action that was written down before it began. */
  conclude(number: number, outcome: string): void {
    this.#audit.conclude(number, outcome)
  }

  /** Entries of one shipment, the newest first. */
  auditOf(shipmentId: string, limit: number): readonly AuditEntry[] {
    return this.#audit.of(shipmentId, limit)
  }

  /** Entries from before a number, the newest first. */
  auditBefore(number: number, limit: number): readonly AuditEntry[] {
    return this.#audit.before(number, limit)
  }
}
