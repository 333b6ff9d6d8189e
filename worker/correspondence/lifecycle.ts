import { fail, ok, type Result } from '@straks/shared'
import { type CorrespondenceStatus, currentEvent, PURGED, type StatusEvent } from './status.ts'

/** How far the notification orders of a correspondence have come on their way to the ledgers. */
type Placement = 'none' | 'started' | 'finished'

/** Which of the placed orders have been taken back, as far as they had not been sent. */
type Withdrawn = 'nothing' | 'reminders' | 'everything'

/**
 * The state of one correspondence: all that its next step depends on. Times are milliseconds since 1970.
 *
 * The history tells what is wanted of the notification orders; placement and withdrawal tell what has been done. What is
 * wanted and not done is a pending task (`pendingTaskOf`), so a crash between the two leaves a task and never a leak.
 */
export type CorrespondenceLifecycle = {
  /** In order, the first one `Initialized`. */
  readonly history: readonly StatusEvent[]
  readonly publishAtMs: number
  readonly isConfirmationNeeded: boolean
  readonly hasNotification: boolean
  readonly placement: Placement
  readonly withdrawn: Withdrawn
  /** Whether the recipient itself said that it has read it; getting the content is reading too. */
  readonly isMarkedAsRead?: true
  /** Whether it still has its attachments, where it was given any. */
  readonly attachments?: 'held' | 'released'
}

type Actor = 'sender' | 'recipient'

/** The notification of a message, or the one that follows if it is not read. */
export type NotificationPhase = 'main' | 'reminder'

/** Why something cannot be done to a correspondence now. Numbers: docs/altinn/correspondence.md §2.1, §4.8. */
export type CorrespondenceRefusal =
  /** It is not there for this caller: not published yet, or not any more. */
  | 'not-found'
  /** The sender can take back only what is not published. 1013. */
  | 'published'
  /** 1014. */
  | 'purged'
  /** The recipient must confirm it first. 1026. */
  | 'unconfirmed'
  /** It has been done before. 1041. */
  | 'done-before'

/** The work that the state asks for, one piece at a time. */
export type PendingTask = 'publish' | 'place' | 'withdraw-reminders' | 'withdraw-everything' | 'release-attachments'

export const hasBeen = ({ history }: CorrespondenceLifecycle, ...statuses: readonly CorrespondenceStatus[]): boolean =>
  history.some(({ status }) => statuses.includes(status))

export const currentStatus = ({ history }: CorrespondenceLifecycle): StatusEvent => currentEvent(history)

export const isPurged = (lifecycle: CorrespondenceLifecycle): boolean =>
  hasBeen(lifecycle, PURGED.sender, PURGED.recipient)

/** Whether the recipient can see it. */
export const isAvailable = (lifecycle: CorrespondenceLifecycle): boolean =>
  hasBeen(lifecycle, 'Published') && !hasBeen(lifecycle, 'Failed') && !isPurged(lifecycle)

const reach = (
  lifecycle: CorrespondenceLifecycle,
  atMs: number,
  ...statuses: readonly CorrespondenceStatus[]
): CorrespondenceLifecycle => {
  const fresh = statuses.filter((status) => !hasBeen(lifecycle, status))
  if (fresh.length === 0) return lifecycle
  return { ...lifecycle, history: [...lifecycle.history, ...fresh.map((status) => ({ status, atMs }))] }
}

/** A new correspondence. A recipient who has declined gets one that will never be published. */
export const initialise = (
  {
    isReserved,
    ...rest
  }: Pick<CorrespondenceLifecycle, 'publishAtMs' | 'isConfirmationNeeded' | 'hasNotification' | 'attachments'> & {
    readonly isReserved: boolean
  },
  nowMs: number,
): CorrespondenceLifecycle =>
  reach(
    { ...rest, history: [{ status: 'Initialized', atMs: nowMs }], placement: 'none', withdrawn: 'nothing' },
    nowMs,
    isReserved ? 'Reserved' : 'ReadyForPublish',
  )

/**
 * Publishes what is due; to a recipient who had declined when it was created, that fails. What was purged or decided
 * meanwhile stays as it is.
 */
export function publish(lifecycle: CorrespondenceLifecycle, nowMs: number): CorrespondenceLifecycle {
  if (hasBeen(lifecycle, 'Reserved')) return failToPublish(lifecycle, nowMs)
  return pendingTaskOf(lifecycle, nowMs) === 'publish' ? reach(lifecycle, nowMs, 'Published') : lifecycle
}

/** Gives up what is due, as its recipient has declined. What was purged or decided meanwhile stays as it is. */
export const failToPublish = (lifecycle: CorrespondenceLifecycle, nowMs: number): CorrespondenceLifecycle =>
  pendingTaskOf(lifecycle, nowMs) === 'publish' ? reach(lifecycle, nowMs, 'Failed') : lifecycle

/** Notes that the recipient has looked at it, which is less than having read it. */
export const fetch = (
  lifecycle: CorrespondenceLifecycle,
  nowMs: number,
): Result<CorrespondenceLifecycle, CorrespondenceRefusal> =>
  isAvailable(lifecycle) ? ok(reach(lifecycle, nowMs, 'Fetched')) : fail('not-found')

/** Notes that the recipient has read it: its reminder is not sent any more. */
export const read = (
  lifecycle: CorrespondenceLifecycle,
  nowMs: number,
): Result<CorrespondenceLifecycle, CorrespondenceRefusal> =>
  isAvailable(lifecycle) ? ok(reach(lifecycle, nowMs, 'Fetched', 'Read')) : fail('not-found')

/** Notes that the recipient says it has read it: its reminder is not sent any more. */
export function markAsRead(
  lifecycle: CorrespondenceLifecycle,
  nowMs: number,
): Result<CorrespondenceLifecycle, CorrespondenceRefusal> {
  if (isAvailable(lifecycle) && lifecycle.isMarkedAsRead) return fail('done-before')
  const taken = read(lifecycle, nowMs)
  return taken.ok ? ok({ ...taken.value, isMarkedAsRead: true }) : taken
}

/** Notes that the recipient has downloaded an attachment. docs/altinn/correspondence.md §8. */
export const download = (
  lifecycle: CorrespondenceLifecycle,
  nowMs: number,
): Result<CorrespondenceLifecycle, CorrespondenceRefusal> =>
  isAvailable(lifecycle) ? ok(reach(lifecycle, nowMs, 'Fetched', 'AttachmentsDownloaded')) : fail('not-found')

/** Notes that the recipient has confirmed it. Its reminder is sent all the same: confirmed is not read. */
export function confirm(
  lifecycle: CorrespondenceLifecycle,
  nowMs: number,
): Result<CorrespondenceLifecycle, CorrespondenceRefusal> {
  if (!isAvailable(lifecycle)) return fail('not-found')
  return hasBeen(lifecycle, 'Confirmed') ? fail('done-before') : ok(reach(lifecycle, nowMs, 'Fetched', 'Confirmed'))
}

/** Takes it away: the sender before it is published, the recipient afterwards. */
export function purge(
  lifecycle: CorrespondenceLifecycle,
  by: Actor,
  nowMs: number,
): Result<CorrespondenceLifecycle, CorrespondenceRefusal> {
  if (isPurged(lifecycle)) return fail('purged')
  if (by === 'sender') {
    const { status } = currentStatus(lifecycle)
    const mayTakeBack = status === 'Initialized' || status === 'ReadyForPublish' || status === 'Failed'
    return mayTakeBack ? ok(reach(lifecycle, nowMs, PURGED.sender)) : fail('published')
  }
  if (!isAvailable(lifecycle)) return fail('not-found')
  if (lifecycle.isConfirmationNeeded && !hasBeen(lifecycle, 'Confirmed')) return fail('unconfirmed')
  return ok(reach(lifecycle, nowMs, PURGED.recipient))
}

/**
 * Whether a notification that has fallen due may be sent. The first one goes out even where the message has been read
 * already; the reminder does not. docs/altinn/correspondence.md §4.5.
 */
export const mayNotify = (lifecycle: CorrespondenceLifecycle, phase: NotificationPhase): boolean =>
  isAvailable(lifecycle) && !(phase === 'reminder' && hasBeen(lifecycle, 'Read'))

/** The next piece of work, if any. Asked again after each: what happened meanwhile may have changed the answer. */
export const pendingTaskOf = (lifecycle: CorrespondenceLifecycle, nowMs: number): PendingTask | undefined =>
  notificationTaskOf(lifecycle, nowMs) ??
  (isPurged(lifecycle) && lifecycle.attachments === 'held' ? 'release-attachments' : undefined)

/** Since when work waits: since the last that happened or, for a publication, since its time. */
export function waitingSinceMs(lifecycle: CorrespondenceLifecycle, nowMs: number): number {
  const lastMs = lifecycle.history.at(-1)?.atMs ?? 0
  return pendingTaskOf(lifecycle, nowMs) === 'publish' ? Math.max(lastMs, lifecycle.publishAtMs) : lastMs
}

function notificationTaskOf(lifecycle: CorrespondenceLifecycle, nowMs: number): PendingTask | undefined {
  const { placement, withdrawn, hasNotification, publishAtMs } = lifecycle
  const isDecided = hasBeen(lifecycle, 'Published', 'Failed') || isPurged(lifecycle)
  if (!isDecided) return nowMs >= publishAtMs ? 'publish' : undefined
  if (!hasNotification) return undefined
  if (!mayNotify(lifecycle, 'main'))
    return placement === 'none' || withdrawn === 'everything' ? undefined : 'withdraw-everything'
  if (placement !== 'finished') return 'place'
  return withdrawn === 'nothing' && !mayNotify(lifecycle, 'reminder') ? 'withdraw-reminders' : undefined
}

/** Notes that orders are on their way. Stored before the first leaves, so that none is ever forgotten. */
export const startPlacing = (lifecycle: CorrespondenceLifecycle): CorrespondenceLifecycle =>
  lifecycle.placement === 'none' ? { ...lifecycle, placement: 'started' } : lifecycle

export const finishPlacing = (lifecycle: CorrespondenceLifecycle): CorrespondenceLifecycle => ({
  ...lifecycle,
  placement: 'finished',
})

export const finishWithdrawing = (
  lifecycle: CorrespondenceLifecycle,
  withdrawn: Exclude<Withdrawn, 'nothing'>,
): CorrespondenceLifecycle => (lifecycle.withdrawn === 'everything' ? lifecycle : { ...lifecycle, withdrawn })

/** Notes that its attachments are no longer its own. */
export const finishReleasing = (lifecycle: CorrespondenceLifecycle): CorrespondenceLifecycle => ({
  ...lifecycle,
  attachments: 'released',
})

/**
 * When it needs a look if nothing else happens: at its publication, and when it may be forgotten, `retentionMs` after the
 * last that happened or is still to happen.
 */
export function wakeAtMs(lifecycle: CorrespondenceLifecycle, { retentionMs, lastDueMs }: Retention): number {
  const isDecided = hasBeen(lifecycle, 'Published', 'Failed') || isPurged(lifecycle)
  if (!isDecided) return lifecycle.publishAtMs
  return Math.max(lifecycle.history.at(-1)?.atMs ?? 0, lastDueMs) + retentionMs
}

/** How long a correspondence is remembered, and until when its notifications may still be under way. */
export type Retention = { readonly retentionMs: number; readonly lastDueMs: number }

/** Whether all there was to do is done, long enough ago. */
export const mayForget = (lifecycle: CorrespondenceLifecycle, retention: Retention, nowMs: number): boolean =>
  pendingTaskOf(lifecycle, nowMs) === undefined &&
  (hasBeen(lifecycle, 'Published', 'Failed') || isPurged(lifecycle)) &&
  nowMs >= wakeAtMs(lifecycle, retention)
