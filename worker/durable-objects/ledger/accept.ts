import { acceptClaimed, type Timing } from '../../domain/delivery.ts'
import { MAIN_SHIPMENT_NUMBER, type OrderKey } from '../../domain/order-id.ts'
import { register } from '../../domain/shipment.ts'
import type { Book } from './book.ts'
import type { InstantAcceptance, InstantOrder, OrderAcceptance, OrdinaryOrder } from './exchange.ts'

/** The order that already has a key, if there is one. */
export function findReplay(book: Book, orderKey: OrderKey, fingerprint: string): OrderAcceptance | undefined {
  const stored = book.isOpen ? book.orders.find(orderKey) : undefined
  if (!stored) return undefined
  const sendersReferences = book.sendersReferences(orderKey)
  return { kind: 'replayed', sameRequest: stored.fingerprint === fingerprint, sendersReferences }
}

/** Stores a new instant order and grants its first claim, or finds the order that already has its key. */
export function acceptInstant(book: Book, order: InstantOrder, nowMs: number, timing: Timing): InstantAcceptance {
  book.open(order.organization)
  const { orderKey, fingerprint, destination, simulated, content } = order
  if (!book.orders.insert({ ...order, acceptedAtMs: nowMs })) {
    const stored = book.orders.find(orderKey)
    return {
      kind: 'replayed',
      sendersReference: stored?.sendersReference,
      sameRequest: stored?.fingerprint === fingerprint,
    }
  }
  const expiresAtMs = nowMs + order.timeToLiveMs
  const delivery = acceptClaimed(content.channel, expiresAtMs, nowMs, timing)
  const address = { orderKey, number: MAIN_SHIPMENT_NUMBER, position: 0 }
  book.deliveries.insert(delivery, { address, destination, simulated, content })
  return { kind: 'created', attempt: delivery.attempts, expiresAtMs, wakeAtMs: delivery.wakeAtMs }
}

/** Stores a new ordinary order, or finds the order that already has its key. */
export function acceptOrder(book: Book, order: OrdinaryOrder, nowMs: number): OrderAcceptance {
  book.open(order.organization)
  const { orderKey, fingerprint, shipments } = order
  const replayed = findReplay(book, orderKey, fingerprint)
  if (replayed) return replayed
  book.orders.insert({ ...order, acceptedAtMs: nowMs })
  for (const [index, plan] of shipments.entries())
    book.shipments.insert({ orderKey, number: MAIN_SHIPMENT_NUMBER + index }, register(plan.dueMs, nowMs), plan)
  return { kind: 'created' }
}
