import { type Delivery, finish, moveTo, type Stage, type Timing } from './delivery.ts'
import type { FinalStatus } from './status.ts'

/** What a provider told of a message that it was asked to send, where that leaves open whether it has it. */
type UnclearAnswer = {
  readonly provider: string
  /** Whether it may have taken the message; otherwise it certainly did not. */
  readonly mayHaveIt: boolean
  readonly honoursReferences: boolean
}

/** What is known of where a message may be, after an answer that left it open. */
export function afterUnclear(delivery: Delivery, { provider, mayHaveIt, honoursReferences }: UnclearAnswer): Delivery {
  const { pinnedProvider, doubts, lostClaims } = delivery
  const wasPinned = provider === pinnedProvider
  // Asked until it says: handed over twice, the message goes out once.
  if (honoursReferences) {
    const staysPinned = mayHaveIt || wasPinned || lostClaims > 0
    return { ...delivery, previousProvider: provider, pinnedProvider: staysPinned ? provider : undefined }
  }
  const lost = Array.from({ length: lostClaims }, () => provider)
  return {
    ...delivery,
    previousProvider: provider,
    pinnedProvider: mayHaveIt && !wasPinned ? provider : undefined,
    doubts: [...doubts, ...lost, ...(mayHaveIt ? [provider] : [])],
    lostClaims: 0,
  }
}

/**
 * A provider has it, and its receipt decides.
 *
 * @param deliveredAfterMs where the provider tells of failures only: how long it may take to tell of one
 */
export function take(
  delivery: Delivery,
  holder: string | undefined,
  nowMs: number,
  timing: Timing,
  deliveredAfterMs?: number,
): Delivery {
  const stage: Stage =
    deliveredAfterMs === undefined
      ? { phase: 'taken', wakeAtMs: Math.max(delivery.expiresAtMs + timing.graceMs, nowMs), holder }
      : { phase: 'taken', wakeAtMs: nowMs + deliveredAfterMs, holder, silenceMeans: 'delivered' }
  return moveTo({ ...delivery, previousProvider: holder }, stage, nowMs)
}

/** The delivery once a provider has said whether it has the message; `undefined` where that was not in doubt. */
function withoutDoubt(delivery: Delivery, provider: string): Delivery | undefined {
  const { doubts, lostClaims, pinnedProvider } = delivery
  const unpinned = pinnedProvider === provider ? undefined : pinnedProvider
  const index = doubts.indexOf(provider)
  if (index >= 0) return { ...delivery, doubts: doubts.toSpliced(index, 1), pinnedProvider: unpinned }
  if (pinnedProvider === provider) return { ...delivery, pinnedProvider: undefined }
  return lostClaims > 0 ? { ...delivery, lostClaims: lostClaims - 1 } : undefined
}

/**
 * A provider says that the message did not arrive. Only the one that has it decides that: where another took it, the
 * message is not over; where several may have it, the last of them decides, and is waited for: a further try would be a
 * third copy; where an attempt is in flight, its report will tell whether this was the one.
 */
export function failDelivery(
  delivery: Delivery,
  provider: string,
  status: FinalStatus,
  nowMs: number,
  timing: Timing,
): Delivery {
  const { stage } = delivery
  if (stage.phase === 'final') return delivery
  const ended = () => finish({ ...delivery, previousProvider: provider }, status, nowMs)
  if (stage.phase === 'taken') return stage.holder === undefined || stage.holder === provider ? ended() : delivery
  if (stage.phase === 'claimed') return { ...delivery, stage: { ...stage, earlyFailure: { provider, status } } }
  const known = withoutDoubt(delivery, provider)
  if (!known) return delivery
  const isOpen = known.pinnedProvider !== undefined || known.doubts.length > 0 || known.lostClaims > 0
  if (!isOpen) return ended()
  return moveTo(known, { phase: 'unresolved', wakeAtMs: delivery.expiresAtMs + timing.graceMs }, nowMs)
}
