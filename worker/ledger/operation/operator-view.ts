import { statusOf } from '../../domain/delivery.ts'
import { type ShipmentAddress, toReference, toUuid } from '../../domain/order-id.ts'
import { recipientLabelOf } from '../../domain/recipient-identity.ts'
import { isUnresolved } from '../../domain/redrive.ts'
import { lastUpdateOf, orderStatusOf, type ShipmentTrailEntry } from '../../domain/shipment.ts'
import { lastProviderIn, type TrailEntry } from '../../domain/trail.ts'
import type { NewOrder } from '../contract.ts'
import type { EndedShipment, LiveMessage, LiveShipment } from '../records.ts'
import { viewDelivery } from '../views.ts'
import type { InspectedShipment, OperatorDelivery, TimelineEntry } from './contract.ts'

type Trail = readonly TrailEntry[]

/** `EmailPreferred` as `email-preferred`. */
const channelName = (scheme: string): string => scheme.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()

const liveDelivery = (message: LiveMessage): OperatorDelivery => ({
  ...viewDelivery(message),
  reference: toReference(message.address),
  provider: message.delivery.previousProvider,
  expiresAtMs: message.delivery.expiresAtMs,
  isUnresolved: isUnresolved(message.delivery),
})

/** The trails of deliveries as one, each entry with its delivery's name where there are several. */
const joined = (address: ShipmentAddress, trails: readonly Trail[]): readonly TimelineEntry[] =>
  trails.flatMap((trail, position) =>
    trail.map((entry) => (trails.length > 1 ? { ...entry, delivery: toReference({ ...address, position }) } : entry)),
  )

/** Sorted by time; what happened at the same time stays in its order. */
const inOrder = (entries: readonly TimelineEntry[]): readonly TimelineEntry[] =>
  [...entries].sort((one, other) => one.atMs - other.atMs)

const accepted = ({ acceptedAtMs }: NewOrder): TimelineEntry => ({ atMs: acceptedAtMs, event: 'accepted' })

/** An instant message is accepted and claimed in one step. */
const acceptedAndClaimed = (order: NewOrder): readonly TimelineEntry[] => [
  accepted(order),
  { atMs: order.acceptedAtMs, event: 'claimed', attempt: 1 },
]

const postponements = (trail: readonly ShipmentTrailEntry[] = []): readonly TimelineEntry[] =>
  trail.map((entry) => ({ ...entry, event: 'postponed' as const }))

/** An instant message under way. */
export function inspectInstant(organization: string, order: NewOrder, message: LiveMessage): InspectedShipment {
  const { address, delivery, destination } = message
  return {
    shipmentId: toUuid(address),
    organization,
    type: 'Instant',
    channel: delivery.channel,
    status: statusOf(delivery),
    recipient: destination,
    sendersReference: order.sendersReference,
    acceptedAtMs: order.acceptedAtMs,
    dueMs: order.acceptedAtMs,
    lastUpdateMs: delivery.lastUpdateMs,
    deliveries: [liveDelivery(message)],
    timeline: inOrder([...acceptedAndClaimed(order), ...(delivery.trail ?? [])]),
  }
}

/** A shipment of an ordinary order that has not ended. */
export function inspectLive(
  organization: string,
  { address, order, plan, shipment }: LiveShipment,
  messages: readonly LiveMessage[],
  nowMs: number,
): InspectedShipment {
  const isDue = shipment.dueMs <= nowMs
  return {
    shipmentId: toUuid(address),
    organization,
    type: plan.type,
    channel: channelName(plan.channel),
    status: orderStatusOf(shipment, nowMs),
    recipient: recipientLabelOf(plan.recipient),
    sendersReference: plan.sendersReference,
    acceptedAtMs: order.acceptedAtMs,
    dueMs: shipment.dueMs,
    lastUpdateMs: lastUpdateOf(shipment, nowMs),
    deliveries: messages.map(liveDelivery),
    timeline: inOrder([
      accepted(order),
      ...(isDue ? [{ atMs: shipment.dueMs, event: 'due' } as const] : []),
      ...postponements(shipment.trail),
      ...joined(
        address,
        messages.map(({ delivery }) => delivery.trail ?? []),
      ),
    ]),
  }
}

/** A shipment that has ended. Those from before there were trails have little to tell. */
export function inspectEnded(organization: string, ended: EndedShipment): InspectedShipment {
  const { address, order, plan, type, status, deliveries, dueMs, lastUpdateMs, trails = [] } = ended
  const events = joined(address, trails)
  const isInstant = type === 'Instant'
  const hasEnd = isInstant && events.some(({ event }) => event === 'ended')
  const channel = isInstant ? deliveries[0]?.channel : plan && channelName(plan.channel)
  return {
    shipmentId: toUuid(address),
    organization,
    type,
    channel: channel ?? deliveries[0]?.channel ?? '',
    status,
    recipient: plan ? recipientLabelOf(plan.recipient) : (deliveries[0]?.destination ?? ''),
    sendersReference: ended.sendersReference,
    acceptedAtMs: order.acceptedAtMs,
    dueMs,
    lastUpdateMs,
    deliveries: deliveries.map((delivery, position) => ({
      ...delivery,
      reference: toReference({ ...address, position }),
      provider: lastProviderIn(trails[position] ?? []),
      expiresAtMs: undefined,
      isUnresolved: false,
    })),
    timeline: inOrder([
      ...(isInstant && trails.length > 0 ? acceptedAndClaimed(order) : [accepted(order)]),
      ...(isInstant || events.length === 0 ? [] : [{ atMs: dueMs, event: 'due' } as const]),
      ...postponements(ended.trail),
      ...events,
      ...(hasEnd ? [] : [{ atMs: lastUpdateMs, event: 'ended', status } as const]),
    ]),
  }
}
