import { CHANNEL_NAMES } from '../../domain/status.ts'
import type { InspectedShipment, OperatorShipment, TimelineEntry } from '../../ledger/operation/contract.ts'
import type { FollowingEntry } from '../../operator/after-shipment.ts'

const toTime = (ms: number): string => new Date(ms).toISOString()

const maybeTime = (ms: number | undefined): string | undefined => (ms === undefined ? undefined : toTime(ms))

/** A shipment as an operator's answer shows it. Its text is in none of what this is made of. */
export const toShipment = (shipment: OperatorShipment) => ({
  shipmentId: shipment.shipmentId,
  organization: shipment.organization,
  type: shipment.type,
  channel: shipment.channel,
  status: shipment.status,
  recipient: shipment.recipient,
  sendersReference: shipment.sendersReference,
  acceptedAt: toTime(shipment.acceptedAtMs),
  dueAt: toTime(shipment.dueMs),
  lastUpdate: toTime(shipment.lastUpdateMs),
  deliveries: shipment.deliveries.map((delivery) => ({
    reference: delivery.reference,
    type: CHANNEL_NAMES[delivery.channel],
    destination: delivery.destination,
    status: delivery.status,
    lastUpdate: toTime(delivery.lastUpdateMs),
    attempts: delivery.attempts,
    provider: delivery.provider,
    simulated: delivery.simulated || undefined,
    uncertain: delivery.isUncertain || undefined,
    expiresAt: maybeTime(delivery.expiresAtMs),
    waitsUntil: maybeTime(delivery.waitsUntilMs),
  })),
})

function toEvent({ atMs, ...entry }: TimelineEntry | FollowingEntry) {
  if (!('untilMs' in entry)) return { at: toTime(atMs), ...entry }
  const { untilMs, ...rest } = entry
  return { at: toTime(atMs), ...rest, until: toTime(untilMs) }
}

/** The same with its timeline, and what followed in it. */
export const toInspected = ({ timeline, ...shipment }: InspectedShipment, following: readonly FollowingEntry[]) => ({
  ...toShipment(shipment),
  timeline: [...timeline, ...following].sort((one, other) => one.atMs - other.atMs).map(toEvent),
})
