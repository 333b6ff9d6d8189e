import { claim } from '../domain/attempt.ts'
import { failed, plan, type Timing } from '../domain/delivery.ts'
import { channelsMissed, placeInList } from '../domain/preparation.ts'
import { recipientsOf } from '../domain/recipient-list.ts'
import { type AwaitingShipment, ORDER_TIME_TO_LIVE_MS, postpone, process } from '../domain/shipment.ts'
import { STATUS_OF } from '../domain/status.ts'
import { stepEntries } from '../domain/step-entries.ts'
import { addTo } from '../domain/trail.ts'
import type { Preparation, PreparedDelivery } from './contract.ts'
import type { LiveMessage, LiveShipment } from './records.ts'
import type { Prepared } from './results.ts'
import type { LedgerTables } from './tables.ts'

/** What a worker prepared of a shipment. */
type Found = Extract<Preparation, { kind: 'deliveries' }>

/** A shipment whose deliveries are still to be made, some or all. */
type Awaiting = LiveShipment & { readonly shipment: AwaitingShipment }

/**
 * How many claims are granted with a preparation: what one worker is done with well within their lease. The other
 * deliveries are due at once, and go to the workers over the queue.
 */
const CLAIMS_AT_ONCE = 25

/** When deliveries are made, and how long what follows may take. */
export type Moment = { readonly nowMs: number; readonly timing: Timing }

/** The messages that deliveries are made as, from a position on. */
const toMessages = (
  { address, order }: LiveShipment,
  prepared: readonly PreparedDelivery[],
  first: number,
  { nowMs, timing }: Moment,
): readonly LiveMessage[] =>
  prepared.map((one, index) => {
    const { recipient, channel, simulated } = one
    const facts = {
      address: { ...address, position: first + index },
      recipient,
      simulated,
      order: undefined,
      traceId: order.traceId,
      content: undefined,
    }
    if (one.kind === 'failed')
      return { ...facts, destination: '', reason: one.reason, delivery: failed(channel, one.status, nowMs) }
    const { destination, values, policy } = one
    const trail = [{ atMs: nowMs, event: 'prepared' } as const]
    const planned = plan(channel, policy, ORDER_TIME_TO_LIVE_MS, nowMs, timing)
    return { ...facts, destination, values, delivery: { ...planned, trail } }
  })

/** Grants the claims on the first of those messages that may be sent now. */
function claimFirst(messages: readonly LiveMessage[], nowMs: number, timing: Timing): readonly LiveMessage[] {
  let granted = 0
  return messages.map((message) => {
    const claimed = granted < CLAIMS_AT_ONCE ? claim(message.delivery, nowMs, timing) : undefined
    if (!claimed?.granted) return message
    granted++
    const { delivery } = claimed
    const trail = addTo(delivery.trail ?? [], stepEntries(message.delivery, delivery, nowMs))
    return { ...message, delivery: { ...delivery, trail } }
  })
}

/** Makes the deliveries of a shipment that has fallen due, and grants the claims on the first that may be sent now. */
export function processShipment(
  tables: LedgerTables,
  live: Awaiting,
  { deliveries, left = [] }: Found,
  moment: Moment & {
    /** After which the recipients are looked up whose register did not answer. */
    readonly backoffMs: number
  },
): Prepared {
  const { nowMs, timing, backoffMs } = moment
  const { shipment } = live
  const first = shipment.stage.left ? tables.messages.countOf(live.address) : 0
  const messages = claimFirst(toMessages(live, deliveries, first, moment), nowMs, timing)
  const next =
    left.length > 0 ? postpone(shipment, 'register-unavailable', { backoffMs, left }, nowMs) : process(shipment, nowMs)
  tables.process(live, messages, next, nowMs)
  const claimed = messages.filter(({ delivery }) => delivery.stage.phase === 'claimed')
  return {
    claims: claimed.map((message) => tables.toClaimed(message, message.delivery)),
    changes: claimed.map((message) => tables.changeTo(message, STATUS_OF[message.delivery.channel].new)),
  }
}

/** Ends the wait for recipients that no register could tell in all their time: their deliveries fail. */
export function giveUpRecipients(tables: LedgerTables, live: Awaiting, nowMs: number, timing: Timing): void {
  const { plan: ordered, shipment } = live
  const { recipient, channel: scheme } = ordered
  const left = shipment.stage.left ?? recipientsOf(recipient).map((_, index) => index)
  const never = left.flatMap((index) =>
    channelsMissed(scheme).map((channel): PreparedDelivery => {
      const status = STATUS_OF[channel].timeToLive
      return { kind: 'failed', recipient: placeInList(recipient, index), channel, status, simulated: false }
    }),
  )
  const messages = toMessages(live, never, tables.messages.countOf(live.address), { nowMs, timing })
  tables.process(live, messages, process(shipment, nowMs), nowMs)
}
