import { once } from '@straks/shared'
import * as z from 'zod'
import { MOST_COPIES } from '../domain/delivery.ts'
import type { Content } from '../domain/message.ts'
import type { Claimed, FiledReport } from '../ledger/contract.ts'
import { continueTrace } from '../platform/trace.ts'
import type { Providers } from '../providers/registry.ts'
import { LONGEST_IN_CONSUMER_MS } from './attempt.ts'
import { deliver } from './deliver.ts'
import { inPreference } from './preference.ts'
import type { AttemptServices } from './services.ts'

const StoredContent = once(
  (): z.ZodType<Content> =>
    z.discriminatedUnion('channel', [
      z.object({ channel: z.literal('sms'), from: z.string(), body: z.string() }),
      z.object({
        channel: z.literal('email'),
        from: z.string(),
        subject: z.string(),
        body: z.string(),
        contentType: z.enum(['Plain', 'Html']),
      }),
    ]),
)

/**
 * The provider that may have the message already. Where a claim ran out unreported, whom its holder asked is not known: most
 * likely the one that is preferred, and if that one honours references it is asked again before any other.
 */
function pinnedProviderOf(claimed: Claimed, providers: Providers): string | undefined {
  const { channel, address, pinnedProvider, lostClaims } = claimed
  const [preferred] = inPreference(providers[channel], address)
  return pinnedProvider ?? (lostClaims > 0 && preferred?.honoursReferences ? preferred.name : undefined)
}

/** Whether one more try could be one copy too many. */
const isSpent = ({ simulated, possibleCopies, lostClaims }: Claimed): boolean =>
  !simulated && possibleCopies + lostClaims >= MOST_COPIES

/** Whether a provider would know that it has the message already. */
const wouldKnow = ({ channel }: Claimed, provider: string | undefined, providers: Providers): boolean =>
  providers[channel].some(({ name, honoursReferences }) => name === provider && honoursReferences)

/** What a claim's message says; `undefined` where that cannot be read. */
function readContent({ content }: Claimed): Content | undefined {
  try {
    return StoredContent().parse(JSON.parse(content))
  } catch {
    return undefined
  }
}

/**
 * Makes the attempt that a claim from a ledger allows; `undefined` where its message cannot be read. It runs in a consumer
 * of a queue.
 */
export async function makeAttempt(
  env: Env,
  services: AttemptServices,
  organization: string,
  claimed: Claimed,
): Promise<FiledReport | undefined> {
  const { address, attempt, destination, simulated, expiresAtMs, previousProvider, traceId } = claimed
  const pinnedProvider = pinnedProviderOf(claimed, services.providers)
  if (isSpent(claimed) && !wouldKnow(claimed, pinnedProvider, services.providers)) {
    const told = { attempt, provider: undefined, outcome: { kind: 'withheld' } } as const
    return { address, told: { ...told, honoursReferences: false, hasAlternatives: false } }
  }
  const content = readContent(claimed)
  if (!content) return undefined
  const trace = { ...continueTrace(null), traceId }
  return deliver(env, services, {
    organization,
    address,
    attempt,
    simulated,
    expiresAtMs,
    pinnedProvider,
    previousProvider,
    content,
    trace,
    to: destination,
    longestMs: LONGEST_IN_CONSUMER_MS,
  })
}
