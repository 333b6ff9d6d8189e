import { parseShipmentId, type ShipmentAddress } from '../domain/order-id.ts'
import type { OrderView } from '../ledger/contract.ts'
import { ledgerOf } from '../platform/objects.ts'

/** What an organisation may see of its shipment; `undefined` where it has none there. */
export const viewShipmentAt = (
  env: Env,
  organization: string,
  address: ShipmentAddress,
): Promise<OrderView | undefined> => ledgerOf(env, organization, address).find(address)

/** As above, by the id that clients know. */
export async function viewShipment(env: Env, organization: string, shipmentId: string): Promise<OrderView | undefined> {
  const address = parseShipmentId(shipmentId)
  return address && viewShipmentAt(env, organization, address)
}
