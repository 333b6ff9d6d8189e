import { authenticate, NOTIFICATIONS_CREATE, requireOrganization } from '../auth/authenticate.ts'
import { feedOf } from '../durable-objects/objects.ts'
import { readFeedQuery, writeFeedQuery } from '../feed/feed-query.ts'
import { type Exchange, refuse } from '../http/exchange.ts'
import type { RouteRequest } from '../http/route-request.ts'

/**
 * `GET /future/shipment/feed`: the caller's shipments that have become final, page by page. `spec/notifications.md` 4.4;
 * the checks come in the order of 1.2.
 *
 * The body is put together where the entries lie and passed on as it is: nothing here reads it.
 */
export async function getStatusFeed(request: RouteRequest, exchange: Exchange): Promise<Response> {
  const principal = await authenticate(request, exchange.verifier, NOTIFICATIONS_CREATE, Date.now())
  if (!principal.ok) return refuse(exchange, principal.failure)
  const page = readFeedQuery(new URL(request.url).searchParams)
  if (!page.ok) return refuse(exchange, page.failure)
  const organization = requireOrganization(principal.value)
  if (!organization.ok) return refuse(exchange, organization.failure)
  exchange.note({ organization: organization.value })
  const feed = feedOf(exchange.env, organization.value)
  const answer = await feed.fetch(`https://feed/${writeFeedQuery(page.value)}`)
  // Made anew, because the headers of a fetched answer take no more.
  return new Response(answer.body, answer)
}
