import { OrderAnswer } from '@straks/shared/answers'
import * as z from 'zod'
import { TOO_MANY } from '../fences/too-many.ts'
import { type DescribedAnswer, json } from '../routing/documentation.ts'

const Location = () => z.object({ Location: z.url().meta({ description: 'The address of the shipment’s status.' }) })

const Idempotency = () =>
  z.object({
    'Straks-Idempotency': z
      .enum(['replay', 'mismatch'])
      .meta({ description: '`mismatch` if this request differs from the first one with the same key.' }),
  })

/** How an order is accepted, the first time and again. */
export const acceptedOrder = (description: string): Readonly<Record<200 | 201 | 429, DescribedAnswer>> => ({
  201: json(description, OrderAnswer, Location),
  200: json('The key was used before: the ids of that order. Nothing more is sent.', OrderAnswer, Idempotency),
  429: TOO_MANY,
})
