import { parseReference } from '../domain/order-id.ts'
import { ledgerOf } from '../durable-objects/objects.ts'
import type { Providers } from '../providers/registry.ts'
import { DeliveryJob } from '../queue/delivery-job.ts'
import { consumeBatch } from './consume-batch.ts'
import { makeAttempt } from './make-attempt.ts'

/**
 * Makes the attempts that fell due, each if its ledger grants the claim: a message that comes twice does nothing.
 *
 * A provider's outage is not a failure here: the ledger plans the next attempt.
 */
export const consumeRetries = (batch: MessageBatch, env: Env, providers: Providers): Promise<void> =>
  consumeBatch(batch, async (body) => {
    const { organization, reference } = DeliveryJob.parse(body)
    const address = parseReference(reference)
    if (!address) throw new Error('A delivery job names no delivery')
    const claimed = await ledgerOf(env, organization, address).claim(address)
    if ('attempt' in claimed) await makeAttempt(env, providers, organization, claimed)
  })
