import type { Order } from '../domain/order.ts'
import {
  deriveFingerprint,
  deriveOrderKey,
  type KeyNamespace,
  MAIN_SHIPMENT_NUMBER,
  ORDER_NUMBER,
  type OrderKey,
  toUuid,
} from '../domain/order-id.ts'
import type { OrderAcceptance } from '../ledger/contract.ts'
import { ledgerOf } from '../platform/objects.ts'

/** An order with the names that its key gives it. */
export type NamedOrder = {
  readonly organization: string
  readonly order: Order
  readonly orderKey: OrderKey
  readonly fingerprint: string
  readonly traceId: string
}

/** Whose order it is, and which keys it may collide with. */
type NewOrder = Pick<NamedOrder, 'organization' | 'order' | 'traceId'> & {
  readonly namespace: Exclude<KeyNamespace, 'instant'>
  /** What makes two requests the same; an order's own plan where it is left out. */
  readonly request?: unknown
}

/** An order as its ids: what a client follows it by. */
type PlacedOrder = {
  readonly notificationOrderId: string
  /** The main shipment, then the reminders. */
  readonly shipmentIds: readonly string[]
}

/** Derives the names of an order. Nothing is stored. */
export async function nameOrder({ namespace, organization, order, traceId, request }: NewOrder): Promise<NamedOrder> {
  const [orderKey, fingerprint] = await Promise.all([
    deriveOrderKey(namespace, organization, order.idempotencyId),
    deriveFingerprint(order.idempotencyId, JSON.stringify(request ?? order.shipments)),
  ])
  return { organization, order, orderKey, fingerprint, traceId }
}

/** The ids of a named order. */
export const idsOf = ({ orderKey, order }: NamedOrder): PlacedOrder => ({
  notificationOrderId: toUuid({ orderKey, number: ORDER_NUMBER }),
  shipmentIds: order.shipments.map((_, index) => toUuid({ orderKey, number: MAIN_SHIPMENT_NUMBER + index })),
})

/** The order that already has this one's key, if there is one. */
export const findReplay = (env: Env, { organization, orderKey, fingerprint }: NamedOrder) =>
  ledgerOf(env, organization, { orderKey }).replay(orderKey, fingerprint)

/** Stores an order under its key, or finds the one that has it. */
export function storeOrder(env: Env, { order, ...named }: NamedOrder): Promise<OrderAcceptance> {
  const { sendersReference, shipments } = order
  return ledgerOf(env, named.organization, named).acceptOrder({ ...named, sendersReference, shipments })
}

/** Places an order, however often it is asked to: the same key is the same order. */
export async function placeOrder(env: Env, order: NewOrder): Promise<PlacedOrder> {
  const named = await nameOrder(order)
  await storeOrder(env, named)
  return idsOf(named)
}
