import { parseShipmentId } from '../domain/order-id.ts'
import { log, logError } from '../log/log.ts'
import { DeliveryJob } from '../queue/delivery-job.ts'
import { ledgerOf } from './deliver.ts'

/** Ends the shipments that no consumer could handle, and leaves an entry of each in its ledger. */
export async function consumeDeadLetters(batch: MessageBatch, env: Env): Promise<void> {
  for (const message of batch.messages) {
    const job = DeliveryJob.safeParse(message.body)
    const address = job.success ? parseShipmentId(job.data.shipmentId) : undefined
    if (!job.success || !address) {
      log('error', 'dead-letter-unreadable', { messageId: message.id })
      message.ack()
      continue
    }
    const { organization, shipmentId } = job.data
    try {
      await ledgerOf(env, organization, address).giveUp(address, 'consumer-failed')
      log('error', 'dead-letter', { organization, shipmentId })
      message.ack()
    } catch (error) {
      logError('dead-letter-failed', error, { organization, shipmentId })
      message.retry()
    }
  }
}
