import { Eraser, type NamedRecipient } from '../domain/erasure.ts'
import { correspondenceIndexOf } from '../platform/objects.ts'
import { removeFromListing } from './correspondence-listing.ts'
import type { CorrespondenceStore } from './correspondence-store.ts'
import { withdrawOrders } from './orders-of-correspondence.ts'
import { entriesOf, withoutRecipient } from './recipients-of-correspondence.ts'
import type { StoredCorrespondence } from './record.ts'
import { releaseAttachments } from './release-attachments.ts'

/** Forgets a correspondence, and takes it off the lists by which it is found. */
export async function forget(env: Env, store: CorrespondenceStore, stored: StoredCorrespondence): Promise<void> {
  await correspondenceIndexOf(env, stored.facts.organization).remove(entriesOf(stored))
  await removeFromListing(env, stored.facts.correspondenceId)
  await store.forget()
}

/**
 * Takes someone out of a correspondence: all of it where it is theirs, with its attachments and what is left of its
 * notifications; else only their part in these. Tells whether they were in it.
 */
export async function eraseFrom(env: Env, store: CorrespondenceStore, recipient: NamedRecipient): Promise<boolean> {
  const stored = store.load()
  if (!stored) return false
  const kept = withoutRecipient(stored, new Eraser(recipient))
  if (kept === 'nothing') return false
  if (kept !== 'all-gone') {
    store.saveParties(kept)
    return true
  }
  const { facts, notification } = stored
  if (notification) await withdrawOrders(env, facts, notification, 'everything')
  await releaseAttachments(env, facts)
  await forget(env, store, stored)
  return true
}
