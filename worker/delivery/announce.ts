import { inboxOf } from '../durable-objects/objects.ts'
import { log, logError } from '../log/log.ts'
import { INBOX_PROVIDER } from '../providers/inbox/name.ts'
import type { StatusChange } from './change.ts'

/** Tells the log, and the inbox where it holds the message, that deliveries have new statuses. */
export async function announce(env: Env, changes: readonly StatusChange[]): Promise<void> {
  for (const { reference, atMs, ...told } of changes) log('info', 'shipment', told)
  const shown = changes.filter(({ provider, simulated }) => simulated || provider === INBOX_PROVIDER)
  if (shown.length === 0) return
  try {
    await inboxOf(env).observe(shown)
  } catch (error) {
    // The inbox only shows what the ledger knows: that it missed something must not hold up a shipment.
    logError('inbox-unreachable', error)
  }
}
