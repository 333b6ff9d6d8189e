import { ledgerNames, type ShipmentAddress } from '../domain/order-id.ts'
import type { OrderView } from '../ledger/contract.ts'
import { ledgerNamed } from '../platform/objects.ts'
import { viewShipmentAt } from './view-shipment.ts'

/** How many orders one search finds, the newest: one answer shows them all, each with its recipients. */
export const FOUND_MAX = 100

/** An order that was found. */
type FoundOrder = { readonly address: ShipmentAddress; readonly view: OrderView }

/** The newest of an organisation's shipments that have a sender's reference, the oldest of these first. */
export async function findByReference(
  env: Env,
  organization: string,
  sendersReference: string,
): Promise<readonly FoundOrder[]> {
  const found = await Promise.all(
    ledgerNames(organization).map((name) => ledgerNamed(env, name).withReference(sendersReference, FOUND_MAX)),
  )
  const newest = found
    .flat()
    .sort((one, other) => one.acceptedAtMs - other.acceptedAtMs)
    .slice(-FOUND_MAX)
  const views = await Promise.all(newest.map(({ address }) => viewShipmentAt(env, organization, address)))
  return newest.flatMap(({ address }, index) => {
    const view = views[index]
    return view ? [{ address, view }] : []
  })
}
