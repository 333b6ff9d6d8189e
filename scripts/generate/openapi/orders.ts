import * as z from 'zod'
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi'
import { orderRequestSchema } from '../../../shared/index.ts'
import { CancelledOrder, FollowedOrder, OrderNotifications, OrderStatus } from '../../../shared/schema/answers/index.ts'
import { ORDERS_PATH } from '../../../worker/routes/paths.ts'
import { acceptedOrder } from './accepted-order.ts'
import { AWAY, FUTURE, json, problem, REFUSED_BODY, REFUSED_CALLER, TO_NOTIFY } from './parts.ts'

const id = z.uuid().meta({
  description: 'A `shipmentId`, or the `notificationOrderId`, which stands for the main shipment.',
})

const followed = (
  operation: Pick<ZodOpenApiOperationObject, 'operationId' | 'summary' | 'description' | 'responses'>,
): ZodOpenApiOperationObject => ({
  ...operation,
  tags: ['Orders'],
  security: TO_NOTIFY,
  requestParams: { path: z.object({ id }) },
  responses: {
    ...operation.responses,
    ...REFUSED_CALLER,
    '404': problem('Your organisation has no such order.'),
    ...AWAY,
  },
})

const messagesIn = (channel: 'E-mail' | 'SMS', operationId: string): ZodOpenApiOperationObject =>
  followed({
    operationId,
    summary: `List the messages of an order: ${channel}`,
    description: `What became of each ${channel === 'SMS' ? 'SMS' : 'e-mail'} of one shipment. Before it falls due there is none.`,
    responses: { '200': json('The messages.', OrderNotifications) },
  })

/** Messages that wait until they fall due, with their reminders. */
export const orderPaths = (): ZodOpenApiPathsObject => ({
  [`${FUTURE}/orders`]: {
    post: {
      operationId: 'createOrder',
      summary: 'Order a message with its reminders',
      description:
        'Sends a message when it falls due, and its reminders after it: to an address, or to a person or an organisation whose addresses a register knows. A condition may decide at that moment whether it still goes out.',
      tags: ['Orders'],
      security: TO_NOTIFY,
      requestBody: { required: true, content: { 'application/json': { schema: orderRequestSchema() } } },
      responses: {
        ...acceptedOrder('Accepted and stored.'),
        ...REFUSED_BODY,
        ...REFUSED_CALLER,
        '422': problem(
          'A recipient, or one of a reminder, has no address in its channels. Nothing is stored, and the key stays free.',
        ),
        ...AWAY,
      },
    },
  },
  [`${ORDERS_PATH}{id}`]: {
    get: followed({
      operationId: 'getOrder',
      summary: 'Ask what was ordered',
      description: 'Shows one shipment of an order. Its texts are there until it has ended.',
      responses: { '200': json('The shipment as it was ordered.', FollowedOrder) },
    }),
  },
  [`${ORDERS_PATH}{id}/status`]: {
    get: followed({
      operationId: 'getOrderStatus',
      summary: 'Ask how far an order has come',
      description: 'In the words of Altinn’s first version; the shipment and the feed tell more.',
      responses: { '200': json('The status.', OrderStatus) },
    }),
  },
  [`${ORDERS_PATH}{id}/notifications/email`]: { get: messagesIn('E-mail', 'listEmails') },
  [`${ORDERS_PATH}{id}/notifications/sms`]: { get: messagesIn('SMS', 'listSms') },
  [`${ORDERS_PATH}{id}/cancel`]: {
    put: followed({
      operationId: 'cancelOrder',
      summary: 'Cancel an order',
      description:
        'Takes back what falls due in more than five minutes. A `shipmentId` cancels that shipment alone; the `notificationOrderId` cancels the main one and its reminders. A second time changes nothing.',
      responses: {
        '200': json('It is cancelled.', CancelledOrder),
        '409': problem('The shipment falls due within five minutes, is being sent, has ended, or is an instant one.'),
      },
    }),
  },
})
