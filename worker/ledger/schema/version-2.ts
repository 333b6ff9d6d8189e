import type { Stage } from '../../domain/delivery.ts'
import type { ShipmentStage } from '../../domain/shipment.ts'

/** A delivery as version 2 stored it, with its order. */
export type DeliveryRow = {
  order_key: string
  number: number
  position: number
  channel: string
  policy: string
  destination: string
  phase: 'waiting' | 'queued' | 'claimed' | 'taken' | 'final'
  status: string
  last_update_ms: number
  expires_at_ms: number
  attempts: number
  wake_at_ms: number
  provider: string | null
  stay_with: string | null
  simulated: number
  content: string | null
  fingerprint: string
  senders_reference: string | null
  accepted_at_ms: number
  trace_id: string
}

/** A shipment as version 2 stored it, with its order. */
export type ShipmentRow = {
  order_key: string
  number: number
  phase: 'registered' | 'queued' | 'processed' | 'completed' | 'condition-not-met' | 'cancelled'
  last_update_ms: number
  due_ms: number
  wake_at_ms: number | null
  unanswered_conditions: number
  failed_lookups: number
  plan: string
  texts: string | null
  fingerprint: string
  senders_reference: string | null
  accepted_at_ms: number
  trace_id: string
}

export const orderOf = (row: Omit<DeliveryRow | ShipmentRow, 'phase'>) => ({
  orderKey: row.order_key,
  fingerprint: row.fingerprint,
  sendersReference: row.senders_reference ?? undefined,
  acceptedAtMs: row.accepted_at_ms,
  traceId: row.trace_id,
})

function stageOf(row: DeliveryRow): Stage | { phase: 'final'; status: string; isUncertain: boolean } {
  const { phase, wake_at_ms: wakeAtMs } = row
  switch (phase) {
    case 'waiting':
    case 'queued':
      return { phase: 'waiting', wakeAtMs }
    case 'claimed':
      return { phase, wakeAtMs, isWithdrawn: false, earlyFailure: undefined }
    case 'taken':
      return { phase, wakeAtMs, holder: row.provider ?? undefined }
    case 'final':
      return { phase, status: row.status, isUncertain: false }
  }
}

/** The state of a delivery as version 3 stores it. */
export const stateOf = (row: DeliveryRow) => ({
  channel: row.channel,
  policy: row.policy === 'daytime' ? 'daytime' : 'anytime',
  lastUpdateMs: row.last_update_ms,
  expiresAtMs: row.expires_at_ms,
  attempts: row.attempts,
  previousProvider: row.provider ?? undefined,
  pinnedProvider: row.stay_with ?? undefined,
  doubts: [],
  lostClaims: 0,
  stage: stageOf(row),
})

/** What is still told of a delivery that has ended. */
export const viewOf = (row: DeliveryRow) => ({
  channel: row.channel,
  destination: row.destination,
  status: row.status,
  lastUpdateMs: row.last_update_ms,
  simulated: row.simulated === 1,
  attempts: row.attempts,
  isUncertain: false,
})

export function shipmentStageOf(row: ShipmentRow): ShipmentStage {
  if (row.phase !== 'registered' && row.phase !== 'queued') return { phase: row.phase }
  const { unanswered_conditions: unansweredConditions, failed_lookups: failedLookups } = row
  return { phase: 'awaiting', wakeAtMs: row.wake_at_ms ?? row.due_ms, unansweredConditions, failedLookups }
}
