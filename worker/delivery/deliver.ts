import { htmlToPlainText } from '@straks/shared/text'
import type { Content } from '../domain/message.ts'
import { type DeliveryAddress, toReference, toUuid } from '../domain/order-id.ts'
import type { Outcome } from '../domain/outcome.ts'
import { PROVIDER_TIMEOUT_MS } from '../domain/timing.ts'
import { ledgerOf } from '../durable-objects/objects.ts'
import { log } from '../log/log.ts'
import { type Trace, toTraceparent } from '../log/trace.ts'
import { inboxProvider } from '../providers/inbox/inbox-provider.ts'
import type { Outgoing, Provider } from '../providers/provider.ts'
import type { Providers } from '../providers/registry.ts'
import { ProviderDesk } from './provider-desk.ts'

/** One attempt that its ledger has granted. */
export type Attempt = {
  readonly organization: string
  readonly address: DeliveryAddress
  readonly attempt: number
  readonly to: string
  readonly content: Content
  readonly simulated: boolean
  readonly expiresAtMs: number
  /** The provider that may already have the message: nobody else is asked. */
  readonly stayWith: string | undefined
  readonly trace: Trace
}

/** What is left of an attempt's time must be worth a question to another provider. */
const LEAST_PATIENCE_MS = 1_500

/** Asks a provider, for so long. An answer that comes later reaches nobody, so nobody knows what became of the message. */
async function ask(provider: Provider, message: Outgoing, patienceMs: number): Promise<Outcome> {
  let timer: number | null = null
  const timeout = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'uncertain' }), patienceMs)
  })
  try {
    return await Promise.race([provider.send(message), timeout])
  } finally {
    clearTimeout(timer)
  }
}

const isIll = ({ kind }: Outcome): boolean => kind === 'unavailable' || kind === 'uncertain'

/**
 * The providers to ask, in order: those that work, by preference. Where a message may already lie with one, only that
 * one; where none works, the first all the same.
 */
function candidates(env: Env, providers: Providers, attempt: Attempt): readonly Provider[] {
  const { content, simulated, stayWith } = attempt
  if (simulated) return [inboxProvider(env)]
  const all = providers[content.channel]
  const held = all.find(({ name }) => name === stayWith)
  if (held) return [held]
  if (all.length < 2) return all
  const nowMs = Date.now()
  const working = all.filter((provider) => ProviderDesk.of(provider).admits(nowMs))
  return working.length > 0 ? working : all.slice(0, 1)
}

/**
 * Whom to ask first next time. A provider that may have the message and would recognise it is asked until it says; one
 * that would not is asked once more, because it may only have been its answer that was lost.
 */
function stayWith({ name, honoursReferences }: Provider, outcome: Outcome, held: string | undefined) {
  if (!isIll(outcome)) return undefined
  const isHeld = held === name
  if (honoursReferences) return outcome.kind === 'uncertain' || isHeld ? name : undefined
  return outcome.kind === 'uncertain' && !isHeld ? name : undefined
}

/**
 * Makes one attempt and reports what came of it. The only caller of providers.
 *
 * A provider that certainly did not take the message is followed by the next, within the time of the same claim. If the
 * report is lost, the claim's lease runs out and the ledger tries again with the same reference.
 */
export async function deliver(env: Env, providers: Providers, attempt: Attempt): Promise<void> {
  const { organization, address, content, to, expiresAtMs, simulated, trace } = attempt
  const shipmentId = toUuid(address)
  const startedAtMs = Date.now()
  const message: Outgoing = {
    shipmentId,
    reference: toReference(address),
    organization,
    to,
    content,
    text: content.channel === 'email' && content.contentType === 'Html' ? htmlToPlainText(content.body) : undefined,
    expiresAtMs,
    simulated,
    traceparent: toTraceparent(trace),
  }
  let last: { readonly provider: Provider; readonly outcome: Outcome } | undefined
  for (const provider of candidates(env, providers, attempt)) {
    const askedAtMs = Date.now()
    const patienceMs = startedAtMs + PROVIDER_TIMEOUT_MS - askedAtMs
    if (askedAtMs >= expiresAtMs || (last && patienceMs < LEAST_PATIENCE_MS)) break
    const outcome = await ProviderDesk.of(provider).follow(ask(provider, message, patienceMs), (answer) =>
      isIll(answer) ? 'ill' : 'well',
    )
    last = { provider, outcome }
    // What was taken or refused has a new status, which the ledger logs. What failed has none: this is all that tells of it.
    if (isIll(outcome))
      log('warn', 'attempt', {
        shipmentId,
        organization,
        attempt: attempt.attempt,
        provider: provider.name,
        outcome: outcome.kind,
        durationMs: Date.now() - askedAtMs,
        traceId: trace.traceId,
      })
    if (outcome.kind !== 'unavailable') break
  }
  const outcome: Outcome = last?.outcome ?? { kind: 'unavailable' }
  await ledgerOf(env, organization, address).report(address, last?.provider.name, {
    attempt: attempt.attempt,
    outcome,
    stayWith: last ? stayWith(last.provider, outcome, attempt.stayWith) : attempt.stayWith,
  })
}
