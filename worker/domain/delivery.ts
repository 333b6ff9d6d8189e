import type { Outcome, Receipt } from './outcome.ts'
import { nextOpening, type SendWindow } from './send-window.ts'
import { type Channel, type DeliveryStatus, type FinalStatus, STATUS_OF } from './status.ts'

/**
 * Where a delivery stands between acceptance and its end.
 *
 * `waiting` for its next attempt · `queued` for a worker · `claimed` by one, an attempt in flight · `taken` by a
 * provider, waiting for its receipt · `final`.
 */
export type Phase = 'waiting' | 'queued' | 'claimed' | 'taken' | 'final'

/** When attempts may be made: `instant` and `anytime` at all hours, `daytime` in the send window only. */
export type Policy = 'instant' | 'anytime' | 'daytime'

/** One message to one address: all that its next step depends on. Times are milliseconds since 1970. */
export type Delivery = {
  readonly channel: Channel
  readonly policy: Policy
  readonly phase: Phase
  readonly status: DeliveryStatus
  readonly lastUpdateMs: number
  /** From this moment on no attempt starts. */
  readonly expiresAtMs: number
  /** Attempts begun. The number of the latest is the name of its claim. */
  readonly attempts: number
  /** When the delivery next needs a look if nothing else happens. */
  readonly wakeAtMs: number
  /** The provider that may already have the message, and is asked before any other. */
  readonly stayWith: string | undefined
}

/** The durations that a delivery's steps are planned with. */
export type Timing = {
  /** How long one attempt may hold its claim. Longer than the provider's time-out, or a slow answer is tried twice. */
  readonly leaseMs: number
  /** How long a queue message may take to be claimed before it counts as lost. */
  readonly rescueMs: number
  /** How long what is due waits for a place in the queue when all are taken. */
  readonly deferMs: number
  /** How long after its time-to-live a taken message may still report that it arrived in time. */
  readonly graceMs: number
  /** How long what is final is remembered. */
  readonly retentionMs: number
  readonly smsWindow: SendWindow
}

export type ClaimRefusal = 'final' | 'taken' | 'held' | 'expired' | 'closed'

/** The time of a wake-up that never comes. */
export const NEVER_MS = Number.MAX_SAFE_INTEGER

/** Ends a delivery. One of an order is remembered for as long as its shipment, which forgets it. */
const finish = (delivery: Delivery, status: FinalStatus, nowMs: number, timing: Timing): Delivery => ({
  ...delivery,
  phase: 'final',
  status,
  lastUpdateMs: nowMs,
  wakeAtMs: delivery.policy === 'instant' ? nowMs + timing.retentionMs : NEVER_MS,
})

const expire = (delivery: Delivery, nowMs: number, timing: Timing): Delivery =>
  finish(delivery, STATUS_OF[delivery.channel].timeToLive, nowMs, timing)

/** The first moment from another on at which an attempt may be made. */
const opening = (policy: Policy, ms: number, { smsWindow }: Timing): number =>
  policy === 'daytime' ? nextOpening(ms, smsWindow) : ms

/** A new instant delivery, its first attempt already claimed by whoever stores it. */
export const acceptClaimed = (channel: Channel, expiresAtMs: number, nowMs: number, timing: Timing): Delivery => ({
  channel,
  policy: 'instant',
  phase: 'claimed',
  status: STATUS_OF[channel].sending,
  lastUpdateMs: nowMs,
  expiresAtMs,
  attempts: 1,
  wakeAtMs: nowMs + timing.leaseMs,
  stayWith: undefined,
})

/**
 * A new delivery of an order that has fallen due. Its time-to-live begins when it may first be sent: what waits for the
 * morning loses nothing by that. `spec/notifications.md` 4.5.
 */
export function plan(channel: Channel, policy: Policy, timeToLiveMs: number, nowMs: number, timing: Timing): Delivery {
  const wakeAtMs = opening(policy, nowMs, timing)
  return {
    channel,
    policy,
    phase: 'waiting',
    status: STATUS_OF[channel].new,
    lastUpdateMs: nowMs,
    expiresAtMs: wakeAtMs + timeToLiveMs,
    attempts: 0,
    wakeAtMs,
    stayWith: undefined,
  }
}

/** A delivery that was never possible: its recipient is reserved, or has no address. */
export const failed = (channel: Channel, status: FinalStatus, nowMs: number, timing: Timing): Delivery =>
  finish({ ...plan(channel, 'anytime', 0, nowMs, timing) }, status, nowMs, timing)

/** Grants the one claim that lets a holder call a provider, or tells why nobody may. */
export function claim(
  delivery: Delivery,
  nowMs: number,
  timing: Timing,
): { readonly granted: true; readonly delivery: Delivery } | { readonly granted: false; readonly why: ClaimRefusal } {
  if (delivery.phase === 'final' || delivery.phase === 'taken') return { granted: false, why: delivery.phase }
  if (delivery.phase === 'claimed' && nowMs < delivery.wakeAtMs) return { granted: false, why: 'held' }
  if (nowMs >= delivery.expiresAtMs) return { granted: false, why: 'expired' }
  if (opening(delivery.policy, nowMs, timing) > nowMs) return { granted: false, why: 'closed' }
  const status = STATUS_OF[delivery.channel].sending
  return {
    granted: true,
    delivery: {
      ...delivery,
      phase: 'claimed',
      status,
      lastUpdateMs: delivery.status === status ? delivery.lastUpdateMs : nowMs,
      attempts: delivery.attempts + 1,
      wakeAtMs: nowMs + timing.leaseMs,
    },
  }
}

const take = (delivery: Delivery, nowMs: number, timing: Timing): Delivery => ({
  ...delivery,
  phase: 'taken',
  status: STATUS_OF[delivery.channel].accepted,
  lastUpdateMs: nowMs,
  wakeAtMs: Math.max(delivery.expiresAtMs + timing.graceMs, nowMs),
})

/** What the holder of a claim learnt from the provider it asked last. */
export type Report = {
  /** The claim's name. */
  readonly attempt: number
  readonly outcome: Outcome
  /** The provider to ask first next time, because it may have the message. */
  readonly stayWith: string | undefined
  /** Whether it waits for that provider while others go elsewhere. */
  readonly isOneOfFew?: boolean
  /** How long to wait before the next attempt, should there be one. */
  readonly backoffMs: number
}

/**
 * Applies what the holder of a claim learnt.
 *
 * A late answer still counts where it is knowledge (taken, delivered, refused); a late "unavailable" of an older
 * attempt does not take the claim from a newer one.
 */
export function report(delivery: Delivery, told: Report, nowMs: number, timing: Timing): Delivery {
  const { attempt, outcome, stayWith, backoffMs } = told
  if (delivery.phase === 'final') return delivery
  if (outcome.kind === 'delivered') return finish(delivery, STATUS_OF[delivery.channel].delivered, nowMs, timing)
  if (delivery.phase === 'taken') return delivery
  if (outcome.kind === 'taken') return take(delivery, nowMs, timing)
  if (outcome.kind === 'refused') return finish(delivery, outcome.status, nowMs, timing)
  if (delivery.phase !== 'claimed' || delivery.attempts !== attempt) return delivery
  if (nowMs >= delivery.expiresAtMs) return expire(delivery, nowMs, timing)
  const nextMs = opening(delivery.policy, nowMs + backoffMs, timing)
  return { ...delivery, phase: 'waiting', stayWith, wakeAtMs: Math.min(nextMs, delivery.expiresAtMs) }
}

/** Applies a provider's receipt. One that comes twice, late or out of order changes nothing that is final. */
export function receive(delivery: Delivery, receipt: Receipt, nowMs: number, timing: Timing): Delivery {
  if (delivery.phase === 'final') return delivery
  switch (receipt.kind) {
    case 'accepted':
      return delivery.phase === 'taken' ? delivery : take(delivery, nowMs, timing)
    case 'failed':
      return finish(delivery, receipt.status, nowMs, timing)
    case 'delivered':
      return receipt.atMs > delivery.expiresAtMs
        ? expire(delivery, nowMs, timing)
        : finish(delivery, STATUS_OF[delivery.channel].delivered, nowMs, timing)
  }
}

/** Ends a delivery that no worker could handle. */
export const giveUp = (delivery: Delivery, nowMs: number, timing: Timing): Delivery =>
  delivery.phase === 'final' ? delivery : finish(delivery, STATUS_OF[delivery.channel].failed, nowMs, timing)

/** Whether nobody has tried to send it yet, so that it can still be taken back. */
export const isUntouched = ({ phase, attempts }: Delivery): boolean =>
  attempts === 0 && (phase === 'waiting' || phase === 'queued')

/** What a wake-up asks for: nothing more, a queue message for the next attempt, or that the delivery be forgotten. */
export type Awakening = { readonly delivery: Delivery; readonly next: 'nothing' | 'enqueue' | 'forget' }

/** Decides what has become due. The net under every other path: whatever was lost on the way is found here. */
export function wake(delivery: Delivery, nowMs: number, timing: Timing, queueHasRoom: boolean): Awakening {
  if (nowMs < delivery.wakeAtMs) return { delivery, next: 'nothing' }
  if (delivery.phase === 'final') return { delivery, next: 'forget' }
  if (delivery.phase === 'taken' || nowMs >= delivery.expiresAtMs)
    return { delivery: expire(delivery, nowMs, timing), next: 'nothing' }
  const opensAtMs = opening(delivery.policy, nowMs, timing)
  if (opensAtMs > nowMs) {
    const wakeAtMs = Math.min(opensAtMs, delivery.expiresAtMs)
    return { delivery: { ...delivery, phase: 'waiting', wakeAtMs }, next: 'nothing' }
  }
  const pauseMs = queueHasRoom ? timing.rescueMs : timing.deferMs
  const wakeAtMs = Math.min(nowMs + pauseMs, delivery.expiresAtMs)
  return queueHasRoom
    ? { delivery: { ...delivery, phase: 'queued', wakeAtMs }, next: 'enqueue' }
    : { delivery: { ...delivery, phase: 'waiting', wakeAtMs }, next: 'nothing' }
}
