import { authenticate, NOTIFICATIONS_CREATE, requireOrganization } from '../auth/authenticate.ts'
import { LEDGER_SLICES, toUuid } from '../domain/order-id.ts'
import { type Exchange, refuse } from '../http/exchange.ts'

/** `GET /dead-letters`: the caller's shipments that no worker could handle, the latest first. Ours, not Altinn's. */
export async function listDeadLetters(request: Request, exchange: Exchange): Promise<Response> {
  const principal = await authenticate(request, exchange.verifier, NOTIFICATIONS_CREATE, Date.now())
  if (!principal.ok) return refuse(exchange, principal.failure)
  const organization = requireOrganization(principal.value)
  if (!organization.ok) return refuse(exchange, organization.failure)
  const slices = Array.from({ length: LEDGER_SLICES }, (_, slice) => slice.toString(16))
  const letters = await Promise.all(
    slices.map((slice) => exchange.env.ORDER_LEDGER.getByName(`${slice}/${organization.value}`).deadLetters()),
  )
  return Response.json(
    letters
      .flat()
      .sort((a, b) => b.atMs - a.atMs)
      .map(({ address, reason, atMs }) => ({ shipmentId: toUuid(address), reason, at: new Date(atMs).toISOString() })),
  )
}
