import { authenticateOrganization, NOTIFICATIONS_CREATE } from '../auth/authenticate.ts'
import { ledgerNames, toUuid } from '../domain/order-id.ts'
import { ledgerNamed } from '../durable-objects/objects.ts'
import { type Exchange, refuse } from '../http/exchange.ts'

/** `GET /dead-letters`: the caller's shipments that no worker could handle, the latest first. Ours, not Altinn's. */
export async function listDeadLetters(request: Request, exchange: Exchange): Promise<Response> {
  const organization = await authenticateOrganization(request, exchange.verifier, NOTIFICATIONS_CREATE, Date.now())
  if (!organization.ok) return refuse(exchange, organization.failure)
  const letters = await Promise.all(
    ledgerNames(organization.value).map((name) => ledgerNamed(exchange.env, name).deadLetters()),
  )
  return Response.json(
    letters
      .flat()
      .sort((a, b) => b.atMs - a.atMs)
      .map(({ address, reason, atMs }) => ({ shipmentId: toUuid(address), reason, at: new Date(atMs).toISOString() })),
  )
}
