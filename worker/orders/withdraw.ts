import { parseShipmentId } from '../domain/order-id.ts'
import { ledgerOf } from '../platform/objects.ts'

/** Cancels everything of these shipments that has not been attempted yet. */
export async function withdrawShipments(env: Env, organization: string, shipmentIds: readonly string[]): Promise<void> {
  await Promise.all(
    shipmentIds.map(async (shipmentId) => {
      const address = parseShipmentId(shipmentId)
      if (address) await ledgerOf(env, organization, address).withdraw(address)
    }),
  )
}
