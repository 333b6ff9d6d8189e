import * as z from 'zod'
import type { ZodOpenApiResponsesObject } from 'zod-openapi'
import { OrderAnswer } from '../../../shared/schema/answers/index.ts'
import { json } from './parts.ts'

const Location = z.object({ Location: z.url().meta({ description: 'Where the status of the shipment is.' }) })

const Idempotency = z.object({
  'Straks-Idempotency': z
    .enum(['replay', 'mismatch'])
    .meta({ description: '`mismatch` where this request differs from the one that used the key first.' }),
})

/** How an order is accepted, the first time and again. */
export const acceptedOrder = (description: string) =>
  ({
    '201': json(description, OrderAnswer, Location),
    '200': json('The key was used before: the ids of that order. Nothing more is sent.', OrderAnswer, Idempotency),
  }) as const satisfies ZodOpenApiResponsesObject
