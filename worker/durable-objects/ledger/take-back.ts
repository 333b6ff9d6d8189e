import type { Timing } from '../../domain/delivery.ts'
import type { ShipmentAddress } from '../../domain/order-id.ts'
import { awaitsPreparation, isCancellable, withdraw } from '../../domain/shipment.ts'
import type { Book } from './book.ts'
import type { Cancellation } from './exchange.ts'

/** Cancels a shipment on its sender's wish, and its reminders with it if asked to. A second time changes nothing. */
export function cancelShipment(
  book: Book,
  address: ShipmentAddress,
  withReminders: boolean,
  nowMs: number,
  timing: Timing,
): Cancellation {
  if (!book.view(address)) return 'unknown'
  const stored = book.shipments.find(address)
  if (!stored || (stored.phase !== 'cancelled' && !isCancellable(stored, nowMs))) return 'too-late'
  const all = withReminders ? book.shipments.ofOrder(address.orderKey) : [stored]
  for (const one of all) if (isCancellable(one, nowMs)) book.saveShipment(one, withdraw(one, nowMs, timing))
  return 'cancelled'
}

/** Takes back everything of a shipment that nobody has tried to send yet, whatever the time. */
export function withdrawShipment(book: Book, address: ShipmentAddress, nowMs: number, timing: Timing): void {
  const stored = book.isOpen ? book.shipments.find(address) : undefined
  if (!stored) return
  const isUnderWay = stored.phase === 'processed' && book.dropUntouched(address)
  if (isUnderWay) book.completeIfDone(address, nowMs)
  else if (awaitsPreparation(stored) || stored.phase === 'processed')
    book.saveShipment(stored, withdraw(stored, nowMs, timing))
}
