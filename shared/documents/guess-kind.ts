import * as z from 'zod'
import { nearestWord } from '../text/keywords-nearest.ts'
import { correspondence, correspondencePart, notification } from './correspondence.ts'
import { instantEmail, instantSms } from './instant.ts'
import type { DocumentKind } from './kind.ts'
import { orders, ordersEmail, ordersSms } from './listed-orders.ts'
import { membersOf } from './members.ts'
import { order } from './order.ts'

/** The kinds that a person writes today, the most specific first. */
const CANDIDATES: readonly DocumentKind[] = [
  instantSms,
  instantEmail,
  order,
  ordersEmail,
  ordersSms,
  orders,
  correspondence,
  correspondencePart,
  notification,
]

/** Members that several kinds have, and that therefore identify none. */
const OF_SEVERAL = new Set(['idempotencyid', 'sendersreference', 'requestedsendtime'])

const TOLERANCE = 0.28

/** Names that are compared, which takes time. */
const COMPARED_MAX = 30

const namesOf = ({ schema }: DocumentKind): readonly string[] =>
  schema instanceof z.ZodObject ? Object.keys(schema.shape).filter((name) => !OF_SEVERAL.has(name.toLowerCase())) : []

/** How much a name tells of a kind with these members: one of them more than what is nearly one. */
function weightOf(name: string, known: readonly string[]): number {
  const nearest = nearestWord(name, known, TOLERANCE)
  if (nearest === undefined) return 0
  return nearest.toLowerCase() === name ? 2 : 1
}

/**
 * The kind of request that a value most likely is meant to be, where its surroundings promise one: by its members'
 * names, misspelt ones too. `undefined` where none of them is near.
 */
export function guessKind(value: unknown): DocumentKind | undefined {
  const names = [...membersOf(value).keys()].slice(0, COMPARED_MAX)
  let guess: DocumentKind | undefined
  let most = 0
  for (const kind of CANDIDATES) {
    const known = namesOf(kind)
    const weight = names.reduce((sum, name) => sum + weightOf(name, known), 0)
    if (weight > most) [guess, most] = [kind, weight]
  }
  return guess
}
