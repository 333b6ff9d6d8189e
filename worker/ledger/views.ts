import { type Delivery, isUncertain, statusOf, wakeAtOf } from '../domain/delivery.ts'
import { lastUpdateOf, ORDER_STATUS, orderStatusOf } from '../domain/shipment.ts'
import type { Claimed, DeliveryView, NewOrder, OrderView } from './contract.ts'
import type { EndedShipment, LiveMessage, LiveShipment } from './records.ts'

/** A message as it is shown. */
export function viewDelivery(message: LiveMessage): DeliveryView {
  const { recipient, destination, simulated, delivery, reason } = message
  const waitsForWindow = delivery.policy === 'daytime' && delivery.attempts === 0
  return {
    ...(recipient !== undefined && { recipient }),
    channel: delivery.channel,
    destination,
    status: statusOf(delivery),
    lastUpdateMs: delivery.lastUpdateMs,
    simulated,
    attempts: delivery.attempts,
    isUncertain: isUncertain(delivery),
    reason,
    waitsUntilMs: waitsForWindow ? wakeAtOf(delivery) : undefined,
  }
}

/** A view without the texts, which are sealed. */
type Told = Omit<OrderView, 'texts'>

/** An instant shipment as its client sees it: it is its one delivery. */
export const viewInstant = (order: NewOrder, message: LiveMessage): Told => ({
  type: 'Instant',
  sendersReference: order.sendersReference,
  status: statusOf(message.delivery),
  lastUpdateMs: message.delivery.lastUpdateMs,
  dueMs: order.acceptedAtMs,
  deliveries: [viewDelivery(message)],
  acceptedAtMs: order.acceptedAtMs,
  plan: undefined,
})

/** A shipment of an ordinary order as its client sees it: e-mails first, as with Altinn. */
export const viewLive = (
  { order, plan, shipment }: LiveShipment,
  messages: readonly LiveMessage[],
  nowMs: number,
): Told => ({
  type: plan.type,
  sendersReference: plan.sendersReference,
  status: orderStatusOf(shipment, nowMs),
  lastUpdateMs: lastUpdateOf(shipment, nowMs),
  dueMs: shipment.dueMs,
  deliveries: messages.map(viewDelivery),
  acceptedAtMs: order.acceptedAtMs,
  plan,
})

export const viewEnded = ({ order, plan, trail: _, trails: __, ...shipment }: EndedShipment): OrderView => ({
  ...shipment,
  acceptedAtMs: order.acceptedAtMs,
  plan,
  texts: undefined,
})

/** What is kept of an instant message that has ended. */
export const endInstant = (order: NewOrder, message: LiveMessage): EndedShipment => {
  const { acceptedAtMs, ...told } = viewInstant(order, message)
  return { ...told, address: message.address, order, trails: [message.delivery.trail ?? []] }
}

/** What is kept of a shipment that has ended. */
export function endShipment(live: LiveShipment, messages: readonly LiveMessage[], nowMs: number): EndedShipment {
  const { acceptedAtMs, ...told } = viewLive(live, messages, nowMs)
  const trails = messages.map(({ delivery }) => delivery.trail ?? [])
  const { trail } = live.shipment
  return { ...told, address: live.address, order: live.order, trails, ...(trail && { trail }) }
}

/** A shipment's entry in its organisation's feed, once it has ended. docs/altinn/notifications.md §4.4. */
export function feedEntry(shipmentId: string, ended: EndedShipment): string {
  const { type, sendersReference, status, lastUpdateMs, deliveries } = ended
  return JSON.stringify({
    shipmentId,
    ...(sendersReference !== undefined && { sendersReference }),
    recipients: deliveries.map((delivery) => ({
      destination: delivery.destination,
      status: delivery.status,
      lastUpdate: new Date(delivery.lastUpdateMs).toISOString(),
    })),
    status: type === 'Instant' ? ORDER_STATUS.completed : status,
    lastUpdate: new Date(lastUpdateMs).toISOString(),
    shipmentType: type,
  })
}

/** A claim on a message, as its holder gets it. */
export const toClaimed = (
  { address, destination, simulated, traceId }: LiveMessage,
  held: Delivery,
  content: string,
): Claimed => ({
  kind: 'claimed',
  address,
  destination,
  simulated,
  content,
  traceId,
  attempt: held.attempts,
  channel: held.channel,
  expiresAtMs: held.expiresAtMs,
  pinnedProvider: held.pinnedProvider,
  previousProvider: held.previousProvider,
  possibleCopies: held.doubts.length,
  lostClaims: held.lostClaims,
})
