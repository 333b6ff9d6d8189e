import * as z from 'zod'
import type { Content } from '../domain/message.ts'
import { parseShipmentId } from '../domain/order-id.ts'
import { logError } from '../log/log.ts'
import { continueTrace } from '../log/trace.ts'
import type { Providers } from '../providers/registry.ts'
import { DeliveryJob } from '../queue/delivery-job.ts'
import { deliver, ledgerOf } from './deliver.ts'

/** How long the queue waits before it hands over a message that this consumer failed on. */
const CONSUMER_RETRY_SECONDS = 2

const StoredContent: z.ZodType<Content> = z.discriminatedUnion('channel', [
  z.object({ channel: z.literal('sms'), from: z.string(), body: z.string() }),
  z.object({
    channel: z.literal('email'),
    from: z.string(),
    subject: z.string(),
    body: z.string(),
    contentType: z.enum(['Plain', 'Html']),
  }),
])

/** Handles one message: its shipment is attempted if its ledger grants the claim. A message that comes twice does nothing. */
async function handle(env: Env, providers: Providers, body: unknown): Promise<void> {
  const { organization, shipmentId } = DeliveryJob.parse(body)
  const address = parseShipmentId(shipmentId)
  if (!address) throw new Error('A delivery job names no shipment')
  const claimed = await ledgerOf(env, organization, address).claim(address)
  if (claimed.kind === 'refused') return
  const content = StoredContent.parse(JSON.parse(claimed.content))
  const trace = { ...continueTrace(null), traceId: claimed.traceId }
  await deliver(env, providers, {
    organization,
    address,
    attempt: claimed.attempt,
    to: claimed.destination,
    content,
    expiresAtMs: claimed.expiresAtMs,
    trace,
  })
}

/**
 * Makes the attempts that fell due, all of a batch side by side.
 *
 * A provider's outage is not a failure here: the ledger plans the next attempt. What throws is a fault of ours; the
 * queue tries it a few times and then hands the message to the dead letters.
 */
export async function consumeRetries(batch: MessageBatch, env: Env, providers: Providers): Promise<void> {
  await Promise.all(
    batch.messages.map(async (message) => {
      try {
        await handle(env, providers, message.body)
        message.ack()
      } catch (error) {
        logError('delivery-job-failed', error, { attempts: message.attempts })
        message.retry({ delaySeconds: CONSUMER_RETRY_SECONDS })
      }
    }),
  )
}
