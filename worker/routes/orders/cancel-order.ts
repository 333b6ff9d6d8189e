import { ledgerOf } from '../../durable-objects/objects.ts'
import { type Exchange, refuse } from '../../http/exchange.ts'
import type { RouteRequest } from '../../http/route-request.ts'
import { viewShipmentAt } from '../../orders/view-shipment.ts'
import { addressOrder } from './order-address.ts'
import { orderDocument } from './order-document.ts'
import { processingStatus } from './processing-status.ts'

/**
 * `PUT /orders/{id}/cancel`: takes back what is due in more than five minutes. `spec/notifications.md` 7.9.
 *
 * A shipment's id cancels that shipment alone, as with Altinn; the order's own cancels its reminders too.
 */
export async function cancelOrder(request: RouteRequest, exchange: Exchange): Promise<Response> {
  const named = await addressOrder(request, exchange)
  if (!named.ok) return refuse(exchange, named.failure)
  const { organization, id, address, isWholeOrder } = named.value
  const { env, config } = exchange
  const cancellation = await ledgerOf(env, organization, address).cancel(address, isWholeOrder)
  if (cancellation === 'unknown') return refuse(exchange, { reason: 'order-not-found' })
  if (cancellation === 'too-late') return refuse(exchange, { reason: 'order-not-cancellable' })
  const view = await viewShipmentAt(env, organization, address)
  if (!view) return refuse(exchange, { reason: 'order-not-found' })
  return Response.json({
    ...orderDocument(view, id, organization, config.publicUrl),
    processingStatus: processingStatus(view),
  })
}
