import type { Delivery } from './delivery.ts'
import type { TrailEntry } from './trail.ts'

/** What a step from one state to another shows by itself. */
export function stepEntries(before: Delivery, after: Delivery, atMs: number): readonly TrailEntry[] {
  const { stage } = after
  const isClaimed = stage.phase === 'claimed' && after.attempts > before.attempts
  const waits =
    stage.phase === 'waiting' && (before.stage.phase !== 'waiting' || before.stage.wakeAtMs !== stage.wakeAtMs)
  const hasEnded = stage.phase === 'final' && before.stage.phase !== 'final'
  return [
    ...(after.lostClaims > before.lostClaims
      ? [{ atMs, event: 'lease-ended', attempt: before.attempts } as const]
      : []),
    ...(isClaimed ? [{ atMs, event: 'claimed', attempt: after.attempts } as const] : []),
    ...(waits ? [{ atMs, event: 'waits', untilMs: stage.wakeAtMs } as const] : []),
    ...(hasEnded ? [{ atMs, event: 'ended', status: stage.status } as const] : []),
  ]
}
