import { MS_PER_SECOND } from '@straks/shared'
import type { KeywordValues } from '@straks/shared/text'
import { placeOrder } from '../orders/place-order.ts'
import { withdrawShipments } from '../orders/withdraw.ts'
import type { Config } from '../platform/config.ts'
import { Limiter } from '../platform/limiter.ts'
import { type Delays, orderFor, orderIdsOf } from './notification-orders.ts'
import type { NotificationPlan } from './notification-plan.ts'
import type { Facts } from './record.ts'

/** How many ledgers are called at once: a message to one recipient may have many custom ones. */
const LEDGERS_AT_ONCE = 10

export const delaysOf = (config: Config): Delays => ({
  notificationDelayMs: config.notificationDelaySeconds * MS_PER_SECOND,
  reminderDelayMs: config.reminderDelaySeconds * MS_PER_SECOND,
})

/** What the orders of a correspondence are made of. */
type Orders = {
  readonly facts: Facts
  readonly plan: NotificationPlan
  readonly publishedAtMs: number
  readonly keywords: KeywordValues
}

/**
 * Places the orders that tell everyone of a message: again and again the same ones. Stops where they are no longer
 * wanted, and says whether all are placed.
 */
export async function placeOrders(
  env: Env,
  config: Config,
  { facts, plan, publishedAtMs, keywords }: Orders,
  areWanted: () => boolean,
): Promise<boolean> {
  const { organization, correspondenceId, sendersReference, traceId } = facts
  const delays = delaysOf(config)
  const publication = {
    correspondenceId,
    sendersReference,
    publishedAtMs,
    delays,
    senders: config.defaultSenders,
    keywords,
  }
  const placed = await new Limiter(LEDGERS_AT_ONCE).map(plan.parties, async (party) => {
    if (!areWanted()) return false
    const order = orderFor(party, plan, publication)
    await placeOrder(env, { organization, namespace: 'correspondence', order, traceId })
    return true
  })
  return placed.every((isPlaced) => isPlaced)
}

/** Takes back what of the orders of a correspondence has not been sent: the reminders, or everything. */
export async function withdrawOrders(
  env: Env,
  { organization, correspondenceId }: Facts,
  { parties, reminder }: NotificationPlan,
  what: 'reminders' | 'everything',
): Promise<void> {
  await new Limiter(LEDGERS_AT_ONCE).map(parties, async (party) => {
    const { shipmentIds } = await orderIdsOf(organization, correspondenceId, party)
    await withdrawShipments(env, organization, [
      ...(what === 'everything' ? [shipmentIds.main] : []),
      ...(reminder ? [shipmentIds.reminder] : []),
    ])
  })
}
