import { bySteps, keyOf, type MinuteTally, type Steps } from '../feed/statistics.ts'
import { newTally } from '../feed/tally.ts'
import type { UnderWay } from '../ledger/operation/gauges.ts'

/**
 * What is under way is accepted too, and sent where a provider has it, though no feed knows of it yet; a code that is not
 * delivered after ten seconds has missed them, however it ends.
 */
export function withUnderWay(
  minutes: readonly MinuteTally[],
  underWay: readonly UnderWay[],
  steps: Steps,
): readonly MinuteTally[] {
  const fresh = underWay
    .filter(({ minuteMs }) => minuteMs >= steps.fromMs)
    .map(({ minuteMs, channel, provider, count, sent, lateCodes }) => ({
      minuteMs,
      key: keyOf({ channel, provider }),
      tally: { ...newTally(), accepted: count, sent, codes: lateCodes },
    }))
  return bySteps([...minutes, ...fresh], steps)
}
