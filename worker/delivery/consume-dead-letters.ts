import { parseReference, parseShipmentId } from '../domain/order-id.ts'
import { ledgerOf } from '../durable-objects/objects.ts'
import { log, logError } from '../log/log.ts'
import { DeliveryJob } from '../queue/delivery-job.ts'
import { OrderJob } from '../queue/order-job.ts'

const REASON = 'consumer-failed'

/** Ends a delivery that nobody could handle, or notes that a shipment could not be prepared; says what it was. */
async function settle(env: Env, body: unknown): Promise<string | undefined> {
  const delivery = DeliveryJob.safeParse(body)
  const deliveryAddress = delivery.success ? parseReference(delivery.data.reference) : undefined
  if (delivery.success && deliveryAddress) {
    await ledgerOf(env, delivery.data.organization, deliveryAddress).giveUp(deliveryAddress, REASON)
    return delivery.data.reference
  }
  const order = OrderJob.safeParse(body)
  const address = order.success ? parseShipmentId(order.data.shipmentId) : undefined
  if (!order.success || !address) return undefined
  await ledgerOf(env, order.data.organization, address).noteDeadShipment(address, REASON)
  return order.data.shipmentId
}

/** Settles what no consumer could handle, and leaves an entry of each in its ledger. */
export async function consumeDeadLetters(batch: MessageBatch, env: Env): Promise<void> {
  for (const message of batch.messages) {
    try {
      const reference = await settle(env, message.body)
      if (reference === undefined) log('error', 'dead-letter-unreadable', { messageId: message.id })
      else log('error', 'dead-letter', { reference })
      message.ack()
    } catch (error) {
      logError('dead-letter-failed', error, { messageId: message.id })
      message.retry()
    }
  }
}
