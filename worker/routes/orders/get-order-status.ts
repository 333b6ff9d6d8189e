import { type Channel, hasSucceeded } from '../../domain/status.ts'
import type { DeliveryView } from '../../durable-objects/ledger/exchange.ts'
import { type Exchange, refuse } from '../../http/exchange.ts'
import type { RouteRequest } from '../../http/route-request.ts'
import { viewShipmentAt } from '../../orders/view-shipment.ts'
import { addressOrder } from './order-address.ts'
import { orderDocument, orderUrl } from './order-document.ts'
import { processingStatus } from './processing-status.ts'

function summaryOf(deliveries: readonly DeliveryView[], channel: Channel, self: string) {
  const own = deliveries.filter((delivery) => delivery.channel === channel)
  if (own.length === 0) return undefined
  const succeeded = own.filter(({ status }) => hasSucceeded(status)).length
  return { links: { self: `${self}/notifications/${channel}` }, generated: own.length, succeeded }
}

/** `GET /orders/{id}/status`: how far an order has come. `spec/notifications.md` 2.2. */
export async function getOrderStatus(request: RouteRequest, exchange: Exchange): Promise<Response> {
  const named = await addressOrder(request, exchange)
  if (!named.ok) return refuse(exchange, named.failure)
  const { organization, id, address } = named.value
  const { env, config } = exchange
  const view = await viewShipmentAt(env, organization, address)
  if (!view) return refuse(exchange, { reason: 'order-not-found' })
  const { recipients, emailTemplate, smsTemplate, ...order } = orderDocument(view, id, organization, config.publicUrl)
  const self = orderUrl(config.publicUrl, id)
  const email = summaryOf(view.deliveries, 'email', self)
  const sms = summaryOf(view.deliveries, 'sms', self)
  return Response.json({
    ...order,
    processingStatus: processingStatus(view),
    notificationsStatusSummary: { ...(email && { email }), ...(sms && { sms }) },
  })
}
