import { ok } from '@straks/shared'
import { described } from '#described'
import { json } from '../routing/documentation.ts'
import { defineRoute } from '../routing/route.ts'
import { findOrder } from './order-address.ts'
import { orderDocument } from './order-document.ts'
import { FOLLOWER, NOT_FOUND, ORDER_ID } from './order-route.ts'

/** `GET /orders/{id}`: what was ordered. docs/altinn/notifications.md §2.2. */
export const getOrder = defineRoute({
  method: 'GET',
  path: '/orders/{id}',
  access: FOLLOWER,
  parameters: ORDER_ID,
  documentation: described(() => ({
    id: 'getOrder',
    summary: 'Get an order',
    description: 'Shows one shipment of an order. Its texts are included until it has ended.',
    answers: { 200: json('The shipment as it was ordered.', 'FollowedOrder'), ...NOT_FOUND },
  })),
  handle: async (call) => {
    const found = await findOrder(call)
    if (!found.ok) return found
    const { view, id } = found.value
    return ok(Response.json(orderDocument(view, id, call.caller.organization, call.context.config.publicUrl)))
  },
})
