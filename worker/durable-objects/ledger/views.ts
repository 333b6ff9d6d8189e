import { isUntouched } from '../../domain/delivery.ts'
import { ORDER_STATUS } from '../../domain/shipment.ts'
import type { StoredDelivery } from './delivery-store.ts'
import type { DeliveryView, OrderView, ShipmentView } from './exchange.ts'
import type { NewOrder } from './order-store.ts'
import type { StoredShipment } from './shipment-store.ts'

const viewDelivery = (delivery: StoredDelivery): DeliveryView => ({
  channel: delivery.channel,
  destination: delivery.destination,
  status: delivery.status,
  lastUpdateMs: delivery.lastUpdateMs,
  simulated: delivery.simulated,
  attempts: delivery.attempts,
  isUncertain: delivery.stayWith !== undefined && delivery.phase !== 'final' && delivery.phase !== 'taken',
  waitsUntilMs: delivery.policy === 'daytime' && isUntouched(delivery) ? delivery.wakeAtMs : undefined,
})

/** An instant shipment as its client sees it: it is its one delivery. */
export const viewInstant = (order: NewOrder, delivery: StoredDelivery): OrderView => ({
  type: 'Instant',
  sendersReference: order.sendersReference,
  status: delivery.status,
  lastUpdateMs: delivery.lastUpdateMs,
  dueMs: order.acceptedAtMs,
  deliveries: [viewDelivery(delivery)],
  acceptedAtMs: order.acceptedAtMs,
  plan: undefined,
  texts: delivery.content === undefined ? undefined : { [delivery.channel]: JSON.parse(delivery.content) },
})

/** A shipment of an ordinary order as its client sees it: e-mails first, as with Altinn. */
export const viewShipment = (
  order: NewOrder,
  shipment: StoredShipment,
  deliveries: readonly StoredDelivery[],
): OrderView => ({
  type: shipment.plan.type,
  sendersReference: shipment.plan.sendersReference,
  status: ORDER_STATUS[shipment.phase],
  lastUpdateMs: shipment.lastUpdateMs,
  dueMs: shipment.dueMs,
  deliveries: deliveries.map(viewDelivery),
  acceptedAtMs: order.acceptedAtMs,
  plan: shipment.plan,
  texts: shipment.texts,
})

/** A shipment's entry in its organisation's feed, once it is final. `spec/notifications.md` 4.4. */
export function feedEntry(shipmentId: string, view: ShipmentView): string {
  const { type, sendersReference, status, lastUpdateMs, deliveries } = view
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
