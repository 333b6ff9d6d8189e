import { keyOf, type MinuteTally, summed } from '../feed/statistics.ts'
import { newTally } from '../feed/tally.ts'
import type { UnderWay } from '../ledger/operation/gauges.ts'

/** What happened in one minute to messages of one kind, once. */
const merged = (minutes: readonly MinuteTally[]): readonly MinuteTally[] =>
  [...Map.groupBy(minutes, ({ minuteMs, key }) => `${minuteMs} ${key}`).values()].flatMap(([first, ...others]) =>
    first && others.length > 0
      ? { ...first, tally: summed([first, ...others].map(({ tally }) => tally)) }
      : (first ?? []),
  )

/**
 * What is under way is accepted too, and sent where a provider has it, though no feed knows of it yet; a code that is not
 * delivered after ten seconds has missed them, however it ends.
 */
export function withUnderWay(
  minutes: readonly MinuteTally[],
  underWay: readonly UnderWay[],
  fromMs: number,
): readonly MinuteTally[] {
  const fresh = underWay
    .filter(({ minuteMs }) => minuteMs >= fromMs)
    .map(({ minuteMs, channel, provider, count, sent, lateCodes }) => ({
      minuteMs,
      key: keyOf({ channel, provider }),
      tally: { ...newTally(), accepted: count, sent, codes: lateCodes },
    }))
  return merged([...minutes, ...fresh]).toSorted((one, other) => one.minuteMs - other.minuteMs)
}
