import type { KeywordValues } from '@straks/shared/text'
import type { Config } from '../config.ts'
import { placeOrder } from '../orders/place-order.ts'
import { withdrawShipments } from '../orders/withdraw.ts'
import { type Delays, orderFor, orderIdsOf } from './notification-orders.ts'
import type { NotificationPlan } from './notification-plan.ts'
import type { Facts } from './record.ts'

/** How many ledgers are asked at once: a message to one recipient may have many custom ones. */
const BATCH = 10

const MS_PER_SECOND = 1_000

export const delaysOf = (config: Config): Delays => ({
  notificationDelayMs: config.notificationDelaySeconds * MS_PER_SECOND,
  reminderDelayMs: config.reminderDelaySeconds * MS_PER_SECOND,
})

/** What the orders of a correspondence are made of. */
export type Orders = {
  readonly facts: Facts
  readonly plan: NotificationPlan
  readonly publishedAtMs: number
  readonly keywords: KeywordValues
}

/**
 * Places the orders that tell everyone of a message: again and again the same ones. Stops between two batches where they
 * are no longer wanted, and says whether all are placed.
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
  for (let first = 0; first < plan.parties.length; first += BATCH) {
    if (!areWanted()) return false
    const batch = plan.parties.slice(first, first + BATCH)
    await Promise.all(
      batch.map((party) => {
        const order = orderFor(party, plan, publication)
        return placeOrder(env, { organization, namespace: 'correspondence', order, traceId })
      }),
    )
  }
  return true
}

/** Takes back what of the orders of a correspondence has not been sent: the reminders, or everything. */
export async function withdrawOrders(
  env: Env,
  { organization, correspondenceId }: Facts,
  { parties, reminder }: NotificationPlan,
  what: 'reminders' | 'everything',
): Promise<void> {
  for (let first = 0; first < parties.length; first += BATCH) {
    const batch = parties.slice(first, first + BATCH)
    const ids = await Promise.all(batch.map((party) => orderIdsOf(organization, correspondenceId, party)))
    const shipmentIds = ids.flatMap(({ shipmentIds }) => [
      ...(what === 'everything' ? [shipmentIds.main] : []),
      ...(reminder ? [shipmentIds.reminder] : []),
    ])
    await withdrawShipments(env, organization, shipmentIds)
  }
}
