import { htmlToPlainText } from '@straks/shared/text'
import { toReference, toUuid } from '../domain/order-id.ts'
import type { Outcome } from '../domain/outcome.ts'
import { smsSenderFor } from '../domain/sms-sender.ts'
import { PROVIDER_TIMEOUT_MS, REPORT_MS } from '../domain/timing.ts'
import { type ProviderCall, saidIn } from '../domain/trail.ts'
import type { FiledReport } from '../ledger/contract.ts'
import { log, logError } from '../platform/log.ts'
import { ledgerOf } from '../platform/objects.ts'
import { Deadline, type TimedMoment } from '../platform/timeout.ts'
import { toTraceparent } from '../platform/trace.ts'
import type { AttemptTime, Outgoing, Provider } from '../providers/provider.ts'
import type { Attempt } from './attempt.ts'
import { candidates, isUnanswered } from './candidates.ts'
import type { AttemptServices } from './services.ts'

/** What is left of an attempt's time must be worth a call to another provider. */
const LEAST_TIMEOUT_MS = 1_500

/** How long a call may take, and when it counts as slow, where that is watched. */
type Pace = { readonly deadline: Deadline; readonly time: AttemptTime; readonly slow: TimedMoment | undefined }

/**
 * Hands a message over. An answer that comes later is not heard, so the message may have been taken; the same where our
 * own code fails on the way.
 */
async function send(provider: Provider, message: Outgoing, { deadline, time, slow }: Pace): Promise<Outcome> {
  try {
    return (await deadline.race(provider.send(message, time), slow)) ?? { kind: 'uncertain' }
  } catch (error) {
    logError('provider-failed', error, { provider: provider.name, shipmentId: message.shipmentId })
    return { kind: 'uncertain' }
  }
}

/** The time that an attempt has: as long as its claim lasts, which its ledger may be asked to prolong. */
function timeOf(env: Env, attempt: Attempt, startedAtMs: number, deadline: Deadline): AttemptTime {
  const { organization, address, longestMs } = attempt
  return {
    extend: async () => {
      try {
        const ledger = ledgerOf(env, organization, address)
        const leaseEndMs = await ledger.extendLease(address, attempt.attempt, startedAtMs + longestMs)
        if (leaseEndMs !== undefined) deadline.extendTo(leaseEndMs - REPORT_MS)
      } catch (error) {
        logError('lease-not-extended', error, { shipmentId: toUuid(address) })
      }
      return deadline.atMs
    },
  }
}

/**
 * Makes one attempt, and tells what is to be reported of it. The only caller of providers.
 *
 * A provider that certainly did not take the message is followed by the next, within the time of the same claim. If the
 * report is lost, the claim's lease runs out and the ledger tries again with the same reference.
 */
export async function deliver(env: Env, services: AttemptServices, attempt: Attempt): Promise<FiledReport> {
  const { organization, address, content, to, expiresAtMs, simulated, trace } = attempt
  const shipmentId = toUuid(address)
  const startedAtMs = Date.now()
  const message: Outgoing = {
    shipmentId,
    reference: toReference(address, shipmentId),
    organization,
    to,
    content:
      content.channel === 'sms'
        ? { ...content, from: smsSenderFor(services.smsSenders ?? [], organization, to, content.from) }
        : content,
    text: content.channel === 'email' && content.contentType === 'Html' ? htmlToPlainText(content.body) : undefined,
    expiresAtMs,
    simulated,
    traceparent: toTraceparent(trace),
  }
  const deadline = new Deadline(startedAtMs + PROVIDER_TIMEOUT_MS)
  const time = timeOf(env, attempt, startedAtMs, deadline)
  const paused = await services.paused?.latest(env)
  const calls: ProviderCall[] = []
  let last: { readonly provider: Provider; readonly outcome: Outcome } | undefined
  for (const { provider, ask } of candidates(env, services, attempt, paused)) {
    if (Date.now() >= expiresAtMs || (last && deadline.atMs - Date.now() < LEAST_TIMEOUT_MS)) break
    let askedAtMs = Date.now()
    const outcome = await ask((slow) => {
      askedAtMs = Date.now()
      // Looked at last: the wait for a place may have been longer than the message is wanted.
      return askedAtMs < expiresAtMs ? send(provider, message, { deadline, time, slow }) : undefined
    })
    if (!outcome) continue
    last = { provider, outcome }
    calls.push({
      provider: provider.name,
      askedAtMs,
      answeredAtMs: Date.now(),
      outcome: outcome.kind,
      ...saidIn(outcome),
    })
    // What was accepted or refused has a new status, which the ledger logs. What failed has none, so it is logged here.
    if (isUnanswered(outcome))
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
  return {
    address,
    told: {
      attempt: attempt.attempt,
      provider: last?.provider.name,
      outcome: last?.outcome ?? { kind: 'unavailable' },
      honoursReferences: last?.provider.honoursReferences ?? false,
      hasAlternatives: !simulated && services.providers[content.channel].length > 1,
      calls,
    },
  }
}
