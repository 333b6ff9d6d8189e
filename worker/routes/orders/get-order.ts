import { type Exchange, refuse } from '../../http/exchange.ts'
import type { RouteRequest } from '../../http/route-request.ts'
import { viewShipmentAt } from '../../orders/view-shipment.ts'
import { addressOrder } from './order-address.ts'
import { orderDocument } from './order-document.ts'

/** `GET /orders/{id}`: what was ordered. `spec/notifications.md` 2.2. */
export async function getOrder(request: RouteRequest, exchange: Exchange): Promise<Response> {
  const named = await addressOrder(request, exchange)
  if (!named.ok) return refuse(exchange, named.failure)
  const { organization, id, address } = named.value
  const view = await viewShipmentAt(exchange.env, organization, address)
  if (!view) return refuse(exchange, { reason: 'order-not-found' })
  return Response.json(orderDocument(view, id, organization, exchange.config.publicUrl))
}
