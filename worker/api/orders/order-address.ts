import { fail, ok, type Result } from '@straks/shared'
import type { Failure } from '../../domain/failure.ts'
import { MAIN_SHIPMENT_NUMBER, parseOrderId, type ShipmentAddress, toUuid } from '../../domain/order-id.ts'
import type { OrderView } from '../../ledger/contract.ts'
import { viewShipmentAt } from '../../orders/view-shipment.ts'
import type { OrganizationCaller } from '../routing/access.ts'
import type { RouteCall } from '../routing/route.ts'

/** A request about one order. */
type OrderCall = Pick<RouteCall<'{id}', OrganizationCaller>, 'params' | 'caller' | 'context'>

/** An order or one of its shipments, as a path names it. */
type Addressed = {
  /** As the client wrote it, in lower case. */
  readonly id: string
  readonly address: ShipmentAddress
  /** Whether the id is the whole order's and not one shipment's. */
  readonly isWholeOrder: boolean
}

/** Which order a request is about. An order's own id stands for its main shipment; Altinn knows only shipments here. */
export function addressOrder({ params, caller, context }: OrderCall): Result<Addressed, Failure> {
  const id = params.id.toLowerCase()
  const named = parseOrderId(id)
  if (!named) return fail({ reason: 'order-not-found' })
  const isWholeOrder = named.number < MAIN_SHIPMENT_NUMBER
  const address = isWholeOrder ? { ...named, number: MAIN_SHIPMENT_NUMBER } : named
  context.note({ organization: caller.organization, shipmentId: toUuid(address) })
  return ok({ id, address, isWholeOrder })
}

/** The order that a request is about, as its ledger shows it to this caller. */
export async function findOrder(call: OrderCall): Promise<Result<Addressed & { readonly view: OrderView }, Failure>> {
  const named = addressOrder(call)
  if (!named.ok) return named
  const view = await viewShipmentAt(call.context.env, call.caller.organization, named.value.address)
  return view ? ok({ ...named.value, view }) : fail({ reason: 'order-not-found' })
}
