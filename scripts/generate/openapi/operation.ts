import * as z from 'zod'
import type { ZodOpenApiPathsObject } from 'zod-openapi'
import { AWAY, json, REFUSED_CALLER, TO_NOTIFY } from './parts.ts'

const DeadLetters = z.array(
  z.object({
    shipmentId: z.uuid(),
    reason: z.string().meta({ description: 'Why, as a code.' }),
    at: z.iso.datetime(),
  }),
)

/** For whoever runs the service. */
export const operationPaths = (): ZodOpenApiPathsObject => ({
  '/dead-letters': {
    get: {
      operationId: 'listDeadLetters',
      summary: 'List the shipments that no worker could handle',
      description:
        'Your organisation’s. A delivery among them has failed; an order that could not be prepared is tried on.',
      tags: ['Operation'],
      security: TO_NOTIFY,
      responses: { '200': json('The latest first.', DeadLetters), ...REFUSED_CALLER, ...AWAY },
    },
  },
  '/health': {
    get: {
      operationId: 'getHealth',
      summary: 'Ask whether the service answers',
      tags: ['Operation'],
      responses: { '200': json('It does.', z.object({ status: z.literal('ok') })) },
    },
  },
})
