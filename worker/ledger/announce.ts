import { INBOX_PROVIDER } from '../domain/inbox-provider.ts'
import { hasFailed } from '../domain/status.ts'
import { log, logError } from '../platform/log.ts'
import { inboxOf, suppressionsOf } from '../platform/objects.ts'
import type { StatusChange } from './status-change.ts'

/** Reports new statuses of deliveries to the log, and to the inbox if it has the message. */
export async function announce(env: Env, changes: readonly StatusChange[]): Promise<void> {
  for (const { reference, atMs, bouncedFrom: _, ...told } of changes)
    log(hasFailed(told.to) ? 'warn' : 'info', 'shipment', told)
  await suppress(env, changes)
  const shown = changes.filter(({ provider, simulated }) => simulated || provider === INBOX_PROVIDER)
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
      logError('suppressions-away', error, { organization })
    }
  }
}
