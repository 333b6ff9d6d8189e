import { htmlToPlainText } from '@straks/shared/text'
import { toReference, toUuid } from '../domain/order-id.ts'
import type { Outcome } from '../domain/outcome.ts'
import { PROVIDER_TIMEOUT_MS } from '../domain/timing.ts'
import { ledgerOf } from '../durable-objects/objects.ts'
import { log } from '../log/log.ts'
import { toTraceparent } from '../log/trace.ts'
import type { Outgoing, Provider } from '../providers/provider.ts'
import type { Providers } from '../providers/registry.ts'
import type { Attempt } from './attempt.ts'
import { isIll, questions } from './questions.ts'

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
  for (const { provider, put } of questions(env, providers, attempt)) {
    const patienceMs = () => startedAtMs + PROVIDER_TIMEOUT_MS - Date.now()
    if (Date.now() >= expiresAtMs || (last && patienceMs() < LEAST_PATIENCE_MS)) break
    let askedAtMs = Date.now()
    const outcome = await put(() => {
      askedAtMs = Date.now()
      return ask(provider, message, patienceMs())
    })
    if (!outcome) continue
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
  const held = last ? stayWith(last.provider, outcome, attempt.stayWith) : attempt.stayWith
  await ledgerOf(env, organization, address).report(address, last?.provider.name, {
    attempt: attempt.attempt,
    outcome,
    stayWith: held,
    isOneOfFew: held !== undefined && providers[content.channel].length > 1,
  })
}
