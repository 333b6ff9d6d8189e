import { giveUp, type Timing } from '../../domain/delivery.ts'
import type { ShipmentAddress } from '../../domain/order-id.ts'
import { awaitsPreparation } from '../../domain/shipment.ts'
import type { StatusChange } from '../status-change.ts'
import type { LedgerTables } from '../tables.ts'
import { withdrawShipment } from '../take-back.ts'

/** What came of ending a shipment by hand. */
export type EndedByHand = {
  readonly outcome: 'done' | 'ended' | 'too-late' | 'unknown'
  readonly changes: readonly StatusChange[]
}

const none = (outcome: EndedByHand['outcome']): EndedByHand => ({ outcome, changes: [] })

/** Ends all of a shipment as failed, whatever a provider may still say of it. One that is not due is cancelled. */
export function giveUpShipment(
  tables: LedgerTables,
  address: ShipmentAddress,
  nowMs: number,
  reason: 'operator' | 'cancelled' = 'operator',
): EndedByHand {
  const live = tables.shipments.find(address)
  if (live && awaitsPreparation(live.shipment)) {
    tables.endShipment(live, 'cancelled', tables.messages.ofShipment(address), nowMs)
    return none('done')
  }
  const messages = tables.messages.ofShipment(address)
  if (messages.length === 0) return none(tables.ended.find(address) ? 'ended' : 'unknown')
  const noted = [{ atMs: nowMs, event: 'given-up', reason } as const]
  const changes = messages.flatMap((message) =>
    tables.saveMessage(message, giveUp(message.delivery, nowMs), nowMs, noted),
  )
  return { outcome: 'done', changes }
}

/** Takes back a shipment of which no provider can have anything; an instant message ends as failed by that. */
export function cancelShipment(
  tables: LedgerTables,
  address: ShipmentAddress,
  nowMs: number,
  timing: Timing,
): EndedByHand {
  const live = tables.shipments.find(address)
  const messages = tables.messages.ofShipment(address)
  if (!live && messages.length === 0) return none(tables.ended.find(address) ? 'ended' : 'unknown')
  const isUntouched = messages.every(({ delivery }) => {
    const { stage, doubts, pinnedProvider, lostClaims } = delivery
    return stage.phase === 'waiting' && doubts.length === 0 && pinnedProvider === undefined && lostClaims === 0
  })
  if (!isUntouched) return none('too-late')
  if (!live) return giveUpShipment(tables, address, nowMs, 'cancelled')
  withdrawShipment(tables, address, nowMs, timing)
  return none('done')
}
