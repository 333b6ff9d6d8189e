import { withdraw } from '../domain/attempt.ts'
import type { Timing } from '../domain/delivery.ts'
import type { ShipmentAddress } from '../domain/order-id.ts'
import { awaitsPreparation, isCancellable, ORDER_STATUS } from '../domain/shipment.ts'
import type { Cancellation, CancellationScope } from './contract.ts'
import type { LedgerTables } from './tables.ts'

/** Cancels on the sender's wish what is due in more than five minutes. A second time changes nothing. */
export function cancelShipments(
  tables: LedgerTables,
  address: ShipmentAddress,
  scope: CancellationScope,
  nowMs: number,
): Cancellation {
  if (!tables.view(address, nowMs)) return 'unknown'
  const live = tables.shipments.find(address)
  const isCancelled = tables.ended.find(address)?.status === ORDER_STATUS.cancelled
  if (!isCancelled && !(live && isCancellable(live.shipment, nowMs))) return 'too-late'
  const all = scope === 'order' ? tables.shipments.ofOrder(address.orderKey) : live ? [live] : []
  for (const one of all) if (isCancellable(one.shipment, nowMs)) tables.endShipment(one, 'cancelled', [], nowMs)
  return 'cancelled'
}

/** Takes back all of a shipment that no provider can have, whatever the time. */
export function withdrawShipment(tables: LedgerTables, address: ShipmentAddress, nowMs: number, timing: Timing): void {
  const live = tables.shipments.find(address)
  if (!live) return
  if (awaitsPreparation(live.shipment)) {
    tables.endShipment(live, 'cancelled', tables.messages.ofShipment(address), nowMs)
    return
  }
  for (const message of tables.messages.ofShipment(address)) {
    const left = withdraw(message.delivery, nowMs, timing)
    if (left) tables.saveMessage(message, left, nowMs)
    else tables.messages.forget(message.address)
  }
  tables.endIfDone(address, nowMs)
}
