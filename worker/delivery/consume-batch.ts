import { logError } from '../log/log.ts'

/** How long the queue waits before it hands over a message that this consumer failed on. */
const CONSUMER_RETRY_SECONDS = 2

/**
 * How many messages are handled at a time: the platform opens six connections for one invocation, and whoever waits for
 * one would use up the time that a provider, a condition or a register is given to answer.
 */
const AT_ONCE = 6

/**
 * Handles the messages of a batch, a few at a time.
 *
 * What throws is a fault of ours, or an object that is briefly away: the queue tries it a few times and then hands the
 * message to the dead letters.
 */
export async function consumeBatch(batch: MessageBatch, handle: (body: unknown) => Promise<void>): Promise<void> {
  const waiting = batch.messages.values()
  const work = async (): Promise<void> => {
    for (const message of waiting) {
      try {
        await handle(message.body)
        message.ack()
      } catch (error) {
        logError('job-failed', error, { queue: batch.queue, attempts: message.attempts })
        message.retry({ delaySeconds: CONSUMER_RETRY_SECONDS })
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}
