import { DurableObject } from 'cloudflare:workers'
import { Eraser, type NamedRecipient } from '../domain/erasure.ts'
import { migrate, type Schema, statements } from '../platform/migrations.ts'
import { type Sql, sqlOf, squeezed } from '../platform/sql.ts'
import type { CorrespondenceEntry } from './recipients-of-correspondence.ts'

const SCHEMA: Schema<Sql> = {
  steps: [
    statements(
      `CREATE TABLE entries (
        recipient TEXT NOT NULL, correspondence_id TEXT NOT NULL, PRIMARY KEY (recipient, correspondence_id)
      ) WITHOUT ROWID`,
    ),
  ],
  unnumbered: () => 0,
}

/**
 * Who is in which correspondence of an organisation. Each correspondence is an object of its own, and knows of no other:
 * without this no one could say which are about a person.
 */
export class CorrespondenceIndex extends DurableObject<Env> {
  readonly #sql: Sql

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#sql = sqlOf(ctx.storage.sql)
    ctx.storage.transactionSync(() => migrate(this.#sql, SCHEMA))
  }

  /** Notes who is in correspondences that are about to be made. One that is not made after all does no harm. */
  add(entries: readonly CorrespondenceEntry[]): void {
    this.ctx.storage.transactionSync(() => {
      for (const { recipient, correspondenceId } of entries)
        this.#sql.exec('INSERT INTO entries VALUES (?, ?) ON CONFLICT DO NOTHING', recipient, correspondenceId)
    })
  }

  /** Forgets entries of correspondences that are gone. */
  remove(entries: readonly CorrespondenceEntry[]): void {
    this.ctx.storage.transactionSync(() => {
      for (const { recipient, correspondenceId } of entries)
        this.#sql.exec('DELETE FROM entries WHERE recipient = ? AND correspondence_id = ?', recipient, correspondenceId)
    })
  }

  /** The correspondences that someone is in. */
  of(recipient: NamedRecipient): readonly string[] {
    return [...new Set(this.#entriesOf(recipient).map(({ correspondenceId }) => correspondenceId))]
  }

  /** The names that correspondences go by, a page behind one. */
  names(after: string, limit: number): readonly string[] {
    return this.#sql
      .exec<{ recipient: string }>(
        'SELECT DISTINCT recipient FROM entries WHERE recipient > ? ORDER BY recipient LIMIT ?',
        after,
        limit,
      )
      .map(({ recipient }) => recipient)
  }

  /** Forgets that someone is in these. Others may have come since they were asked for. */
  erase(recipient: NamedRecipient, correspondenceIds: readonly string[]): void {
    const erased = new Set(correspondenceIds)
    this.remove(this.#entriesOf(recipient).filter(({ correspondenceId }) => erased.has(correspondenceId)))
  }

  #entriesOf(recipient: NamedRecipient): readonly CorrespondenceEntry[] {
    const eraser = new Eraser(recipient)
    return this.#sql
      .exec<{ recipient: string; correspondence_id: string }>(
        `SELECT recipient, correspondence_id FROM entries WHERE recipient = ?1 OR instr(${squeezed('recipient')}, ?2) > 0`,
        recipient.value,
        eraser.sieve,
      )
      .flatMap((row) =>
        eraser.isIn(row.recipient) ? [{ recipient: row.recipient, correspondenceId: row.correspondence_id }] : [],
      )
  }
}
