import type { StatusChange } from '../../delivery/change.ts'
import { type Timing, wake as wakeDelivery } from '../../domain/delivery.ts'
import { toReference, toUuid } from '../../domain/order-id.ts'
import { type Awakening, wake as wakeShipment } from '../../domain/shipment.ts'
import { STATUS_OF } from '../../domain/status.ts'
import type { DeliveryJob } from '../../queue/delivery-job.ts'
import type { OrderJob } from '../../queue/order-job.ts'
import type { Book } from './book.ts'
import type { StoredShipment } from './shipment-store.ts'

/** How many rows one wake-up looks at: a transaction short enough that a new order waits milliseconds for it. */
const WAKE_UP_BATCH = 100

/** How many of a ledger's rows may be on the queues at once. 16 ledgers stay below what a local queue can hold. */
const MOST_QUEUED = 256

/** What a wake-up asks to be done once it is stored. */
export type DueWork = {
  readonly deliveries: readonly DeliveryJob[]
  readonly shipments: readonly OrderJob[]
  readonly changes: readonly StatusChange[]
}

/** Ends a shipment whose recipient no register could tell in all its time: a delivery says so. */
function giveUp(book: Book, { address, plan }: StoredShipment, nowMs: number): void {
  const shipment = book.shipments.find(address)
  if (!shipment) return
  const channel = plan.channel === 'Sms' || plan.channel === 'SmsPreferred' ? 'sms' : 'email'
  book.process(shipment, [{ kind: 'failed', channel, status: STATUS_OF[channel].timeToLive, simulated: false }], nowMs)
}

/** Looks at what has come due in one ledger, in one transaction. */
export function wakeDue(book: Book, nowMs: number, timing: Timing): DueWork {
  const organization = book.orders.organization()
  const deliveries: DeliveryJob[] = []
  const shipments: OrderJob[] = []
  const changes: StatusChange[] = []
  let room = MOST_QUEUED - book.deliveries.countQueued() - book.shipments.countQueued()
  for (const stored of book.deliveries.due(nowMs, WAKE_UP_BATCH)) {
    const { delivery, next } = wakeDelivery(stored, nowMs, timing, room > 0)
    if (next === 'forget') book.forgetDelivery(stored.address)
    else changes.push(...book.saveDelivery(stored, delivery, stored.provider, nowMs))
    if (next !== 'enqueue') continue
    deliveries.push({ organization, reference: toReference(stored.address) })
    room--
  }
  for (const stored of book.shipments.due(nowMs, WAKE_UP_BATCH)) {
    const { shipment, next }: Awakening = wakeShipment(stored, nowMs, timing, room > 0)
    if (next === 'forget') book.forgetShipment(stored.address)
    else book.saveShipment(stored, shipment)
    if (next === 'give-up') giveUp(book, stored, nowMs)
    if (next !== 'prepare') continue
    shipments.push({ organization, shipmentId: toUuid(stored.address) })
    room--
  }
  return { deliveries, shipments, changes }
}
