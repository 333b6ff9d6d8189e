import * as z from 'zod'
import type { Content } from '../domain/message.ts'
import type { Claimed } from '../durable-objects/ledger/exchange.ts'
import { continueTrace } from '../log/trace.ts'
import type { Providers } from '../providers/registry.ts'
import { deliver } from './deliver.ts'

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

/**
 * The provider that may have the message already. Where an attempt was never reported, whom it asked is not known: most
 * likely the one that is preferred, and if that one honours references it is asked again before anybody else.
 */
function holderOf({ channel, stayWith, isUnreported }: Claimed, providers: Providers): string | undefined {
  const [preferred] = providers[channel]
  return stayWith ?? (isUnreported && preferred?.honoursReferences ? preferred.name : undefined)
}

/** Makes the attempt that a claim from a ledger allows. */
export function makeAttempt(env: Env, providers: Providers, organization: string, claimed: Claimed): Promise<void> {
  const { address, attempt, destination, simulated, expiresAtMs, askedLast, traceId } = claimed
  const content = StoredContent.parse(JSON.parse(claimed.content))
  const trace = { ...continueTrace(null), traceId }
  return deliver(env, providers, {
    ...{ organization, address, attempt, simulated, expiresAtMs, askedLast, content, trace },
    to: destination,
    stayWith: holderOf(claimed, providers),
  })
}
