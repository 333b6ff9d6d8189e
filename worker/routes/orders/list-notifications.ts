import { type Channel, type DeliveryStatus, hasSucceeded } from '../../domain/status.ts'
import { STATUS_MEANINGS } from '../../domain/status-meanings.ts'
import { type Exchange, refuse } from '../../http/exchange.ts'
import type { RouteRequest } from '../../http/route-request.ts'
import { viewShipmentAt } from '../../orders/view-shipment.ts'
import { addressOrder } from './order-address.ts'
import { recipientOf } from './order-document.ts'

/** A status as v1's clients read it: without its channel, and with one word for every kind of time-out. 2.2. */
function sendStatus(status: DeliveryStatus): string {
  const name = status.slice(status.indexOf('_') + 1)
  return name === 'Failed_TTL' ? 'Failed' : name
}

/** `GET /orders/{id}/notifications/{email|sms}`: an order's messages in one channel. `spec/notifications.md` 2.2. */
export const listNotifications =
  (channel: Channel) =>
  async (request: RouteRequest, exchange: Exchange): Promise<Response> => {
    const named = await addressOrder(request, exchange)
    if (!named.ok) return refuse(exchange, named.failure)
    const { organization, id, address } = named.value
    const view = await viewShipmentAt(exchange.env, organization, address)
    if (!view) return refuse(exchange, { reason: 'order-not-found' })
    const deliveries = view.deliveries.filter((delivery) => delivery.channel === channel)
    const notifications = deliveries.map(({ destination, status, lastUpdateMs }, index) => ({
      id: index === 0 ? id : `${id}.${index}`,
      succeeded: hasSucceeded(status),
      recipient: {
        ...(view.plan && recipientOf(view)),
        ...(channel === 'sms' ? { mobileNumber: destination } : { emailAddress: destination }),
      },
      sendStatus: {
        status: sendStatus(status),
        description: STATUS_MEANINGS[status],
        lastUpdate: new Date(lastUpdateMs).toISOString(),
      },
    }))
    return Response.json({
      orderId: id,
      ...(view.sendersReference !== undefined && { sendersReference: view.sendersReference }),
      generated: notifications.length,
      succeeded: notifications.filter(({ succeeded }) => succeeded).length,
      notifications,
    })
  }
