/** Where a shipment of an order stands between acceptance and its end, and what only that place has. */
export type ShipmentStage =
  /** Until its deliveries are made: when it is due, and after pauses for what did not answer. */
  | {
      readonly phase: 'awaiting'
      /** When it next needs a look. */
      readonly wakeAtMs: number
      /** How often its condition was asked without an answer. */
      readonly unansweredConditions: number
      /** How often its recipient could not be looked up. */
      readonly failedLookups: number
      /** The recipients that are still to be looked up, where the others have their deliveries; left out: all. */
      readonly left?: readonly number[]
    }
  /** Handed over to its deliveries, which are looked after themselves. */
  | { readonly phase: 'processed' }
  | { readonly phase: ShipmentEnd }

/** How a shipment ends: its deliveries are over, its condition is not met, or it was taken back. */
export type ShipmentEnd = 'completed' | 'condition-not-met' | 'cancelled'

/** The state of one shipment: all that its next step depends on. Times are milliseconds since 1970. */
export type Shipment = {
  readonly lastUpdateMs: number
  readonly dueMs: number
  readonly stage: ShipmentStage
  /** What kept it, the latest last; for an operator, and left out where nothing has. */
  readonly trail?: readonly ShipmentTrailEntry[]
}

/** That something did not answer when the shipment was to be prepared, and when that was. */
export type ShipmentTrailEntry = { readonly atMs: number; readonly obstacle: Obstacle }

/** Entries that are kept of one shipment. */
const TRAIL_KEPT = 20

/** A shipment whose deliveries are still to be made. */
export type AwaitingShipment = Shipment & { readonly stage: Extract<ShipmentStage, { phase: 'awaiting' }> }

/** How long before it is due a shipment can still be cancelled. docs/altinn/notifications.md §7.9. */
const CANCELLATION_LEAD_MS = 300_000

/** How long an order's message is tried, from when it may first be sent. docs/altinn/notifications.md §4.5. */
export const ORDER_TIME_TO_LIVE_MS = 172_800_000

/** How long a condition that did not answer is given before it is asked the second and last time. 7.6. */
const CONDITION_PAUSE_MS = 60_000

/**
 * How long a worker may take to prepare a shipment before it counts as lost: a condition answers within 5 seconds and the
 * registers within 6, and both may have to wait their turn.
 */
export const PREPARATION_MS = 30_000

/** What the wire calls each phase. docs/altinn/notifications.md §4.1. */
export const ORDER_STATUS = {
  registered: 'Order_Registered',
  processing: 'Order_Processing',
  processed: 'Order_Processed',
  completed: 'Order_Completed',
  'condition-not-met': 'Order_SendConditionNotMet',
  cancelled: 'Order_Cancelled',
} as const

export type ShipmentStatus = (typeof ORDER_STATUS)[keyof typeof ORDER_STATUS]

/** Whether a worker may still prepare it: a queue message that comes twice, or late, finds that it may not. */
export const awaitsPreparation = (shipment: Shipment): shipment is AwaitingShipment =>
  shipment.stage.phase === 'awaiting'

/** What the wire calls where a shipment stands: one that is due is being processed, one that waits is registered. */
export function orderStatusOf({ stage }: Shipment, nowMs: number): ShipmentStatus {
  if (stage.phase !== 'awaiting') return ORDER_STATUS[stage.phase]
  return nowMs < stage.wakeAtMs && !stage.left ? ORDER_STATUS.registered : ORDER_STATUS.processing
}

/** When the status of a shipment last changed. */
export const lastUpdateOf = ({ stage, lastUpdateMs }: Shipment, nowMs: number): number =>
  stage.phase === 'awaiting' && stage.wakeAtMs <= nowMs ? stage.wakeAtMs : lastUpdateMs

/** A new shipment, to be looked at when it is due. */
export const register = (dueMs: number, nowMs: number): AwaitingShipment => ({
  lastUpdateMs: nowMs,
  dueMs,
  stage: { phase: 'awaiting', wakeAtMs: dueMs, unansweredConditions: 0, failedLookups: 0 },
})

/** What has become due of a shipment: nothing, its preparation by a worker, or its end without an address. */
export function wakeShipment(shipment: Shipment, nowMs: number): 'nothing' | 'prepare' | 'give-up' {
  if (!awaitsPreparation(shipment) || nowMs < shipment.stage.wakeAtMs) return 'nothing'
  return nowMs >= shipment.dueMs + ORDER_TIME_TO_LIVE_MS ? 'give-up' : 'prepare'
}

/** Why a shipment that is due cannot be prepared yet. */
export type Obstacle = 'condition-unanswered' | 'register-unavailable'

/** How a shipment waits for a register. */
type Wait = {
  readonly backoffMs: number
  /** The recipients that are still to be looked up, where they are fewer than before. */
  readonly left?: readonly number[]
}

/** Waits for what did not answer: a condition for a minute, a register for a pause that grows. */
export function postpone(
  shipment: AwaitingShipment,
  obstacle: Obstacle,
  { backoffMs, left = shipment.stage.left }: Wait,
  nowMs: number,
): Shipment {
  const { unansweredConditions, failedLookups } = shipment.stage
  const isCondition = obstacle === 'condition-unanswered'
  return {
    ...shipment,
    lastUpdateMs: nowMs,
    trail: [...(shipment.trail ?? []), { atMs: nowMs, obstacle }].slice(-TRAIL_KEPT),
    stage: {
      phase: 'awaiting',
      wakeAtMs: nowMs + (isCondition ? CONDITION_PAUSE_MS : backoffMs),
      unansweredConditions: unansweredConditions + (isCondition ? 1 : 0),
      failedLookups: failedLookups + (isCondition ? 0 : 1),
      ...(left && { left }),
    },
  }
}

/** Hands over to its deliveries. */
export const process = (shipment: Shipment, nowMs: number): Shipment => ({
  ...shipment,
  lastUpdateMs: nowMs,
  stage: { phase: 'processed' },
})

/** Ends a shipment. */
export const end = (shipment: Shipment, phase: ShipmentEnd, nowMs: number): Shipment => ({
  ...shipment,
  lastUpdateMs: nowMs,
  stage: { phase },
})

/** Whether a client may still cancel: it must wait for its time, and be due in more than five minutes. */
export const isCancellable = ({ dueMs, stage }: Shipment, nowMs: number): boolean =>
  stage.phase === 'awaiting' && dueMs - nowMs > CANCELLATION_LEAD_MS

/** A shipment that is due now rather than later: for trying out what would take days. */
export const bringShipmentForward = (shipment: AwaitingShipment, nowMs: number): AwaitingShipment => ({
  ...shipment,
  dueMs: Math.min(shipment.dueMs, nowMs),
  stage: { ...shipment.stage, wakeAtMs: Math.min(shipment.stage.wakeAtMs, nowMs) },
})
