import { authenticateOrganization, NOTIFICATIONS_CREATE } from '../auth/authenticate.ts'
import { ledgerOf } from '../delivery/deliver.ts'
import { parseShipmentId } from '../domain/order-id.ts'
import { CHANNEL_NAMES } from '../domain/status.ts'
import { type Exchange, refuse } from '../http/exchange.ts'
import type { RouteRequest } from '../http/route-request.ts'

/**
 * `GET /future/shipment/{shipmentId}`: how a shipment fares. Seed 000, "Hente leveringsstatus"; `type` and
 * `sendersReference` as `spec/notifications.md` 4.3.
 *
 * Another organisation's shipment is looked for in the caller's own ledger, so it is simply not there.
 */
export async function getShipment(request: RouteRequest, exchange: Exchange): Promise<Response> {
  const organization = await authenticateOrganization(request, exchange.verifier, NOTIFICATIONS_CREATE, Date.now())
  if (!organization.ok) return refuse(exchange, organization.failure)
  const address = parseShipmentId(request.params.shipmentId ?? '')
  const shipment = address && (await ledgerOf(exchange.env, organization.value, address).find(address))
  if (!shipment) return refuse(exchange, { reason: 'shipment-not-found' })
  const { status, destination, channel, sendersReference } = shipment
  const shipmentId = (request.params.shipmentId ?? '').toLowerCase()
  exchange.note({ organization: organization.value, shipmentId })
  const lastUpdate = new Date(shipment.lastUpdateMs).toISOString()
  return Response.json({
    shipmentId,
    ...(sendersReference !== undefined && { sendersReference }),
    type: 'Instant',
    status,
    lastUpdate,
    recipients: [{ type: CHANNEL_NAMES[channel], destination, status, lastUpdate }],
  })
}
