import { PerformanceObserver } from 'node:perf_hooks'
import { setImmediate } from 'node:timers/promises'
import { median, percentile } from '../statistics.ts'
import type { KeyTimes } from './linter.ts'

/** The first keys are typed while the engine still compiles what a key needs. */
const WARM_UP_SHARE = 1 / 6

/** The places of keys are this far apart, so that they are all over the file. */
const STRIDE = 7_919

export const keyTimes = (times: readonly number[]): KeyTimes => ({
  medianMs: median(times),
  p99Ms: percentile(times, 0.99),
})

/** Types keys one after the other, and tells when each began and ended, those aside that warm up. */
export async function typeKeys<Place, Measured>(
  places: readonly Place[],
  count: number,
  type: (place: Place) => Promise<Measured>,
): Promise<readonly Measured[]> {
  const warmUp = Math.ceil(count * WARM_UP_SHARE)
  const measured: Measured[] = []
  for (let key = 0; key < warmUp + count; key++) {
    const place = places[(key * STRIDE) % places.length]
    if (place === undefined) continue
    const one = await type(place)
    if (key >= warmUp) measured.push(one)
  }
  return measured
}

/** A stretch of time. */
export type Stretch = { readonly startMs: number; readonly endMs: number }

/** When this thread stood still for the collector. */
export class Collections {
  readonly #stretches: Stretch[] = []
  readonly #observer = new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      this.#stretches.push({ startMs: startTime, endMs: startTime + duration })
  })

  constructor() {
    this.#observer.observe({ entryTypes: ['gc'] })
  }

  /** How much of a stretch of time went to them. */
  within({ startMs, endMs }: Stretch): number {
    return this.#stretches.reduce(
      (sum, one) => sum + Math.max(0, Math.min(one.endMs, endMs) - Math.max(one.startMs, startMs)),
      0,
    )
  }

  /** Waits until all have been told. */
  async end(): Promise<void> {
    await setImmediate()
    await setImmediate()
    this.#observer.disconnect()
  }
}

/** From when to when something takes. */
export async function timed(work: () => Promise<unknown>): Promise<Stretch> {
  const startMs = performance.now()
  await work()
  return { startMs, endMs: performance.now() }
}
