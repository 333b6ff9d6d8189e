import { type Delivery, finish, type Stage, type Timing } from './delivery.ts'
import type { Receipt } from './outcome.ts'
import { STATUS_OF } from './status.ts'
import { failDelivery, take } from './whereabouts.ts'

/** Remembers until when the attempt that was under way may last: its report has not come. */
const withAttempt = (before: Stage, { stage, ...delivery }: Delivery): Delivery => ({
  ...delivery,
  stage: before.phase === 'claimed' && stage.phase === 'taken' ? { ...stage, attemptEndsAtMs: before.wakeAtMs } : stage,
})

/** Applies a provider's receipt. One that comes twice, late or out of order changes nothing that is final. */
export function receive(
  delivery: Delivery,
  provider: string,
  receipt: Receipt,
  nowMs: number,
  timing: Timing,
): Delivery {
  const { stage, channel } = delivery
  if (stage.phase === 'final') return delivery
  switch (receipt.kind) {
    case 'accepted':
      return stage.phase === 'taken' ? delivery : withAttempt(stage, take(delivery, provider, nowMs, timing))
    case 'failed':
      return failDelivery(delivery, provider, receipt.status, nowMs, timing)
    case 'delivered':
      return receipt.atMs > delivery.expiresAtMs
        ? failDelivery(delivery, provider, STATUS_OF[channel].timeToLive, nowMs, timing)
        : finish({ ...delivery, previousProvider: provider }, STATUS_OF[channel].delivered, nowMs)
  }
}
