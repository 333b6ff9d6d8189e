import { fail, ok, type Result } from '@straks/shared'
import { authenticateOrganization, NOTIFICATIONS_CREATE } from '../../auth/authenticate.ts'
import { MAIN_SHIPMENT_NUMBER, parseOrderId, type ShipmentAddress, toUuid } from '../../domain/order-id.ts'
import type { Failure } from '../../failure.ts'
import type { Exchange } from '../../http/exchange.ts'
import type { RouteRequest } from '../../http/route-request.ts'

/** An order or one of its shipments, as a path names it, and whose it must be. */
export type Addressed = {
  readonly organization: string
  /** As the client wrote it. */
  readonly id: string
  readonly address: ShipmentAddress
  /** Whether the id is the whole order's and not one shipment's. */
  readonly isWholeOrder: boolean
}

/** Who asks, and for which order. An order's own id stands for its main shipment; Altinn knows only shipments here. */
export async function addressOrder(request: RouteRequest, exchange: Exchange): Promise<Result<Addressed, Failure>> {
  const organization = await authenticateOrganization(request, exchange.verifier, NOTIFICATIONS_CREATE, Date.now())
  if (!organization.ok) return organization
  const id = (request.params.id ?? '').toLowerCase()
  const named = parseOrderId(id)
  if (!named) return fail({ reason: 'order-not-found' })
  const isWholeOrder = named.number < MAIN_SHIPMENT_NUMBER
  const address = isWholeOrder ? { ...named, number: MAIN_SHIPMENT_NUMBER } : named
  exchange.note({ organization: organization.value, shipmentId: toUuid(address) })
  return ok({ organization: organization.value, id, address, isWholeOrder })
}
