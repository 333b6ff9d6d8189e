import { ok } from '@straks/shared'
import { described } from '#described'
import { type Channel, hasSucceeded } from '../../domain/status.ts'
import type { DeliveryView } from '../../ledger/contract.ts'
import { json } from '../routing/documentation.ts'
import { defineRoute } from '../routing/route.ts'
import { findOrder } from './order-address.ts'
import { orderDocument, orderUrl } from './order-document.ts'
import { FOLLOWER, NOT_FOUND, ORDER_ID } from './order-route.ts'
import { processingStatus } from './processing-status.ts'

function summaryOf(deliveries: readonly DeliveryView[], channel: Channel, self: string) {
  const own = deliveries.filter((delivery) => delivery.channel === channel)
  if (own.length === 0) return undefined
  const succeeded = own.filter(({ status }) => hasSucceeded(status)).length
  return { links: { self: `${self}/notifications/${channel}` }, generated: own.length, succeeded }
}

/** `GET /orders/{id}/status`: how far an order has come. docs/altinn/notifications.md §2.2. */
export const getOrderStatus = defineRoute({
  method: 'GET',
  path: '/orders/{id}/status',
  access: FOLLOWER,
  parameters: ORDER_ID,
  documentation: described(() => ({
    id: 'getOrderStatus',
    summary: 'Get the progress of an order',
    description: 'In the form of Altinn’s first version; the shipment and the feed have more.',
    answers: { 200: json('The status.', 'OrderStatus'), ...NOT_FOUND },
  })),
  handle: async (call) => {
    const found = await findOrder(call)
    if (!found.ok) return found
    const { view, id } = found.value
    const { publicUrl } = call.context.config
    const { recipients, emailTemplate, smsTemplate, ...order } = orderDocument(
      view,
      id,
      call.caller.organization,
      publicUrl,
    )
    const self = orderUrl(publicUrl, id)
    const email = summaryOf(view.deliveries, 'email', self)
    const sms = summaryOf(view.deliveries, 'sms', self)
    return ok(
      Response.json({
        ...order,
        processingStatus: processingStatus(view),
        notificationsStatusSummary: { ...(email && { email }), ...(sms && { sms }) },
      }),
    )
  },
})
