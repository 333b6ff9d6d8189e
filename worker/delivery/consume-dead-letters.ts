import { parseReference, parseShipmentId } from '../domain/order-id.ts'
import { DeliveryJob } from '../ledger/delivery-job.ts'
import { OrderJob } from '../ledger/order-job.ts'
import { log, logError } from '../platform/log.ts'
import { ledgerOf } from '../platform/objects.ts'

const REASON = 'consumer-failed'

/**
 * Ends the deliveries of a job whose handling failed for good, or notes that its shipments could not be prepared; says
 * which those were.
 */
async function settle(env: Env, body: unknown): Promise<readonly string[]> {
  const delivery = DeliveryJob.safeParse(body)
  if (delivery.success) {
    const { organization, references } = delivery.data
    for (const address of references.flatMap((reference) => parseReference(reference) ?? []))
      await ledgerOf(env, organization, address).giveUp(address, REASON)
    return references
  }
  const order = OrderJob.safeParse(body)
  if (!order.success) return []
  const { organization, shipmentIds } = order.data
  for (const address of shipmentIds.flatMap((shipmentId) => parseShipmentId(shipmentId) ?? []))
    await ledgerOf(env, organization, address).noteDeadShipment(address, REASON)
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
