import {
  type Delivery,
  finish,
  finishInDoubt,
  isUncertain,
  MOST_COPIES,
  moveTo,
  opening,
  type Stage,
  type Timing,
} from './delivery.ts'
import type { Outcome } from './outcome.ts'
import { backoffMs, LONGEST_PAUSE_MS, LONGEST_PINNED_PAUSE_MS } from './retry.ts'
import { STATUS_OF } from './status.ts'
import type { ProviderCall } from './trail.ts'
import { afterUnclear, failDelivery, take } from './whereabouts.ts'

export type ClaimRefusal = 'final' | 'taken' | 'unresolved' | 'held' | 'expired' | 'closed'

/** The one claim that lets its holder call a provider, or why there is none now. */
type Claim =
  | { readonly granted: true; readonly delivery: Delivery }
  | { readonly granted: false; readonly why: ClaimRefusal }

/** Ends what is not sent any more. What a provider may have waits for its receipt first. */
function sendNoMore(delivery: Delivery, nowMs: number, timing: Timing): Delivery {
  const answerByMs = delivery.expiresAtMs + timing.graceMs
  if (isUncertain(delivery) && nowMs < answerByMs)
    return moveTo(delivery, { phase: 'unresolved', wakeAtMs: answerByMs }, nowMs)
  return finishInDoubt(delivery, STATUS_OF[delivery.channel].timeToLive, nowMs)
}

/** Lets a failure that a provider told of during an attempt count, now that the attempt is over. */
function withEarlyFailure({ stage }: Delivery, after: Delivery, nowMs: number, timing: Timing): Delivery {
  const early = stage.phase === 'claimed' ? stage.earlyFailure : undefined
  return early ? failDelivery(after, early.provider, early.status, nowMs, timing) : after
}

/** What a claim that ran out leaves: its holder may have called a provider, and which one is not known. */
function afterLostClaim(delivery: Delivery, nowMs: number, timing: Timing): Delivery {
  const { stage } = delivery
  if (stage.phase !== 'claimed') return delivery
  const lost = { ...delivery, lostClaims: delivery.lostClaims + 1 }
  const next = stage.isWithdrawn
    ? sendNoMore(lost, nowMs, timing)
    : moveTo(lost, { phase: 'waiting', wakeAtMs: nowMs }, nowMs)
  return withEarlyFailure(delivery, next, nowMs, timing)
}

/** Grants the one claim that lets its holder call a provider, or tells why there is none now. */
export function claim(delivery: Delivery, nowMs: number, timing: Timing): Claim {
  if (delivery.stage.phase === 'claimed' && nowMs < delivery.stage.wakeAtMs) return { granted: false, why: 'held' }
  const free = afterLostClaim(delivery, nowMs, timing)
  const { phase } = free.stage
  if (phase === 'final' || phase === 'taken' || phase === 'unresolved') return { granted: false, why: phase }
  if (nowMs >= delivery.expiresAtMs) return { granted: false, why: 'expired' }
  if (opening(delivery, nowMs, timing) > nowMs) return { granted: false, why: 'closed' }
  const stage: Stage = {
    phase: 'claimed',
    wakeAtMs: nowMs + timing.leaseMs,
    isWithdrawn: false,
    earlyFailure: undefined,
  }
  const next = { ...free, attempts: free.attempts + 1, stage }
  return { granted: true, delivery: free.attempts === 0 ? { ...next, lastUpdateMs: nowMs } : next }
}

/**
 * Lets the holder of a claim wait longer, for the answer to a message that it has handed over whole: a second attempt
 * would be a second copy. Not beyond the time by which the message must have ended.
 */
export function extendLease(delivery: Delivery, attempt: number, untilMs: number, timing: Timing): Delivery {
  const { stage } = delivery
  if (stage.phase !== 'claimed' || delivery.attempts !== attempt) return delivery
  const latestMs = Math.min(untilMs, delivery.expiresAtMs + timing.graceMs)
  return { ...delivery, stage: { ...stage, wakeAtMs: Math.max(stage.wakeAtMs, latestMs) } }
}

/** What the holder of a claim learnt from the provider that it asked last. */
export type AttemptReport = {
  /** The claim's name. */
  readonly attempt: number
  /** The provider that was asked last; `undefined` where none could be. */
  readonly provider: string | undefined
  /** What it said; `withheld` where no provider may be asked again without the risk of one copy too many. */
  readonly outcome: Outcome | { readonly kind: 'withheld' }
  /** Whether that provider sends a message once, however often it is handed over. */
  readonly honoursReferences: boolean
  /** Whether other providers carry this channel too, so that most messages go elsewhere while this one waits. */
  readonly hasAlternatives: boolean
  /** Every call that was made within the claim, in order. */
  readonly calls?: readonly ProviderCall[]
}

/** What the answer of the provider that was asked last leaves open. */
function learn(delivery: Delivery, told: AttemptReport): Delivery {
  const { provider, outcome, honoursReferences } = told
  if (provider === undefined) return delivery
  return afterUnclear(delivery, { provider, mayHaveIt: outcome.kind === 'uncertain', honoursReferences })
}

/** Plans what comes after an attempt that no provider is known to have taken. */
function planNext(delivery: Delivery, told: AttemptReport, chance: number, nowMs: number, timing: Timing): Delivery {
  const { stage } = delivery
  const known = learn(delivery, told)
  const isOver = told.outcome.kind === 'withheld' || known.doubts.length >= MOST_COPIES
  const isLast = stage.phase === 'claimed' && stage.isWithdrawn && isUncertain(known)
  if (isOver || isLast || nowMs >= delivery.expiresAtMs) return sendNoMore(known, nowMs, timing)
  const isOneOfFew = known.pinnedProvider !== undefined && told.hasAlternatives
  // Where no provider was asked, operators have paused them all, and resume one when it works.
  const isSoon = isOneOfFew || told.provider === undefined
  const pauseMs = backoffMs(told.attempt, chance, isSoon ? LONGEST_PINNED_PAUSE_MS : LONGEST_PAUSE_MS)
  const wakeAtMs = Math.min(opening(delivery, nowMs + pauseMs, timing), delivery.expiresAtMs)
  return moveTo(known, { phase: 'waiting', wakeAtMs }, nowMs)
}

/** A receipt has come, and now the report of the attempt: none is under way any more. */
function withoutAttempt(delivery: Delivery, { attemptEndsAtMs, ...stage }: Stage & { phase: 'taken' }): Delivery {
  return attemptEndsAtMs === undefined ? delivery : { ...delivery, stage }
}

/**
 * Applies what the holder of a claim learnt.
 *
 * A late answer still counts where it is knowledge (taken, delivered, refused); a late "unavailable" of an older
 * attempt does not take the claim from a newer one.
 *
 * @param chance from 0 up to 1
 */
export function report(
  delivery: Delivery,
  told: AttemptReport,
  chance: number,
  nowMs: number,
  timing: Timing,
): Delivery {
  const { attempt, outcome, provider } = told
  const { stage } = delivery
  if (stage.phase === 'final') return delivery
  const known = { ...delivery, previousProvider: provider ?? delivery.previousProvider }
  if (outcome.kind === 'delivered') return finish(known, STATUS_OF[delivery.channel].delivered, nowMs)
  if (stage.phase === 'taken') return delivery.attempts === attempt ? withoutAttempt(delivery, stage) : delivery
  if (outcome.kind === 'taken') {
    const taken = take(delivery, provider, nowMs, timing, outcome.deliveredAfterMs)
    return withEarlyFailure(delivery, taken, nowMs, timing)
  }
  if (outcome.kind === 'refused') return finishInDoubt(known, outcome.status, nowMs)
  if (stage.phase !== 'claimed' || delivery.attempts !== attempt) return delivery
  return withEarlyFailure(delivery, planNext(delivery, told, chance, nowMs, timing), nowMs, timing)
}

/** Whether an attempt that certainly came to nothing was the last, because the message has been withdrawn. */
export const isWithdrawn = (before: Delivery, after: Delivery): boolean =>
  before.stage.phase === 'claimed' && before.stage.isWithdrawn && after.stage.phase === 'waiting'

/**
 * Takes back what no provider can have: `undefined` where nothing of it is left. What one may have waits for its
 * receipt, and an attempt in flight is the last.
 */
export function withdraw(delivery: Delivery, nowMs: number, timing: Timing): Delivery | undefined {
  const { stage } = delivery
  if (stage.phase === 'claimed')
    return stage.isWithdrawn ? delivery : { ...delivery, stage: { ...stage, isWithdrawn: true } }
  if (stage.phase !== 'waiting') return delivery
  return isUncertain(delivery) ? sendNoMore(delivery, nowMs, timing) : undefined
}

/** What a wake-up asks for: nothing more, or an attempt. */
type Awakening = { readonly delivery: Delivery; readonly next: 'nothing' | 'attempt' }

/** Decides what has become due. The net under every other path: what was lost on the way is found here. */
export function wakeDelivery(delivery: Delivery, nowMs: number, timing: Timing): Awakening {
  if (delivery.stage.phase === 'final' || nowMs < delivery.stage.wakeAtMs) return { delivery, next: 'nothing' }
  const found = afterLostClaim(delivery, nowMs, timing)
  const { stage } = found
  if (stage.phase === 'final' || nowMs < stage.wakeAtMs) return { delivery: found, next: 'nothing' }
  if (stage.phase === 'taken' && stage.silenceMeans === 'delivered')
    return { delivery: finish(found, STATUS_OF[found.channel].delivered, nowMs), next: 'nothing' }
  if (stage.phase === 'taken' || stage.phase === 'unresolved' || nowMs >= delivery.expiresAtMs)
    return { delivery: sendNoMore(found, nowMs, timing), next: 'nothing' }
  const opensAtMs = opening(delivery, nowMs, timing)
  if (opensAtMs <= nowMs) return { delivery: found, next: 'attempt' }
  const wakeAtMs = Math.min(opensAtMs, delivery.expiresAtMs)
  return { delivery: moveTo(found, { phase: 'waiting', wakeAtMs }, nowMs), next: 'nothing' }
}
