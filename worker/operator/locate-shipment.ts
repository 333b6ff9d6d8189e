import { ledgerName, type ShipmentAddress } from '../domain/order-id.ts'
import type { InspectedShipment } from '../ledger/operation/contract.ts'
import { Limiter } from '../platform/limiter.ts'
import { ledgerNamed, OBJECTS_AT_ONCE } from '../platform/objects.ts'

/**
 * A shipment with its timeline, and so whose it is; `undefined` where no organisation has it. An id names the slice, not
 * the organisation: each is asked.
 */
export async function locateShipment(
  env: Env,
  organizations: readonly string[],
  address: ShipmentAddress,
): Promise<InspectedShipment | undefined> {
  const answers = await new Limiter(OBJECTS_AT_ONCE).map(organizations, async (organization) =>
    ledgerNamed(env, ledgerName(organization, address.orderKey)).inspect(address),
  )
  return answers.find((found) => found !== undefined)
}
