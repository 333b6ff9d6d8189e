import { log, logError } from '../log/log.ts'
import { INBOX_NAME, INBOX_PROVIDER } from '../providers/inbox/name.ts'
import type { StatusChange } from './change.ts'

/** Tells the log, and the inbox where it holds the message, that shipments have new statuses. */
export async function announce(env: Env, changes: readonly StatusChange[]): Promise<void> {
  for (const { from, to, shipmentId, organization, channel, attempts, provider, traceId } of changes)
    log('info', 'shipment', { shipmentId, organization, channel, from, to, attempts, provider, traceId })
  const simulated = changes.filter(({ provider }) => provider === INBOX_PROVIDER)
  if (simulated.length === 0) return
  try {
    await env.INBOX.getByName(INBOX_NAME).observe(simulated)
  } catch (error) {
    // The inbox only shows what the ledger knows: that it missed something must not hold up a shipment.
    logError('inbox-unreachable', error)
  }
}
