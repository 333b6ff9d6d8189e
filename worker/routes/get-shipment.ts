import { authenticateOrganization, NOTIFICATIONS_CREATE } from '../auth/authenticate.ts'
import { CHANNEL_NAMES } from '../domain/status.ts'
import { type Exchange, refuse } from '../http/exchange.ts'
import type { RouteRequest } from '../http/route-request.ts'
import { viewShipment } from '../orders/view-shipment.ts'

const toTime = (ms: number): string => new Date(ms).toISOString()

/**
 * `GET /future/shipment/{shipmentId}`: how a shipment fares. Seed 000, "Hente leveringsstatus"; `type` and
 * `sendersReference` as `spec/notifications.md` 4.3. Ours, and there only where they say something: `simulated` (the message
 * was kept from the real provider), `attempts` (begun, if more than one), `uncertain` (a provider may have it already).
 *
 * Another organisation's shipment is looked for in the caller's own ledger, so it is simply not there.
 */
export async function getShipment(request: RouteRequest, exchange: Exchange): Promise<Response> {
  const organization = await authenticateOrganization(request, exchange.verifier, NOTIFICATIONS_CREATE, Date.now())
  if (!organization.ok) return refuse(exchange, organization.failure)
  const shipmentId = (request.params.shipmentId ?? '').toLowerCase()
  const shipment = await viewShipment(exchange.env, organization.value, shipmentId)
  if (!shipment) return refuse(exchange, { reason: 'shipment-not-found' })
  exchange.note({ organization: organization.value, shipmentId })
  const { sendersReference, type, status, deliveries } = shipment
  return Response.json({
    shipmentId,
    ...(sendersReference !== undefined && { sendersReference }),
    type,
    status,
    lastUpdate: toTime(shipment.lastUpdateMs),
    recipients: deliveries.map((delivery) => ({
      type: CHANNEL_NAMES[delivery.channel],
      destination: delivery.destination,
      status: delivery.status,
      lastUpdate: toTime(delivery.lastUpdateMs),
      ...(delivery.simulated && { simulated: true }),
      ...(delivery.attempts > 1 && { attempts: delivery.attempts }),
      ...(delivery.isUncertain && { uncertain: true }),
    })),
  })
}
