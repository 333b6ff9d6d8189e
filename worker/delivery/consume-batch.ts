import { logError } from '../platform/log.ts'

/** How long the queue waits before it hands over a message that this consumer failed on. */
const CONSUMER_RETRY_SECONDS = 2

/**
 * Handles the messages of a batch side by side.
 *
 * What throws is a fault of ours, or an object that is briefly away: the queue tries it a few times and then hands the
 * message to the dead letters.
 */
export async function consumeBatch(batch: MessageBatch, handle: (body: unknown) => Promise<void>): Promise<void> {
  await Promise.all(
    batch.messages.map(async (message) => {
      try {
        await handle(message.body)
        message.ack()
      } catch (error) {
        logError('job-failed', error, { queue: batch.queue, attempts: message.attempts })
        message.retry({ delaySeconds: CONSUMER_RETRY_SECONDS })
      }
    }),
  )
}
