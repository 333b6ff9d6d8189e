import type { NamedRecipient } from '../domain/erasure.ts'
import { Limiter } from '../platform/limiter.ts'
import { logError } from '../platform/log.ts'
import { attachmentOf, OBJECTS_AT_ONCE } from '../platform/objects.ts'
import type { Facts, StoredCorrespondence } from './record.ts'

/** Gives the attachments of a correspondence back. Those that no other has are erased. */
export async function releaseAttachments(env: Env, { correspondenceId, attachmentIds = [] }: Facts): Promise<void> {
  await new Limiter(OBJECTS_AT_ONCE).map(attachmentIds, (id) => attachmentOf(env, id).unlink([correspondenceId]))
}

/** Takes someone out of what the attachments of a correspondence are called. */
export async function eraseFromAttachments(
  env: Env,
  { attachmentIds = [] }: Facts,
  recipient: NamedRecipient,
): Promise<void> {
  await new Limiter(OBJECTS_AT_ONCE).map(attachmentIds, (id) => attachmentOf(env, id).erase(recipient))
}

/** Gives them back, if it still has any, before it is forgotten; `false` if that must be tried again. */
export async function triesRelease(env: Env, { facts, lifecycle }: StoredCorrespondence): Promise<boolean> {
  if (lifecycle.attachments !== 'held') return true
  try {
    await releaseAttachments(env, facts)
    return true
  } catch (error) {
    logError('attachments-not-released', error, { correspondenceId: facts.correspondenceId })
    return false
  }
}
