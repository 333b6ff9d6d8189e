import { TOO_MANY } from '../fences/too-many.ts'
import { type DescribedAnswer, json } from '../routing/documentation.ts'

/** How an order is accepted, the first time and again. */
export const acceptedOrder = (description: string): Readonly<Record<200 | 201 | 429, DescribedAnswer>> => ({
  201: json(description, 'OrderAnswer', 'StatusLocation'),
  200: json('The key was used before: the ids of that order. Nothing more is sent.', 'OrderAnswer', 'Idempotency'),
  429: TOO_MANY,
})
