import { fail, ok, type Result } from '@straks/shared'
import { type Delivery, MOST_COPIES, moveTo, opening, type Timing } from './delivery.ts'
import { type DeliveryStatus, STATUS_OF } from './status.ts'

/** Why there is no further attempt: its time is over, it has ended, it is not due yet, or a provider has it or may have it. */
export type RedriveRefusal = 'expired' | 'ended' | 'not-due' | 'too-late'

/** Whether another attempt is planned or under way: making it earlier creates no copy. */
export const awaitsAttempt = ({ stage }: Delivery): boolean => stage.phase === 'waiting' || stage.phase === 'claimed'

/** Whether a provider may have it and nothing tries it again: more tries could be more copies than there may be. */
export const isUnresolved = ({ stage }: Delivery): boolean => stage.phase === 'unresolved'

const TIME_OVER: ReadonlySet<string> = new Set([STATUS_OF.sms.timeToLive, STATUS_OF.email.timeToLive])

/** Why a delivery that has ended gets no further attempt, by its status. */
export const refusalOfEnd = (status: DeliveryStatus | string): RedriveRefusal =>
  TIME_OVER.has(status) ? 'expired' : 'ended'

/**
 * Makes another attempt due now, within the time-to-live and the send window.
 *
 * What a provider has is tried once more on the operator's word: at another provider if there is one, for the one that
 * has it counts as a doubt. An attempt that is under way is left alone.
 */
export function redrive(delivery: Delivery, nowMs: number, timing: Timing): Result<Delivery, RedriveRefusal> {
  const { stage, doubts, lostClaims } = delivery
  if (stage.phase === 'final') return fail(refusalOfEnd(stage.status))
  if (nowMs >= delivery.expiresAtMs) return fail('expired')
  if (stage.phase === 'claimed') return ok(delivery)
  if (stage.phase === 'taken' && nowMs < (stage.attemptEndsAtMs ?? nowMs)) return ok(delivery)
  const opensAtMs = opening(delivery, nowMs, timing)
  const wakeAtMs = stage.phase === 'waiting' ? Math.min(stage.wakeAtMs, opensAtMs) : opensAtMs
  const stageNow = { phase: 'waiting', wakeAtMs } as const
  if (stage.phase === 'waiting') return ok(moveTo(delivery, stageNow, nowMs))
  const all = stage.phase === 'taken' && stage.holder !== undefined ? [...doubts, stage.holder] : doubts
  const kept = all.slice(-(MOST_COPIES - 1))
  const copies = MOST_COPIES - 1 - kept.length
  const free = { ...delivery, pinnedProvider: undefined, doubts: kept, lostClaims: Math.min(lostClaims, copies) }
  return ok(moveTo(free, stageNow, nowMs))
}
