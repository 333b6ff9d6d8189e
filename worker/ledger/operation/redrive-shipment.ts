import type { Timing } from '../../domain/delivery.ts'
import type { ShipmentAddress } from '../../domain/order-id.ts'
import { awaitsAttempt, isUnresolved, type RedriveRefusal, redrive, refusalOfEnd } from '../../domain/redrive.ts'
import { awaitsPreparation, bringShipmentForward, ORDER_TIME_TO_LIVE_MS } from '../../domain/shipment.ts'
import { ifReadable } from '../../platform/if-readable.ts'
import type { LiveMessage, LiveShipment } from '../records.ts'
import type { LedgerTables } from '../tables.ts'

/** What came of a redrive. Where an attempt is under way, that is the one, and no other is made. */
export type Redriven = 'redriven' | 'under-way' | RedriveRefusal | 'unknown'

/** Why a shipment that has ended gets no further attempt, by its worst status. */
function whyEnded(tables: LedgerTables, address: ShipmentAddress): Redriven {
  const ended = ifReadable(() => tables.ended.find(address))
  if (!ended) return 'unknown'
  const refusals = ended.deliveries.map(({ status }) => refusalOfEnd(status))
  return refusals.includes('expired') ? 'expired' : 'ended'
}

/** Prepares a shipment anew that is due and waits for what did not answer. */
function redriveAwaiting(tables: LedgerTables, live: LiveShipment, nowMs: number): Redriven {
  const { shipment } = live
  if (!awaitsPreparation(shipment)) return 'ended'
  if (shipment.dueMs > nowMs) return 'not-due'
  if (nowMs >= shipment.dueMs + ORDER_TIME_TO_LIVE_MS) return 'expired'
  tables.shipments.save({ ...live, shipment: bringShipmentForward(shipment, nowMs) })
  return 'redriven'
}

/** Makes one attempt more due now at all of a shipment that waits, inside its time-to-live. */
export function redriveWaiting(
  tables: LedgerTables,
  address: ShipmentAddress,
  nowMs: number,
  timing: Timing,
): Redriven {
  const live = ifReadable(() => tables.shipments.find(address))
  if (live && awaitsPreparation(live.shipment)) return redriveAwaiting(tables, live, nowMs)
  const messages = ifReadable(() => tables.messages.ofShipment(address)) ?? []
  if (messages.length === 0) return whyEnded(tables, address)
  const waiting = messages.filter(({ delivery }) => awaitsAttempt(delivery))
  if (waiting.length > 0) return redriveMessages(tables, waiting, nowMs, timing)
  const isOver = messages.every(({ delivery }) => delivery.stage.phase === 'final')
  return isOver ? redriveMessages(tables, messages, nowMs, timing) : 'too-late'
}

/**
 * The same, and where nothing of it waits, what a provider has is tried once more: that may be a copy, so only where an
 * operator has asked for this very shipment.
 */
export function redriveShipment(
  tables: LedgerTables,
  address: ShipmentAddress,
  nowMs: number,
  timing: Timing,
): Redriven {
  const outcome = redriveWaiting(tables, address, nowMs, timing)
  if (outcome !== 'too-late') return outcome
  return redriveMessages(tables, tables.messages.ofShipment(address), nowMs, timing)
}

/**
 * The same, but where a provider may have a message and nothing tries it again, that is tried once more: on the word of an
 * operator, who knows that the provider took nothing. What one has for certain is left alone.
 */
export function redriveUncertain(
  tables: LedgerTables,
  address: ShipmentAddress,
  nowMs: number,
  timing: Timing,
): Redriven {
  const messages = ifReadable(() => tables.messages.ofShipment(address)) ?? []
  const uncertain = messages.filter(({ delivery }) => isUnresolved(delivery))
  if (uncertain.length === 0) return redriveWaiting(tables, address, nowMs, timing)
  return redriveMessages(tables, uncertain, nowMs, timing)
}

function redriveMessages(
  tables: LedgerTables,
  messages: readonly LiveMessage[],
  nowMs: number,
  timing: Timing,
): Redriven {
  const outcomes = messages.map((message): Redriven => {
    const next = redrive(message.delivery, nowMs, timing)
    if (!next.ok) return next.failure
    tables.saveMessage(message, next.value, nowMs, [{ atMs: nowMs, event: 'redriven' }])
    return next.value === message.delivery ? 'under-way' : 'redriven'
  })
  if (outcomes.includes('redriven')) return 'redriven'
  if (outcomes.includes('under-way')) return 'under-way'
  return outcomes.includes('expired') ? 'expired' : 'ended'
}
