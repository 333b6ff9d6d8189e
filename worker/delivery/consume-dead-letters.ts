import { parseReference, parseShipmentId } from '../domain/order-id.ts'
import { DeliveryJob } from '../ledger/delivery-job.ts'
import { OrderJob } from '../ledger/order-job.ts'
import { log, logError } from '../platform/log.ts'
import { ledgerOf } from '../platform/objects.ts'

const REASON = 'consumer-failed'

/** Does the same for each. One that fails keeps none of the others from it, and is told at the end. */
async function forEach<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const failures: unknown[] = []
  for (const item of items) await work(item).catch((error: unknown) => failures.push(error))
  if (failures.length > 0) throw failures[0]
}

/**
 * Ends the deliveries of a job whose handling failed for good, or notes that its shipments could not be prepared; says
 * which those were.
 */
async function settle(env: Env, body: unknown): Promise<readonly string[]> {
  const delivery = DeliveryJob.safeParse(body)
  if (delivery.success) {
    const { organization, references } = delivery.data
    await forEach(
      references.flatMap((reference) => parseReference(reference) ?? []),
      async (address) => ledgerOf(env, organization, address).giveUp(address, REASON),
    )
    return references
  }
  const order = OrderJob.safeParse(body)
  if (!order.success) return []
  const { organization, shipmentIds } = order.data
  await forEach(
    shipmentIds.flatMap((shipmentId) => parseShipmentId(shipmentId) ?? []),
    async (address) => ledgerOf(env, organization, address).noteDeadShipment(address, REASON),
  )
  return shipmentIds
}

/** Settles what no consumer could handle, and leaves an entry of each in its ledger. */
export async function consumeDeadLetters(batch: MessageBatch, env: Env): Promise<void> {
  for (const message of batch.messages) {
    try {
      const references = await settle(env, message.body)
      if (references.length === 0) log('error', 'dead-letter-unreadable', { messageId: message.id })
      for (const reference of references) log('error', 'dead-letter', { reference })
      message.ack()
    } catch (error) {
      logError('dead-letter-failed', error, { messageId: message.id })
      message.retry()
    }
  }
}
