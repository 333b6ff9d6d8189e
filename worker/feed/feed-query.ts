import { fail, ok, type Result } from '@straks/shared'
import type { Failure } from '../domain/failure.ts'
import { FEED_ORDERS, FEED_PAGE_SIZE_MAX, type FeedOrder, type FeedPage } from './feed-entry.ts'

/** The largest cursor that Altinn's server takes. No feed gets there, but a client may ask "before the end of time". */
const SEQ_MAX = 2n ** 63n - 1n

/** Reading a number takes time in proportion to the square of its digits; 64 bits have 19. */
const WHOLE_NUMBER = /^[+-]?\d{1,40}$/

/** A parameter by its name in any case, as Altinn's server finds it; the first where there are several. */
function parameter(query: URLSearchParams, name: string): string | undefined {
  for (const [key, value] of query) if (key.toLowerCase() === name) return value.trim()
  return undefined
}

const wholeNumber = (text: string): bigint | undefined => (WHOLE_NUMBER.test(text) ? BigInt(text) : undefined)

const invalid = (name: string, message: string): Result<never, Failure> =>
  fail({ reason: 'query-invalid', parameter: name, message })

/** The cursor as a number: what is beyond those that are exact is beyond every entry, so it may be rounded. */
function readSeq(text: string | undefined): Result<number, Failure> {
  if (text === undefined) return ok(0)
  const seq = wholeNumber(text)
  if (seq === undefined || seq > SEQ_MAX) return invalid('Seq', 'The value is not a whole number of 64 bits.')
  if (seq < 0n) return invalid('Seq', 'Sequence number cannot be less than 0.')
  return ok(Math.min(Number(seq), Number.MAX_SAFE_INTEGER))
}

/** An empty size is none, as for Altinn; one out of bounds becomes the nearest that is not. */
function readPageSize(text: string | undefined): Result<number, Failure> {
  if (text === undefined || text === '') return ok(FEED_PAGE_SIZE_MAX)
  const size = wholeNumber(text)
  if (size === undefined) return invalid('PageSize', 'The value is not a whole number.')
  return ok(Math.min(Math.max(Number(size), 1), FEED_PAGE_SIZE_MAX))
}

/** Altinn's server takes the name in any case and the number behind it. */
function readOrder(text: string | undefined): Result<FeedOrder, Failure> {
  if (text === undefined) return ok('Asc')
  const order = FEED_ORDERS.find((name, value) => name.toLowerCase() === text.toLowerCase() || text === String(value))
  return order ? ok(order) : invalid('OrderBy', `The value must be ${FEED_ORDERS.join(' or ')}.`)
}

/** What page a query asks for. Names, defaults and bounds as docs/altinn/notifications.md §4.4. */
export function readFeedQuery(query: URLSearchParams): Result<FeedPage, Failure> {
  const seq = readSeq(parameter(query, 'seq'))
  if (!seq.ok) return seq
  const pageSize = readPageSize(parameter(query, 'pagesize'))
  if (!pageSize.ok) return pageSize
  const orderBy = readOrder(parameter(query, 'orderby'))
  return orderBy.ok ? ok({ seq: seq.value, pageSize: pageSize.value, orderBy: orderBy.value }) : orderBy
}

/** The query that asks for a page: `readFeedQuery` reads it back. */
export const writeFeedQuery = ({ seq, pageSize, orderBy }: FeedPage): string =>
  `?seq=${seq}&pageSize=${pageSize}&orderBy=${orderBy}`
