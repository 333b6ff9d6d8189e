import { Eraser, type NamedRecipient } from '../domain/erasure.ts'
import { correspondenceIndexOf } from '../platform/objects.ts'
import { removeFromListing } from './correspondence-listing.ts'
import type { CorrespondenceStore } from './correspondence-store.ts'
import { withdrawOrders } from './orders-of-correspondence.ts'
import { entriesOf, withoutNames, withoutRecipient } from './recipients-of-correspondence.ts'
import type { StoredCorrespondence } from './record.ts'
import { eraseFromAttachments, releaseAttachments } from './release-attachments.ts'

/**
 * Forgets a correspondence, and takes it off the lists by which it is found. Off the index last of the two: an erasure finds
 * by it what an erasure before could not forget.
 */
export async function forget(env: Env, store: CorrespondenceStore, stored: StoredCorrespondence): Promise<void> {
  await removeFromListing(env, stored.facts.correspondenceId)
  await correspondenceIndexOf(env, stored.facts.organization).remove(entriesOf(stored))
  await store.forget()
}

/**
 * Takes someone out of a correspondence: all of it where it is theirs, with its attachments and what is left of its
 * notifications; else only their part in these, and references that name them. Tells whether they were in it.
 */
export async function eraseFrom(env: Env, store: CorrespondenceStore, recipient: NamedRecipient): Promise<boolean> {
  const stored = store.load()
  if (!stored) return false
  const { facts, notification } = stored
  const eraser = new Eraser(recipient)
  const kept = withoutRecipient(stored, eraser)
  if (kept === 'nothing') return false
  if (kept !== 'all-gone') {
    store.saveErased(kept, withoutNames(facts, eraser))
    await eraseFromAttachments(env, facts, recipient)
    return true
  }
  if (notification) await withdrawOrders(env, facts, notification, 'everything')
  await eraseFromAttachments(env, facts, recipient)
  await releaseAttachments(env, facts)
  await forget(env, store, stored)
  return true
}
