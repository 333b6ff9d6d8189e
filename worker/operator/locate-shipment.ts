import { mayHave } from '../domain/activity.ts'
import { ledgerName, type ShipmentAddress } from '../domain/order-id.ts'
import type { InspectedShipment } from '../ledger/operation/contract.ts'
import { askWithin } from '../platform/ask-within.ts'
import { ledgerNamed, OBJECTS_AT_ONCE } from '../platform/objects.ts'
import type { KnownOrganization } from './directory.ts'

/** How long a shipment of an unknown organisation is looked for: well within what a client waits. */
const WITHIN_MS = 15_000

/** A shipment that was looked for: nothing is said of organisations that could not be asked in time. */
type Located = {
  readonly shipment: InspectedShipment | undefined
  /** Organisations that have answered, of those that may have it. */
  readonly asked: number
  readonly of: number
}

/**
 * Looks for a shipment with its timeline, and so whose it is. An id names the slice, not the organisation: those that have
 * anything in that slice are asked, until one has it.
 */
export async function locateShipment(
  env: Env,
  organizations: readonly KnownOrganization[],
  address: ShipmentAddress,
): Promise<Located> {
  const possible = organizations.filter(({ slices }) => mayHave(slices, address.orderKey))
  const answers = await askWithin(
    possible,
    async ({ organization }) => ledgerNamed(env, ledgerName(organization, address.orderKey)).inspect(address),
    { atOnce: OBJECTS_AT_ONCE, withinMs: WITHIN_MS, isEnough: (found) => found !== undefined },
  )
  const shipment = [...answers.values()].find((found) => found !== undefined)
  return { shipment, asked: answers.size, of: possible.length }
}
