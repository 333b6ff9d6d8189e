import type { Timeline } from '../platform/timeline.ts'
import type { Ask } from '../world/providers.ts'
import type { Facts, Shipment } from './facts.ts'
import { shipmentOf } from './facts.ts'

/** How long what is under way may still go on after the sender was told of an end, or of a cancellation. */
const UNDER_WAY_MS = 120_000

/** How long it may take until a purge or a reading has come to the ledger, with calls that fail on the way. */
const TAKEN_BACK_WITHIN_MS = 1_800_000

/** The clock may be put back so far. */
const LONGEST_STEP_BACK_MS = 3_000

function* ofNotification({ notifies }: Shipment, facts: Facts, nowMs: number): Generator<string> {
  if (!notifies) return
  const { correspondenceId, phase } = notifies
  const { purgedMs, readMs, allowedMs } = facts.letter(correspondenceId)
  const stopped = phase === 'reminder' ? [purgedMs, readMs] : [purgedMs]
  const stoppedMs = stopped.reduce<number>((least, ms) => Math.min(least, ms ?? least), Number.POSITIVE_INFINITY)
  if (nowMs <= stoppedMs) return
  const allowed = allowedMs.get(phase)
  if (allowed === undefined) yield 'is sent without asking whether it may be'
  else if (allowed > stoppedMs) yield 'was allowed after its message was purged or read'
  else if (nowMs > stoppedMs + TAKEN_BACK_WITHIN_MS) yield 'is sent long after its message was purged or read'
}

/** What is wrong with asking a provider now. */
export function* judgeAsk(ask: Ask, facts: Facts, { nowMs, latestClockMs }: Timeline): Generator<string> {
  const shipment = facts.shipments.get(shipmentOf(ask.reference))
  const erasedMs = facts.erasedMs.get(ask.to)
  if (erasedMs !== undefined && nowMs > erasedMs + UNDER_WAY_MS) yield 'is sent to a recipient who has been erased'
  if (ask.to === '') yield 'is sent to nowhere'
  if (ask.clockMs >= ask.expiresAtMs) yield 'is sent after its time-to-live'
  if (!shipment) return
  const { expiresAtMs, cancelledMs, endShownMs, dueMs } = shipment
  if (expiresAtMs !== undefined && ask.clockMs >= expiresAtMs + LONGEST_STEP_BACK_MS) yield 'is sent after its time'
  if (latestClockMs < dueMs) yield 'is sent before it is due'
  if (cancelledMs !== undefined && nowMs > cancelledMs) yield 'is sent after its sender was told that it is cancelled'
  if (endShownMs !== undefined && nowMs > endShownMs + UNDER_WAY_MS) yield 'is sent after its sender was told its end'
  yield* ofNotification(shipment, facts, nowMs)
}
