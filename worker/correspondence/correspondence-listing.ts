import type { MessageRecipient } from '@straks/shared'
import { bareResource } from '../domain/bare-resource.ts'
import { derivedUuid } from '../domain/derived-uuid.ts'
import type { NamedRecipient } from '../domain/erasure.ts'
import { withTables } from '../platform/d1.ts'
import { logError } from '../platform/log.ts'
import type { CorrespondenceStore } from './correspondence-store.ts'
import { currentStatus, isPurged } from './lifecycle.ts'
import { noteInIndex } from './note-in-index.ts'
import type { StoredCorrespondence } from './record.ts'
import type { CorrespondenceStatus } from './status.ts'

/** What the listing knows of a correspondence: enough to find it, and neither whom it is for nor what it says. */
export type ListingRow = {
  readonly correspondenceId: string
  readonly organization: string
  /** A mark that is the same for the same recipient; null for one that no token names. */
  readonly recipient: string | null
  readonly resource: string
  /** A mark that is the same for the same reference. */
  readonly reference: string
  readonly status: CorrespondenceStatus
  readonly publishAtMs: number
}

const run = withTables([
  `CREATE TABLE IF NOT EXISTS correspondences (
    id TEXT PRIMARY KEY, organization TEXT NOT NULL, recipient TEXT, resource TEXT NOT NULL, reference TEXT NOT NULL,
    status TEXT NOT NULL, publish_at_ms INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX IF NOT EXISTS by_sender ON correspondences (organization, resource, publish_at_ms)',
  'CREATE INDEX IF NOT EXISTS by_recipient ON correspondences (recipient, resource, publish_at_ms)',
])

/** The mark of a recipient whom a token may name. */
export async function markOfRecipient(recipient: MessageRecipient): Promise<string | null> {
  if (recipient.kind !== 'organization' && recipient.kind !== 'person') return null
  return derivedUuid(JSON.stringify(['correspondence-recipient', recipient.kind, recipient.number]))
}

/** The mark of a sender's reference. */
export const markOfReference = (sendersReference: string): Promise<string> =>
  derivedUuid(JSON.stringify(['correspondence-reference', sendersReference]))

/** A correspondence as the listing has it; `undefined` where there is none, or it is purged. */
export async function toListingRow(stored: StoredCorrespondence | undefined): Promise<ListingRow | undefined> {
  if (!stored || isPurged(stored.lifecycle)) return undefined
  const { facts, lifecycle } = stored
  const { correspondenceId, organization, recipient, resourceId, sendersReference } = facts
  return {
    correspondenceId,
    organization,
    recipient: await markOfRecipient(recipient),
    resource: bareResource(resourceId),
    reference: await markOfReference(sendersReference),
    status: currentStatus(lifecycle).status,
    publishAtMs: lifecycle.publishAtMs,
  }
}

/** Takes a correspondence out of the listing. */
export async function removeFromListing({ CORRESPONDENCE_LISTING }: Env, correspondenceId: string): Promise<void> {
  await run(CORRESPONDENCE_LISTING, 'DELETE FROM correspondences WHERE id = ?', correspondenceId)
}

/** Takes off the listing what is to someone who is erased, also where its correspondence could not: its object is empty then. */
export async function removeRecipientFromListing(
  { CORRESPONDENCE_LISTING }: Env,
  { kind, value }: NamedRecipient,
): Promise<void> {
  if (kind !== 'person' && kind !== 'organization') return
  const mark = await markOfRecipient({ kind, number: value })
  await run(CORRESPONDENCE_LISTING, 'DELETE FROM correspondences WHERE recipient = ?', mark)
}

async function tellListing(env: Env, stored: StoredCorrespondence): Promise<boolean> {
  const { correspondenceId } = stored.facts
  try {
    const row = await toListingRow(stored)
    if (!row) await removeFromListing(env, correspondenceId)
    else
      await run(
        env.CORRESPONDENCE_LISTING,
        `INSERT INTO correspondences (id, organization, recipient, resource, reference, status, publish_at_ms)
         VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET status = excluded.status`,
        correspondenceId,
        row.organization,
        row.recipient,
        row.resource,
        row.reference,
        row.status,
        row.publishAtMs,
      )
    return true
  } catch (error) {
    logError('correspondence-not-listed', error, { correspondenceId })
    return false
  }
}

/** Brings the listing up to date where it is behind, and at first the index; `false` where that must be tried again. */
export async function followInListing(env: Env, store: CorrespondenceStore): Promise<boolean> {
  if (!store.load() || store.isListed()) return true
  if (!store.wasListed() && !(await noteInIndex(env, store))) return false
  // Whom it is for may be erased while another is asked.
  const stored = store.load()
  if (!stored) return true
  if (!(await tellListing(env, stored))) return false
  if (store.load()) store.noteListed(stored)
  else await removeFromListing(env, stored.facts.correspondenceId)
  return true
}

/** Finds ids in the listing by a condition on its columns. */
export async function findInListing(
  { CORRESPONDENCE_LISTING }: Env,
  condition: string,
  values: readonly (string | number)[],
  limit: number,
): Promise<readonly string[]> {
  const { results } = await run<{ id: string }>(
    CORRESPONDENCE_LISTING,
    `SELECT id FROM correspondences WHERE ${condition} ORDER BY publish_at_ms DESC LIMIT ?`,
    ...values,
    limit,
  )
  return results.map(({ id }) => id)
}
