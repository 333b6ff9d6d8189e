import { claim } from '../domain/attempt.ts'
import type { Timing } from '../domain/delivery.ts'
import type { DeliveryAddress } from '../domain/order-id.ts'
import { ifReadable } from '../platform/if-readable.ts'
import type { ClaimRefused } from './contract.ts'
import type { Granted } from './results.ts'
import type { LedgerTables } from './tables.ts'

/** No claim, and why. */
export const refused = (why: ClaimRefused['why']): Granted => ({ verdict: { kind: 'refused', why }, changes: [] })

/** Grants the claim on a delivery, or tells why there is none now. */
export function grantClaim(tables: LedgerTables, address: DeliveryAddress, nowMs: number, timing: Timing): Granted {
  const stored = ifReadable(() => tables.messages.find(address))
  if (!stored) return refused(ifReadable(() => tables.ended.find(address)) ? 'final' : 'unknown')
  const verdict = claim(stored.delivery, nowMs, timing)
  if (!verdict.granted) return refused(verdict.why)
  const changes = tables.saveMessage(stored, verdict.delivery, nowMs)
  return { verdict: tables.toClaimed(stored, verdict.delivery), changes }
}
