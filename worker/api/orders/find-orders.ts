import { fail, ok, words } from '@straks/shared'
import * as z from 'zod'
import { described } from '#described'
import { toUuid } from '../../domain/order-id.ts'
import { FOUND_MAX, findByReference } from '../../orders/find-by-reference.ts'
import { newestWithin } from '../../orders/newest-within.ts'
import { json, problem } from '../routing/documentation.ts'
import { defineRoute, type Query } from '../routing/route.ts'
import { orderDocument } from './order-document.ts'
import { FOLLOWER } from './order-route.ts'

const NAME = 'sendersReference'

const ReferenceQuery: Query<string> = {
  schema: () =>
    z.object({
      sendersReference: z.string().describe(words(() => 'The reference, exactly as it was given.')),
    }),
  read: (parameters) => {
    for (const [name, value] of parameters)
      if (name.toLowerCase() === NAME.toLowerCase() && value.trim() !== '') return ok(value)
    return fail({ reason: 'query-invalid', parameter: NAME, message: `The ${NAME} field is required.` })
  },
}

/** The most that an answer is, in UTF-16 units: an order may have a thousand recipients, and the platform 128 MB of memory. */
const ANSWER_MAX_UNITS = 4_194_304

/** `GET /orders?sendersReference=`: the orders with a reference. docs/altinn/notifications.md §2.2. */
export const findOrders = defineRoute({
  method: 'GET',
  path: '/orders',
  access: FOLLOWER,
  query: ReferenceQuery,
  documentation: described(() => ({
    id: 'findOrders',
    summary: 'Find orders by your reference',
    description: `Shows the shipments that have a reference, reminders and instant messages too: the newest ${FOUND_MAX}, and no more of them than ${ANSWER_MAX_UNITS} characters; the oldest of them first. To tell orders apart beyond that, give them references of their own.`,
    answers: {
      200: json('The orders; none where the reference is unknown.', 'FoundOrders'),
      400: problem('`sendersReference` is missing.'),
    },
  })),
  handle: async ({ caller: { organization }, query, context }) => {
    context.note({ organization })
    const found = await findByReference(context.env, organization, query)
    const orders = found.map(({ address, view }) =>
      orderDocument(view, toUuid(address), organization, context.config.publicUrl),
    )
    const shown = newestWithin(orders, ANSWER_MAX_UNITS)
    return ok(Response.json({ count: shown.length, orders: shown }))
  },
})
