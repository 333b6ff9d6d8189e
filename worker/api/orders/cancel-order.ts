import { fail, ok } from '@straks/shared'
import { described } from '#described'
import { ledgerOf } from '../../platform/objects.ts'
import { json, problem } from '../routing/documentation.ts'
import { defineRoute } from '../routing/route.ts'
import { addressOrder, findOrder } from './order-address.ts'
import { orderDocument } from './order-document.ts'
import { FOLLOWER, NOT_FOUND, ORDER_ID } from './order-route.ts'
import { processingStatus } from './processing-status.ts'

/**
 * `PUT /orders/{id}/cancel`: takes back what is due in more than five minutes. docs/altinn/notifications.md §7.9.
 *
 * A shipment's id cancels that shipment alone, as with Altinn; the order's own cancels its reminders too.
 */
export const cancelOrder = defineRoute({
  method: 'PUT',
  path: '/orders/{id}/cancel',
  access: FOLLOWER,
  parameters: ORDER_ID,
  documentation: described(() => ({
    id: 'cancelOrder',
    summary: 'Cancel an order',
    description:
      'Cancels what is due in more than five minutes. A `shipmentId` cancels only that shipment; the `notificationOrderId` cancels the main one and its reminders. Cancelling again changes nothing.',
    answers: {
      200: json('It is cancelled.', 'CancelledOrder'),
      ...NOT_FOUND,
      409: problem('The shipment falls due within five minutes, is being sent, has ended, or is an instant one.'),
    },
  })),
  handle: async (call) => {
    const { caller, context } = call
    const named = addressOrder(call)
    if (!named.ok) return named
    const { address, isWholeOrder } = named.value
    const cancellation = await ledgerOf(context.env, caller.organization, address).cancel(
      address,
      isWholeOrder ? 'order' : 'shipment',
    )
    if (cancellation === 'unknown') return fail({ reason: 'order-not-found' })
    if (cancellation === 'too-late') return fail({ reason: 'order-not-cancellable' })
    const found = await findOrder(call)
    if (!found.ok) return found
    const { view, id } = found.value
    return ok(
      Response.json({
        ...orderDocument(view, id, caller.organization, context.config.publicUrl),
        processingStatus: processingStatus(view),
      }),
    )
  },
})
