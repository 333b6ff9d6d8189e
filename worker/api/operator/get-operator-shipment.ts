import { ok } from '@straks/shared'
import { described } from '#described'
import { afterShipment } from '../../operator/after-shipment.ts'
import { noteLook } from '../../operator/audited.ts'
import { json } from '../routing/documentation.ts'
import { defineRoute } from '../routing/route.ts'
import { NOT_FOUND, SHIPMENT_ID, shipmentOf, WHOSE } from './on-shipment.ts'
import { OPERATOR } from './operator-access.ts'
import { toInspected } from './shown-shipment.ts'

/** `GET /straks/v1/operator/shipments/{shipmentId}`: one shipment of any organisation, and how it came there. */
export const getOperatorShipment = defineRoute({
  method: 'GET',
  path: '/shipments/{shipmentId}',
  access: OPERATOR,
  parameters: SHIPMENT_ID,
  query: WHOSE,
  documentation: described(() => ({
    id: 'getOperatorShipment',
    summary: 'Look at a shipment',
    description: 'Of whatever organisation, with its timeline; never its text.',
    answers: { 200: json('The shipment.', 'ShipmentWithTimeline'), ...NOT_FOUND },
  })),
  handle: async (call) => {
    const { env } = call.context
    const found = await shipmentOf(call)
    const shipmentId = found.ok ? found.value.shipment.shipmentId : undefined
    const organization = found.ok ? found.value.shipment.organization : undefined
    const { who } = call.caller
    await noteLook(env, { who, action: 'look', organization, shipmentId }, found.ok ? 'found' : 'not-found')
    if (!found.ok) return found
    const { shipment } = found.value
    const following = await afterShipment(env, shipment.organization, shipment.shipmentId)
    return ok(Response.json(toInspected(shipment, following)))
  },
})
