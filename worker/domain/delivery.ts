import { nextOpening, type SendWindow } from './send-window.ts'
import { type Channel, type DeliveryStatus, type FinalStatus, STATUS_OF } from './status.ts'
import type { TrailEntry } from './trail.ts'

/** When attempts may be made: at all hours, or in the send window only. */
export type Policy = 'anytime' | 'daytime'

/**
 * A provider told of a failure before the attempt in flight was reported: the report says whether it has the message.
 */
type EarlyFailure = { readonly provider: string; readonly status: FinalStatus }

/** Where a delivery stands between acceptance and its end, and what only that place has. Times are ms since 1970. */
export type Stage =
  /** For its next attempt, at `wakeAtMs`. */
  | { readonly phase: 'waiting'; readonly wakeAtMs: number }
  /** An attempt is in flight; from `wakeAtMs` on, the end of its lease, its report counts as lost. */
  | {
      readonly phase: 'claimed'
      readonly wakeAtMs: number
      /** Whether it is tried no more once this attempt is over. */
      readonly isWithdrawn: boolean
      readonly earlyFailure: EarlyFailure | undefined
    }
  /** A provider may have it and is asked no more: only a receipt can tell, at the latest at `wakeAtMs`. */
  | { readonly phase: 'unresolved'; readonly wakeAtMs: number }
  /** A provider has it: its receipt is awaited until `wakeAtMs`. */
  | {
      readonly phase: 'taken'
      readonly wakeAtMs: number
      readonly holder: string | undefined
      /** Set where the provider tells of failures only: no receipt by then means that it was delivered. */
      readonly silenceMeans?: 'delivered'
      /**
       * Set where its receipt came before the report of the attempt: until then that attempt may still be under way, and ask
       * another provider.
       */
      readonly attemptEndsAtMs?: number
    }
  | {
      readonly phase: 'final'
      readonly status: FinalStatus
      /** Whether a provider may have sent it all the same. */
      readonly isUncertain: boolean
    }

/** One message to one address: all that its next step depends on. Times are milliseconds since 1970. */
export type Delivery = {
  readonly channel: Channel
  readonly policy: Policy
  /** When its status last changed. */
  readonly lastUpdateMs: number
  /** From this moment on no attempt starts. */
  readonly expiresAtMs: number
  /** Attempts begun. The number of the latest is the name of its claim. */
  readonly attempts: number
  /** The provider that was last heard of. */
  readonly previousProvider: string | undefined
  /** The provider that may already have the message, and is asked before any other. */
  readonly pinnedProvider: string | undefined
  /** Providers that honour no references and may each have sent a copy without saying so. */
  readonly doubts: readonly string[]
  /** Claims that ran out without a report: their holders may have called a provider. */
  readonly lostClaims: number
  readonly stage: Stage
  /** What has happened to it, for an operator; left out where nothing but its acceptance has. */
  readonly trail?: readonly TrailEntry[]
}

/** The durations that a delivery's steps are planned with. */
export type Timing = {
  /**
   * How long one attempt may keep its claim. Longer than the provider's timeout, or a slow answer would be tried twice.
   */
  readonly leaseMs: number
  /** How long a queue message may take to be claimed before it counts as lost. */
  readonly rescueMs: number
  /** How long what is due waits for a place on the queue when all are taken. */
  readonly deferMs: number
  /** How long after its time-to-live a taken message may still report that it arrived in time. */
  readonly graceMs: number
  /** How long what is final is remembered. */
  readonly retentionMs: number
  /** How long after the full hour what is past its retention is erased: a ledger's own, so that not all wake in one instant. */
  readonly erasureDelayMs: number
  /** When in the day each channel may be used where a delivery's policy says so. */
  readonly windows: Readonly<Record<Channel, SendWindow>>
}

/** Copies of a message that may be out before it is not sent again: the first, and one more try. */
export const MOST_COPIES = 2

const STATUS_OF_PHASE = {
  waiting: 'sending',
  claimed: 'sending',
  unresolved: 'sending',
  taken: 'accepted',
} as const

/** What the wire calls the stage of a delivery. */
export function statusOf({
  channel,
  attempts,
  stage,
}: Pick<Delivery, 'channel' | 'attempts' | 'stage'>): DeliveryStatus {
  if (stage.phase === 'final') return stage.status
  return STATUS_OF[channel][attempts === 0 ? 'new' : STATUS_OF_PHASE[stage.phase]]
}

/** When a delivery next needs a look if nothing else happens; `undefined` once it is final. */
export const wakeAtOf = ({ stage }: Delivery): number | undefined =>
  stage.phase === 'final' ? undefined : stage.wakeAtMs

/** Whether a provider may have the message and has not said so. */
export function isUncertain({ stage, pinnedProvider, doubts, lostClaims }: Delivery): boolean {
  if (stage.phase === 'final') return stage.isUncertain
  return stage.phase !== 'taken' && (pinnedProvider !== undefined || doubts.length > 0 || lostClaims > 0)
}

/** The first moment from another on at which an attempt may be made. */
export const opening = (
  { channel, policy }: Pick<Delivery, 'channel' | 'policy'>,
  ms: number,
  { windows }: Timing,
): number => (policy === 'daytime' ? nextOpening(ms, windows[channel]) : ms)

/** Brings a delivery to another stage; the time of its last update moves with its status only. */
export function moveTo(delivery: Delivery, stage: Stage, nowMs: number): Delivery {
  const moved = { ...delivery, stage }
  return statusOf(moved) === statusOf(delivery) ? moved : { ...moved, lastUpdateMs: nowMs }
}

/** Ends a delivery of which it is known what became of it. */
export const finish = (delivery: Delivery, status: FinalStatus, nowMs: number): Delivery =>
  moveTo(delivery, { phase: 'final', status, isUncertain: false }, nowMs)

/** Ends a delivery that a provider may have all the same, if one may. */
export const finishInDoubt = (delivery: Delivery, status: FinalStatus, nowMs: number): Delivery =>
  moveTo(delivery, { phase: 'final', status, isUncertain: isUncertain(delivery) }, nowMs)

const fresh = (channel: Channel, policy: Policy, expiresAtMs: number, nowMs: number) => ({
  channel,
  policy,
  lastUpdateMs: nowMs,
  expiresAtMs,
  previousProvider: undefined,
  pinnedProvider: undefined,
  doubts: [],
  lostClaims: 0,
})

/** A new delivery, its first attempt already claimed by the caller that stores it. */
export const acceptClaimed = (channel: Channel, expiresAtMs: number, nowMs: number, timing: Timing): Delivery => ({
  ...fresh(channel, 'anytime', expiresAtMs, nowMs),
  attempts: 1,
  stage: { phase: 'claimed', wakeAtMs: nowMs + timing.leaseMs, isWithdrawn: false, earlyFailure: undefined },
})

/**
 * A new delivery of an order that has fallen due. Its time-to-live begins when it may first be sent: what waits for the
 * morning loses nothing by that. docs/altinn/notifications.md §4.5.
 */
export function plan(channel: Channel, policy: Policy, timeToLiveMs: number, nowMs: number, timing: Timing): Delivery {
  const wakeAtMs = opening({ channel, policy }, nowMs, timing)
  return {
    ...fresh(channel, policy, wakeAtMs + timeToLiveMs, nowMs),
    attempts: 0,
    stage: { phase: 'waiting', wakeAtMs },
  }
}

/** A delivery that was never possible: its recipient is reserved, or has no address. */
export const failed = (channel: Channel, status: FinalStatus, nowMs: number): Delivery => ({
  ...fresh(channel, 'anytime', nowMs, nowMs),
  attempts: 0,
  stage: { phase: 'final', status, isUncertain: false },
})

/** Ends a delivery that no worker could handle. One that a provider has, or is being handed, may arrive all the same. */
export function giveUp(delivery: Delivery, nowMs: number): Delivery {
  const { phase } = delivery.stage
  if (phase === 'final') return delivery
  const mayArrive = phase === 'taken' || phase === 'claimed' || isUncertain(delivery)
  return moveTo(delivery, { phase: 'final', status: STATUS_OF[delivery.channel].failed, isUncertain: mayArrive }, nowMs)
}

/** A delivery that waits, due now, whatever its send window says; any other as it is. */
export const bringDeliveryForward = (delivery: Delivery, nowMs: number): Delivery =>
  delivery.stage.phase === 'waiting'
    ? {
        ...delivery,
        policy: 'anytime',
        stage: { phase: 'waiting', wakeAtMs: Math.min(delivery.stage.wakeAtMs, nowMs) },
      }
    : delivery
