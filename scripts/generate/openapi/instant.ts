import type * as z from 'zod'
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi'
import { instantEmailRequestSchema, instantRequestSchema, instantSmsRequestSchema } from '../../../shared/index.ts'
import { acceptedOrder } from './accepted-order.ts'
import { AWAY, FUTURE, REFUSED_BODY, REFUSED_CALLER, TO_NOTIFY } from './parts.ts'

const order = (
  operation: Pick<ZodOpenApiOperationObject, 'operationId' | 'summary' | 'description' | 'deprecated'>,
  schema: z.ZodType,
): ZodOpenApiOperationObject => ({
  ...operation,
  tags: ['Instant messages'],
  security: TO_NOTIFY,
  requestBody: { required: true, content: { 'application/json': { schema } } },
  responses: {
    ...acceptedOrder('Accepted and stored; the first attempt starts at once.'),
    ...REFUSED_BODY,
    ...REFUSED_CALLER,
    ...AWAY,
  },
})

/** One message to one recipient, at once. */
export const instantPaths = (): ZodOpenApiPathsObject => ({
  [`${FUTURE}/orders/instant/sms`]: {
    post: order(
      {
        operationId: 'sendInstantSms',
        summary: 'Send an SMS at once',
        description: 'Sends one SMS to one recipient. The key makes a retry safe: the message goes out once.',
      },
      instantSmsRequestSchema(),
    ),
  },
  [`${FUTURE}/orders/instant/email`]: {
    post: order(
      {
        operationId: 'sendInstantEmail',
        summary: 'Send an e-mail at once',
        description: 'Sends one e-mail to one recipient. An HTML mail gets a plain-text alternative.',
      },
      instantEmailRequestSchema(),
    ),
  },
  [`${FUTURE}/orders/instant`]: {
    post: order(
      {
        operationId: 'sendInstant',
        summary: 'Send an SMS at once (deprecated)',
        description: 'Works as before. Use `/orders/instant/sms` instead.',
        deprecated: true,
      },
      instantRequestSchema(),
    ),
  },
})
