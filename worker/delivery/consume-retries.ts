import { parseReference } from '../domain/order-id.ts'
import { DeliveryJob } from '../ledger/delivery-job.ts'
import { Limiter } from '../platform/limiter.ts'
import { ledgerOf } from '../platform/objects.ts'
import { consumeBatch } from './consume-batch.ts'
import { ATTEMPT_GROUPS } from './limits.ts'
import { makeAttempts } from './make-attempts.ts'
import type { AttemptServices } from './services.ts'

/**
 * Makes the attempts that fell due, each if its ledger grants the claim: a message that comes twice does nothing.
 *
 * A provider's outage is not a failure here: the ledger plans the next attempt.
 */
export async function consumeRetries(batch: MessageBatch, env: Env, services: AttemptServices): Promise<void> {
  const limiter = new Limiter(ATTEMPT_GROUPS)
  await consumeBatch(batch, async (body) => {
    const { organization, references } = DeliveryJob.parse(body)
    const addresses = references.flatMap((reference) => parseReference(reference) ?? [])
    const [first] = addresses
    if (!first) throw new Error('A delivery job names no delivery')
    await limiter.run(async () => {
      const verdicts = await ledgerOf(env, organization, first).claim(addresses)
      const claims = verdicts.flatMap((verdict) => (verdict.kind === 'refused' ? [] : verdict))
      await makeAttempts(env, services, organization, claims)
    })
  })
}
