import { INBOX_PROVIDER } from '../domain/inbox-provider.ts'
import { hasFailed } from '../domain/status.ts'
import { log, logError } from '../platform/log.ts'
import { inboxOf, suppressionsOf } from '../platform/objects.ts'
import type { StatusChange } from './status-change.ts'

/** Whether the inbox has the message. */
const isShown = ({ provider, simulated }: StatusChange): boolean => simulated || provider === INBOX_PROVIDER

/**
 * Reports new statuses of deliveries to the log at once, and to the inbox and the suppressions where they concern them:
 * `undefined` where they concern neither, so that nothing is waited for.
 */
export function announceChanges(env: Env, changes: readonly StatusChange[]): Promise<void> | undefined {
  for (const { reference, atMs, bouncedFrom: _, ...told } of changes)
    log(hasFailed(told.to) ? 'warn' : 'info', 'shipment', told)
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
