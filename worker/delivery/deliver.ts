import { htmlToPlainText } from '@straks/shared/text'
import type { Content } from '../domain/message.ts'
import { ledgerName, type ShipmentAddress, toUuid } from '../domain/order-id.ts'
import type { Outcome } from '../domain/shipment.ts'
import { PROVIDER_TIMEOUT_MS } from '../domain/timing.ts'
import { log } from '../log/log.ts'
import { type Trace, toTraceparent } from '../log/trace.ts'
import type { Outgoing, Provider } from '../providers/provider.ts'
import type { Providers } from '../providers/registry.ts'

/** One attempt that its ledger has granted. */
export type Attempt = {
  readonly organization: string
  readonly address: ShipmentAddress
  readonly attempt: number
  readonly to: string
  readonly content: Content
  readonly expiresAtMs: number
  readonly trace: Trace
}

/** The ledger that keeps a shipment. */
export const ledgerOf = (env: Env, organization: string, { orderKey }: ShipmentAddress) =>
  env.ORDER_LEDGER.getByName(ledgerName(organization, orderKey))

/** Asks a provider, for as long as the house waits. The answer that comes too late reaches nobody. */
async function ask(provider: Provider, message: Outgoing): Promise<Outcome> {
  let timer: number | null = null
  const timeout = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'unavailable' }), PROVIDER_TIMEOUT_MS)
  })
  try {
    return await Promise.race([provider.send(message), timeout])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Makes one attempt and reports what came of it. The only caller of providers.
 *
 * If the report is lost, the claim's lease runs out and the ledger tries again with the same reference.
 */
export async function deliver(env: Env, providers: Providers, attempt: Attempt): Promise<void> {
  const { organization, address, content, to, expiresAtMs, trace } = attempt
  const [provider] = providers[content.channel]
  if (!provider) throw new Error(`No provider for ${content.channel}`)
  const shipmentId = toUuid(address)
  const startedAtMs = Date.now()
  const outcome: Outcome =
    startedAtMs >= expiresAtMs
      ? { kind: 'unavailable' }
      : await ask(provider, {
          shipmentId,
          organization,
          to,
          content,
          text:
            content.channel === 'email' && content.contentType === 'Html' ? htmlToPlainText(content.body) : undefined,
          expiresAtMs,
          traceparent: toTraceparent(trace),
        })
  // What was taken or refused has a new status, which the ledger logs. What failed has none: this is all that tells of it.
  if (outcome.kind === 'unavailable')
    log('warn', 'attempt', {
      shipmentId,
      organization,
      attempt: attempt.attempt,
      provider: provider.name,
      outcome: outcome.kind,
      durationMs: Date.now() - startedAtMs,
      traceId: trace.traceId,
    })
  await ledgerOf(env, organization, address).report(address, attempt.attempt, provider.name, outcome)
}
