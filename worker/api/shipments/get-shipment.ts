import { fail, ok } from '@straks/shared'
import { described } from '#described'
import { NOTIFICATIONS_CREATE } from '../../auth/authenticate.ts'
import { CHANNEL_NAMES } from '../../domain/status.ts'
import type { DeliveryView } from '../../ledger/contract.ts'
import { viewShipment } from '../../orders/view-shipment.ts'
import { organizationWith } from '../routing/access.ts'
import { json, problem, uuid } from '../routing/documentation.ts'
import { defineRoute } from '../routing/route.ts'

const toTime = (ms: number): string => new Date(ms).toISOString()

/** E-mails before SMS, as Altinn has them. docs/altinn/notifications.md §4.3. */
const emailsFirst = (deliveries: readonly DeliveryView[]): readonly DeliveryView[] =>
  deliveries.toSorted((one, other) => Number(one.channel === 'sms') - Number(other.channel === 'sms'))

/**
 * `GET /future/shipment/{shipmentId}`: how a shipment fares. docs/altinn/notifications.md §4.3.
 *
 * Ours, and present only where they say something: `simulated` (the message was kept from the real provider), `attempts`
 * (begun, if more than one), `uncertain` (a provider may have it already), `reason` (the
 * service does not write to the address).
 *
 * Another organisation's shipment is looked for in the caller's own ledger, so it is simply not there.
 */
export const getShipment = defineRoute({
  method: 'GET',
  path: '/future/shipment/{shipmentId}',
  access: organizationWith(NOTIFICATIONS_CREATE),
  parameters: { shipmentId: uuid('The `shipmentId` of the answer to the order.') },
  documentation: described(() => ({
    id: 'getShipment',
    summary: 'Get the status of a shipment',
    description: 'An instant message, the message of an order, or one of its reminders.',
    answers: {
      200: json('The shipment.', 'ShipmentManifest'),
      404: problem('Your organisation has no such shipment.'),
    },
  })),
  handle: async ({ params, caller: { organization }, context }) => {
    const shipmentId = params.shipmentId.toLowerCase()
    const shipment = await viewShipment(context.env, organization, shipmentId)
    if (!shipment) return fail({ reason: 'shipment-not-found' })
    context.note({ organization, shipmentId })
    const { sendersReference, type, status, deliveries } = shipment
    return ok(
      Response.json({
        shipmentId,
        ...(sendersReference !== undefined && { sendersReference }),
        type,
        status,
        lastUpdate: toTime(shipment.lastUpdateMs),
        recipients: emailsFirst(deliveries).map((delivery) => ({
          type: CHANNEL_NAMES[delivery.channel],
          destination: delivery.destination,
          status: delivery.status,
          lastUpdate: toTime(delivery.lastUpdateMs),
          ...(delivery.simulated && { simulated: true }),
          ...(delivery.attempts > 1 && { attempts: delivery.attempts }),
          ...(delivery.isUncertain && { uncertain: true }),
          ...(delivery.reason && { reason: delivery.reason }),
        })),
      }),
    )
  },
})
