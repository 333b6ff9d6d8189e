import { MS_PER_DAY } from '@straks/shared'
import type { Config } from '../platform/config.ts'
import { type Retention, waitingSinceMs, wakeAtMs } from './lifecycle.ts'
import { dueTimes } from './notification-orders.ts'
import { delaysOf } from './orders-of-correspondence.ts'
import type { StoredCorrespondence } from './record.ts'
import { retryPauseMs } from './retry-pause.ts'

/** The longest sleep: an alarm cannot be set for the far future, so a late publication takes several. */
const LONGEST_SLEEP_MS = 30 * MS_PER_DAY

/** How long a correspondence is remembered. */
export function retentionOf(config: Config, { lifecycle, notification }: StoredCorrespondence): Retention {
  const due = dueTimes(lifecycle.publishAtMs, delaysOf(config))
  return {
    retentionMs: config.retentionDays * MS_PER_DAY,
    lastDueMs: notification?.reminder ? due.reminder : 0,
  }
}

/** An object that has never been asked for takes the platform up to a few hundred milliseconds; a slow one, more. */
const STORED_WITHIN_MS = 1_000

/** What each further one of a request adds, as they are stored side by side. */
const STORED_EACH_MS = 5

/** How long the correspondences of one request wait, so that all are stored, or taken back, before one is published. */
export const storingMs = (recipients: number): number =>
  recipients > 1 ? STORED_WITHIN_MS + recipients * STORED_EACH_MS : 0

/** How far the listing may lag behind: what happens within this time is told to it once. */
const LISTING_LAG_MS = 1_000

/** What there is to do beside publication and erasure, and how long what failed waits. */
type Todo = { readonly hasTask: boolean; readonly isListed: boolean; readonly pauseMs: number }

/** How long what could not be done waits: what a reading or a purge asks for is young, however old the message is. */
export const pauseOf = ({ lifecycle }: StoredCorrespondence, nowMs: number): number =>
  retryPauseMs(nowMs - waitingSinceMs(lifecycle, nowMs))

/** When the alarm is to ring: for what is to be done now, for the listing, for publication or for erasure. */
export function nextWakeMs(
  { lifecycle }: StoredCorrespondence,
  retention: Retention,
  { hasTask, isListed, pauseMs }: Todo,
  nowMs: number,
): number {
  const dueMs = hasTask ? nowMs : wakeAtMs(lifecycle, retention)
  const listingMs = isListed ? Number.POSITIVE_INFINITY : nowMs + LISTING_LAG_MS
  return Math.min(Math.max(Math.min(dueMs, listingMs), nowMs + pauseMs), nowMs + LONGEST_SLEEP_MS)
}
