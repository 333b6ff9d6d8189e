import type { StatusChange } from '../../delivery/change.ts'
import { claim, type Timing } from '../../domain/delivery.ts'
import type { DeliveryAddress } from '../../domain/order-id.ts'
import type { Book } from './book.ts'
import type { Claimed, ClaimRefused } from './exchange.ts'

/** Grants the claim on a delivery, or tells why nobody may have it now. A new status is added to the changes. */
export function claimDelivery(
  book: Book,
  address: DeliveryAddress,
  nowMs: number,
  timing: Timing,
  changes: StatusChange[],
): Claimed | ClaimRefused {
  const stored = book.isOpen ? book.deliveries.find(address) : undefined
  if (stored?.content === undefined) return { kind: 'refused', why: stored ? 'final' : 'unknown' }
  const verdict = claim(stored, nowMs, timing)
  if (!verdict.granted) return { kind: 'refused', why: verdict.why }
  changes.push(...book.saveDelivery(stored, verdict.delivery, stored.provider, nowMs))
  const { channel, destination, simulated, content, expiresAtMs, stayWith, traceId } = stored
  return {
    ...{ address, channel, destination, simulated, content, expiresAtMs, stayWith, traceId },
    attempt: verdict.delivery.attempts,
    askedLast: stored.provider,
    isUnreported: stored.phase === 'claimed',
  }
}
