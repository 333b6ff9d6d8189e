import type { KeywordValues } from '@straks/shared/text'
import {
  type CorrespondenceLifecycle,
  failToPublish,
  finishPlacing,
  finishReleasing,
  finishWithdrawing,
  type PendingTask,
  pendingTaskOf,
  publish,
  startPlacing,
} from './lifecycle.ts'
import type { NotificationPlan } from './notification-plan.ts'
import type { StoredCorrespondence } from './record.ts'

/** How long after publication a register that does not answer is waited for, before a name is left out for good. */
const NAMES_TIMEOUT_MS = 3_600_000

/** A correspondence that someone is to be told of. */
type NotifyingCorrespondence = StoredCorrespondence & { readonly notification: NotificationPlan }

/** What has to be known to place the orders of a correspondence. */
type Placing = {
  readonly stored: NotifyingCorrespondence
  readonly publishedAtMs: number
  readonly keywords: KeywordValues
}

/** Everything that the loop needs of the world. The object gives it its storage, its register and the ledgers. */
export type ReconcileDependencies = {
  /** What is stored now; `undefined` where there is nothing. */
  readonly load: () => StoredCorrespondence | undefined
  readonly save: (lifecycle: CorrespondenceLifecycle) => void
  readonly nowMs: () => number
  /** Whether the recipient has declined. A register that does not answer is asked again before sending. */
  readonly isReserved: (stored: StoredCorrespondence) => Promise<boolean>
  /** What the keywords become; `undefined` while the register does not answer. */
  readonly findNames: (stored: NotifyingCorrespondence) => Promise<KeywordValues | undefined>
  /** The same, with nothing for the names that the register does not tell. */
  readonly findKnownNames: (stored: NotifyingCorrespondence) => Promise<KeywordValues>
  /** Places the orders, the same ones each time; `false` where they were no longer wanted on the way. */
  readonly placeOrders: (placing: Placing, areWanted: () => boolean) => Promise<boolean>
  readonly withdrawOrders: (stored: NotifyingCorrespondence, what: 'reminders' | 'everything') => Promise<void>
  /** Gives its attachments back: those that no other correspondence has are erased. */
  readonly releaseAttachments: (stored: StoredCorrespondence) => Promise<void>
}

/** The next task of a correspondence, if any. */
const pendingTask = ({ load, nowMs }: ReconcileDependencies): PendingTask | undefined => {
  const stored = load()
  return stored && pendingTaskOf(stored.lifecycle, nowMs())
}

/** Stores a step of the state as it is now, which may be another than before a wait. */
function change(
  { load, save }: ReconcileDependencies,
  step: (lifecycle: CorrespondenceLifecycle) => CorrespondenceLifecycle,
): void {
  const stored = load()
  if (stored) save(step(stored.lifecycle))
}

async function place(stored: NotifyingCorrespondence, dependencies: ReconcileDependencies): Promise<boolean> {
  const { nowMs, findNames, findKnownNames, placeOrders } = dependencies
  const isWanted = () => pendingTask(dependencies) === 'place'
  const published = stored.lifecycle.history.find(({ status }) => status === 'Published')
  const publishedAtMs = published?.atMs ?? nowMs()
  const mayWait = nowMs() < publishedAtMs + NAMES_TIMEOUT_MS
  const keywords = await (mayWait ? findNames : findKnownNames)(stored)
  if (!keywords) return false
  if (!isWanted()) return true
  change(dependencies, startPlacing)
  if (await placeOrders({ stored, publishedAtMs, keywords }, isWanted))
    change(dependencies, (lifecycle) => (isWanted() ? finishPlacing(lifecycle) : lifecycle))
  return true
}

/** Does one task; `false` where it must be tried again. What happens meanwhile counts: the state is read anew. */
async function perform(
  task: PendingTask,
  stored: StoredCorrespondence,
  dependencies: ReconcileDependencies,
): Promise<boolean> {
  const { nowMs, isReserved, withdrawOrders, releaseAttachments } = dependencies
  if (task === 'publish') {
    const step = (await isReserved(stored)) ? failToPublish : publish
    change(dependencies, (lifecycle) => step(lifecycle, nowMs()))
    return true
  }
  if (task === 'release-attachments') {
    await releaseAttachments(stored)
    change(dependencies, finishReleasing)
    return true
  }
  const { notification } = stored
  if (!notification) throw new Error('A correspondence without a notification has something to do for one')
  const notifying = { ...stored, notification }
  if (task === 'place') return place(notifying, dependencies)
  const what = task === 'withdraw-reminders' ? 'reminders' : 'everything'
  await withdrawOrders(notifying, what)
  change(dependencies, (lifecycle) => finishWithdrawing(lifecycle, what))
  return true
}

/**
 * Brings what has been done about a correspondence in line with what its history asks for: one task after the other,
 * until there is none. A crash between two leaves a task, never a leak.
 *
 * @returns `false` where a task must be tried again
 */
export async function reconcile(dependencies: ReconcileDependencies): Promise<boolean> {
  for (let task = pendingTask(dependencies); task !== undefined; task = pendingTask(dependencies)) {
    const stored = dependencies.load()
    if (stored && !(await perform(task, stored, dependencies))) return false
  }
  return true
}
