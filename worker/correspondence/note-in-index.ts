import { logError } from '../platform/log.ts'
import { correspondenceIndexOf } from '../platform/objects.ts'
import type { CorrespondenceStore } from './correspondence-store.ts'
import { entriesOf } from './recipients-of-correspondence.ts'

/**
 * Notes once more who is in a correspondence, now that it is stored: an erasure that came between the first note and that
 * has taken the note away, and no later one would find it. Who is erased meanwhile is not left there.
 * `false` where that must be tried again.
 */
export async function noteInIndex(env: Env, store: CorrespondenceStore): Promise<boolean> {
  const stored = store.load()
  if (!stored) return true
  const { correspondenceId, organization } = stored.facts
  const index = correspondenceIndexOf(env, organization)
  const noted = entriesOf(stored)
  try {
    await index.add(noted)
    const present = store.load()
    const left = new Set((present ? entriesOf(present) : []).map(({ recipient }) => recipient))
    const gone = noted.filter(({ recipient }) => !left.has(recipient))
    if (gone.length > 0) await index.remove(gone)
    return true
  } catch (error) {
    logError('correspondence-not-indexed', error, { correspondenceId })
    return false
  }
}
