import type { StatusChange } from '../../delivery/change.ts'
import type { Timing } from '../../domain/delivery.ts'
import type { ShipmentAddress } from '../../domain/order-id.ts'
import { backoffMs } from '../../domain/retry.ts'
import { awaitsPreparation, drop, postpone } from '../../domain/shipment.ts'
import type { Book } from './book.ts'
import { claimDelivery } from './claim.ts'
import type { Claimed, DueShipment, Preparation } from './exchange.ts'

/** What a worker needs to prepare a shipment that has fallen due; `undefined` where that is not to be done any more. */
export function findDue(book: Book, address: ShipmentAddress): DueShipment | undefined {
  const stored = book.isOpen ? book.shipments.find(address) : undefined
  const order = stored && book.orders.find(address.orderKey)
  if (!stored?.texts || !order || !awaitsPreparation(stored)) return undefined
  const { plan, texts, unansweredConditions } = stored
  return { plan: { ...plan, texts }, unansweredConditions, traceId: order.traceId }
}

/** What came of a preparation: the claims it allows at once, and the statuses that are new. */
export type Prepared = { readonly claims: readonly Claimed[]; readonly changes: readonly StatusChange[] }

/**
 * Takes in what a worker found out about a shipment, and grants the claims on the deliveries that are due now.
 *
 * @param chance from 0 up to 1
 */
export function prepare(
  book: Book,
  address: ShipmentAddress,
  preparation: Preparation,
  nowMs: number,
  chance: number,
  timing: Timing,
): Prepared {
  const changes: StatusChange[] = []
  const stored = book.isOpen ? book.shipments.find(address) : undefined
  if (!stored || !awaitsPreparation(stored)) return { claims: [], changes }
  switch (preparation.kind) {
    case 'condition-not-met':
      book.saveShipment(stored, drop(stored, nowMs, timing))
      return { claims: [], changes }
    case 'obstacle': {
      const pauseMs = backoffMs(stored.failedLookups + 1, chance)
      book.saveShipment(stored, postpone(stored, preparation.obstacle, nowMs, pauseMs))
      return { claims: [], changes }
    }
    case 'deliveries': {
      const claims = book.process(stored, preparation.deliveries, nowMs).flatMap((delivery) => {
        const verdict = claimDelivery(book, delivery, nowMs, timing, changes)
        return 'attempt' in verdict ? [verdict] : []
      })
      return { claims, changes }
    }
  }
}

/**
 * Notes that no worker could prepare a shipment, for an operator to see. It waits as for a register that is away.
 *
 * @param chance from 0 up to 1
 */
export function noteDeadShipment(
  book: Book,
  address: ShipmentAddress,
  reason: string,
  nowMs: number,
  chance: number,
): void {
  const stored = book.isOpen ? book.shipments.find(address) : undefined
  if (!stored || !awaitsPreparation(stored)) return
  book.orders.insertDeadLetter(address, reason, nowMs)
  const pauseMs = backoffMs(stored.failedLookups + 1, chance)
  book.saveShipment(stored, postpone(stored, 'register-unavailable', nowMs, pauseMs))
}
