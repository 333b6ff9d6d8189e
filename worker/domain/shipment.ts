import type { Timing } from './delivery.ts'

/**
 * Where a shipment of an ordinary order stands between acceptance and its end.
 *
 * `registered` until it is due · `queued` for a worker that finds out who it goes to · `processed` into deliveries ·
 * and then one of three ends.
 */
export type ShipmentPhase = 'registered' | 'queued' | 'processed' | 'completed' | 'condition-not-met' | 'cancelled'

/** The state of one shipment: all that its next step depends on. Times are milliseconds since 1970. */
export type Shipment = {
  readonly phase: ShipmentPhase
  readonly lastUpdateMs: number
  readonly dueMs: number
  /** When it next needs a look; `undefined` while its deliveries are looked after themselves. */
  readonly wakeAtMs: number | undefined
  /** How often its condition was asked without an answer. */
  readonly unansweredConditions: number
  /** How often its recipient could not be looked up. */
  readonly failedLookups: number
}

/** How long before it is due a shipment can still be cancelled. `spec/notifications.md` 7.9. */
export const CANCELLATION_LEAD_MS = 300_000

/** How long an order's message is tried, from when it may first be sent. `spec/notifications.md` 4.5. */
export const ORDER_TIME_TO_LIVE_MS = 172_800_000

/** How long a condition that did not answer is given before it is asked the second and last time. 7.6. */
const CONDITION_PAUSE_MS = 60_000

/**
 * How long a worker may take to prepare a shipment before it counts as lost: a condition answers within 5 seconds and the
 * registers within 6, and both may have to wait their turn.
 */
const PREPARATION_MS = 30_000

/** What the wire calls each phase. `spec/notifications.md` 4.1. */
export const ORDER_STATUS = {
  registered: 'Order_Registered',
  queued: 'Order_Processing',
  processed: 'Order_Processed',
  completed: 'Order_Completed',
  'condition-not-met': 'Order_SendConditionNotMet',
  cancelled: 'Order_Cancelled',
} as const satisfies Record<ShipmentPhase, string>

export type OrderStatus = (typeof ORDER_STATUS)[ShipmentPhase]

/** Whether a shipment has come to an end. */
export const isFinal = ({ phase }: Shipment): boolean =>
  phase === 'completed' || phase === 'condition-not-met' || phase === 'cancelled'

const finish = (shipment: Shipment, phase: ShipmentPhase, nowMs: number, timing: Timing): Shipment => ({
  ...shipment,
  phase,
  lastUpdateMs: nowMs,
  wakeAtMs: nowMs + timing.retentionMs,
})

/** A new shipment, to be looked at when it is due. */
export const register = (dueMs: number, nowMs: number): Shipment => ({
  phase: 'registered',
  lastUpdateMs: nowMs,
  dueMs,
  wakeAtMs: dueMs,
  unansweredConditions: 0,
  failedLookups: 0,
})

/** What a wake-up asks for: nothing more, a worker to prepare it, its end without an address, or to be forgotten. */
export type Awakening = { readonly shipment: Shipment; readonly next: 'nothing' | 'prepare' | 'give-up' | 'forget' }

/** Decides what has become due. */
export function wake(shipment: Shipment, nowMs: number, timing: Timing, queueHasRoom: boolean): Awakening {
  const { wakeAtMs, dueMs } = shipment
  if (wakeAtMs === undefined || nowMs < wakeAtMs) return { shipment, next: 'nothing' }
  if (isFinal(shipment)) return { shipment, next: 'forget' }
  if (nowMs >= dueMs + ORDER_TIME_TO_LIVE_MS) return { shipment, next: 'give-up' }
  if (!queueHasRoom) return { shipment: { ...shipment, wakeAtMs: nowMs + timing.deferMs }, next: 'nothing' }
  return {
    shipment: {
      ...shipment,
      phase: 'queued',
      lastUpdateMs: shipment.phase === 'queued' ? shipment.lastUpdateMs : nowMs,
      wakeAtMs: nowMs + PREPARATION_MS,
    },
    next: 'prepare',
  }
}

/** Why a shipment that is due cannot be prepared yet. */
export type Obstacle = 'condition-unanswered' | 'register-unavailable'

/** Whether a worker may still prepare it: a queue message that comes twice, or late, finds that it may not. */
export const awaitsPreparation = ({ phase }: Shipment): boolean => phase === 'registered' || phase === 'queued'

/** Waits for whatever did not answer: a condition for a minute, a register for a pause that grows. */
export function postpone(shipment: Shipment, obstacle: Obstacle, nowMs: number, backoffMs: number): Shipment {
  const isCondition = obstacle === 'condition-unanswered'
  return {
    ...shipment,
    phase: 'registered',
    lastUpdateMs: nowMs,
    wakeAtMs: nowMs + (isCondition ? CONDITION_PAUSE_MS : backoffMs),
    unansweredConditions: shipment.unansweredConditions + (isCondition ? 1 : 0),
    failedLookups: shipment.failedLookups + (isCondition ? 0 : 1),
  }
}

/** Hands over to its deliveries. */
export const process = (shipment: Shipment, nowMs: number): Shipment => ({
  ...shipment,
  phase: 'processed',
  lastUpdateMs: nowMs,
  wakeAtMs: undefined,
})

/** Ends a shipment of which no delivery is left to wait for. */
export const complete = (shipment: Shipment, nowMs: number, timing: Timing): Shipment =>
  finish(shipment, 'completed', nowMs, timing)

/** Ends a shipment whose condition does not hold. */
export const drop = (shipment: Shipment, nowMs: number, timing: Timing): Shipment =>
  finish(shipment, 'condition-not-met', nowMs, timing)

/** Ends a shipment that has not begun. */
export const withdraw = (shipment: Shipment, nowMs: number, timing: Timing): Shipment =>
  finish(shipment, 'cancelled', nowMs, timing)

/** Whether a client may still cancel: it must be registered, and due in more than five minutes. */
export const isCancellable = ({ phase, dueMs }: Shipment, nowMs: number): boolean =>
  phase === 'registered' && dueMs > nowMs + CANCELLATION_LEAD_MS
