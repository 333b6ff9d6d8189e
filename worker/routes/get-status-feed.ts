import { authenticate, NOTIFICATIONS_CREATE, requireOrganization } from '../auth/authenticate.ts'
import { feedOf } from '../durable-objects/objects.ts'
import { readFeedQuery } from '../feed/feed-query.ts'
import { type Exchange, refuse } from '../http/exchange.ts'
import type { RouteRequest } from '../http/route-request.ts'

/**
 * `GET /future/shipment/feed`: the caller's shipments that have become final, page by page. `spec/notifications.md` 4.4;
 * the checks come in the order of 1.2.
 *
 * The body is put together where the entries lie and passed on as it is: nothing here parses it.
 */
export async function getStatusFeed(request: RouteRequest, exchange: Exchange): Promise<Response> {
  const principal = await authenticate(request, exchange.verifier, NOTIFICATIONS_CREATE, Date.now())
  if (!principal.ok) return refuse(exchange, principal.failure)
  const page = readFeedQuery(new URL(request.url).searchParams)
  if (!page.ok) return refuse(exchange, page.failure)
  const organization = requireOrganization(principal.value)
  if (!organization.ok) return refuse(exchange, organization.failure)
  exchange.note({ organization: organization.value })
  const entries = await feedOf(exchange.env, organization.value).read(page.value)
  return new Response(entries, { headers: { 'content-type': 'application/json; charset=utf-8' } })
}
