import { bringDeliveryForward } from '../domain/delivery.ts'
import type { ShipmentAddress } from '../domain/order-id.ts'
import { awaitsPreparation, bringShipmentForward } from '../domain/shipment.ts'
import type { LedgerTables } from './tables.ts'

/** What came of making a shipment due. */
export type BroughtForward = 'due' | 'ended' | 'unknown'

/** Makes due now what waits of a shipment: the shipment itself, or its deliveries once there are any. */
export function bringForward(tables: LedgerTables, address: ShipmentAddress, nowMs: number): BroughtForward {
  const live = tables.shipments.find(address)
  const messages = tables.messages.ofShipment(address)
  if (!live && messages.length === 0) return tables.ended.find(address) ? 'ended' : 'unknown'
  if (live && awaitsPreparation(live.shipment)) {
    tables.shipments.save({ ...live, shipment: bringShipmentForward(live.shipment, nowMs) })
    return 'due'
  }
  for (const message of messages) tables.saveMessage(message, bringDeliveryForward(message.delivery, nowMs), nowMs)
  return 'due'
}
