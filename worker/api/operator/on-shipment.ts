import { fail, ok, type Result, words } from '@straks/shared'
import * as z from 'zod'
import type { Operator } from '../../auth/operators.ts'
import type { Failure } from '../../domain/failure.ts'
import { MAIN_SHIPMENT_NUMBER, ORDER_NUMBER, parseOrderId, type ShipmentAddress } from '../../domain/order-id.ts'
import type { InspectedShipment } from '../../ledger/operation/contract.ts'
import { locateShipment } from '../../operator/locate-shipment.ts'
import { organizationsOf } from '../../operator/organizations.ts'
import { problem, uuid } from '../routing/documentation.ts'
import { ownQueryOf } from '../routing/own-query.ts'
import type { RouteCall } from '../routing/route.ts'

/** An organisation's short name; longer ones there are not. */
export const organizationName = () => z.string().min(1).max(100)

export const SHIPMENT_ID = {
  shipmentId: uuid('The shipment’s id, or its order’s: then the order’s first shipment is meant.'),
}

/** Whose shipment it is, where that is known: without it every organisation is asked. */
export const WHOSE = ownQueryOf(() =>
  z.object({
    organization: organizationName()
      .optional()
      .describe(words(() => 'Whose it is: quicker, and sure, if it is known.')),
  }),
)

export const NOT_FOUND = {
  404: problem('No organisation has such a shipment.'),
  503: problem('Not every organisation that may have it could be asked in time: name it, or ask again.'),
}

type ShipmentCall = Pick<
  RouteCall<'{shipmentId}', Operator, unknown, { organization?: string | undefined }>,
  'params' | 'query' | 'context' | 'caller'
>

/** The shipment that an id names; an order's id, which is what its sender knows, names the order's first one. */
function addressOf(id: string): ShipmentAddress | undefined {
  const named = parseOrderId(id)
  return named?.number === ORDER_NUMBER ? { ...named, number: MAIN_SHIPMENT_NUMBER } : named
}

/** The shipment that a request is about, of any organisation. */
export async function shipmentOf({
  params,
  query,
  context,
}: ShipmentCall): Promise<Result<{ address: ShipmentAddress; shipment: InspectedShipment }, Failure>> {
  const address = addressOf(params.shipmentId)
  if (!address) return fail({ reason: 'shipment-unknown' })
  const organizations = await organizationsOf(context.env, query.organization)
  const { shipment, asked, of } = await locateShipment(context.env, organizations, address)
  if (!shipment) return fail(asked < of ? { reason: 'search-incomplete', asked, of } : { reason: 'shipment-unknown' })
  context.note({ organization: shipment.organization, shipmentId: shipment.shipmentId })
  return ok({ address, shipment })
}
