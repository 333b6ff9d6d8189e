import { INBOX_PROVIDER } from '../domain/inbox-provider.ts'
import { hasFailed } from '../domain/status.ts'
import { type LogFields, log, logError } from '../platform/log.ts'
import { inboxOf, suppressionsOf } from '../platform/objects.ts'
import type { StatusChange } from './status-change.ts'

/** Whether the inbox has the message. */
const isShown = ({ provider, simulated }: StatusChange): boolean => simulated || provider === INBOX_PROVIDER

/** Who logs what a provider's report has changed: the ledger, or the request that brings the report, in its own line. */
export type Teller = 'ledger' | 'request'

/**
 * Writes a line in the log for each new status, or gives what the request is to say of the one that its report has led to. A
 * failure has a line of its own in any case: it is a warning.
 */
export function logChanges(changes: readonly StatusChange[], teller: Teller = 'ledger'): LogFields | undefined {
  let toldThere: LogFields | undefined
  for (const { reference, atMs, bouncedFrom: _, ...told } of changes) {
    const isFailure = hasFailed(told.to)
    // A request's line has a trace already: that of the report.
    const { traceId: shipmentTraceId, ...members } = told
    if (teller === 'request' && !isFailure) toldThere = { ...members, shipmentTraceId }
    else log(isFailure ? 'warn' : 'info', 'shipment', told)
  }
  return toldThere
}

/**
 * Reports new statuses of deliveries to the inbox and the suppressions where they concern them: `undefined` where they concern
 * neither, so that nothing is waited for.
 */
export function announceChanges(env: Env, changes: readonly StatusChange[]): Promise<void> | undefined {
  const concernsOthers = changes.some((change) => change.bouncedFrom !== undefined || isShown(change))
  return concernsOthers ? tellOthers(env, changes) : undefined
}

async function tellOthers(env: Env, changes: readonly StatusChange[]): Promise<void> {
  await suppress(env, changes)
  const shown = changes.filter(isShown)
  if (shown.length === 0) return
  try {
    await inboxOf(env).observe(shown)
  } catch (error) {
    // The inbox only shows what the ledger knows: an update it misses must not delay a shipment.
    logError('inbox-unreachable', error)
  }
}

/** An address that mail came back from is not mailed again by its organisation. */
async function suppress(env: Env, changes: readonly StatusChange[]): Promise<void> {
  for (const { organization, bouncedFrom } of changes) {
    if (bouncedFrom === undefined) continue
    try {
      await suppressionsOf(env, organization).add(organization, bouncedFrom, 'hard-bounce')
    } catch (error) {
      // Mailed once more, it bounces once more, and is suppressed then.
      logError('suppressions-unreachable', error, { organization })
    }
  }
}
