import type { ShipmentAddress } from '../domain/order-id.ts'
import { backoffMs } from '../domain/retry.ts'
import { awaitsPreparation, postpone } from '../domain/shipment.ts'
import type { Preparation } from './contract.ts'
import { type Moment, processShipment } from './process-shipment.ts'
import { NOTHING_PREPARED, type Prepared } from './results.ts'
import type { LedgerTables } from './tables.ts'

/**
 * Takes in what a worker found out about a shipment: it ends, waits, or becomes deliveries, the first of them claimed.
 *
 * @param moment with `chance` from 0 up to 1
 */
export function applyPreparation(
  tables: LedgerTables,
  address: ShipmentAddress,
  preparation: Preparation,
  { chance, ...moment }: Moment & { readonly chance: number },
): Prepared {
  const live = tables.shipments.find(address)
  if (!live || !awaitsPreparation(live.shipment)) return NOTHING_PREPARED
  const { shipment } = live
  const { nowMs } = moment
  const wait = { backoffMs: backoffMs(shipment.stage.failedLookups + 1, chance) }
  switch (preparation.kind) {
    case 'condition-not-met':
      tables.endShipment(live, 'condition-not-met', [], nowMs)
      return NOTHING_PREPARED
    case 'obstacle':
      tables.shipments.save({ ...live, shipment: postpone(shipment, preparation.obstacle, wait, nowMs) })
      return NOTHING_PREPARED
    case 'deliveries':
      return processShipment(tables, { ...live, shipment }, preparation, { ...moment, ...wait })
  }
}
