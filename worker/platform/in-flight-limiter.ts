/** A call that is in flight. */
export type InFlightPlace = symbol

/**
 * Bounds how many calls go to a service between two successes of it, because it may hang.
 *
 * Further ones wait a little: each success lets as many through again, so a burst loses no more than the time of the first
 * answer, and a service that never answers gets no more than the first few.
 */
export class InFlightLimiter {
  readonly #limit: number
  readonly #waitMs: number
  readonly #forgetMs: number
  /** When each began, of those since the last success. */
  readonly #begunAtMs = new Map<InFlightPlace, number>()
  readonly #waiting = new Set<(place: InFlightPlace | undefined) => void>()

  /**
   * @param limits.limit how many may be in flight since the last success
   * @param limits.waitMs how long the next one waits for a success
   * @param limits.forgetMs by when a call has been answered or its worker has ended, so that it counts no more
   */
  constructor({ limit, waitMs, forgetMs }: { limit: number; waitMs: number; forgetMs: number }) {
    this.#limit = limit
    this.#waitMs = waitMs
    this.#forgetMs = forgetMs
  }

  /** A place for a call that is made whatever is known. */
  acquireAnyway(): InFlightPlace {
    const place = Symbol('place')
    this.#begunAtMs.set(place, Date.now())
    return place
  }

  /**
   * A place for a call, at once or after the next success; `undefined` if that does not come in time.
   *
   * @param failures how many calls failed since the last success: they count as well
   */
  async acquire(failures: number): Promise<InFlightPlace | undefined> {
    if (this.#room(failures) > 0) return this.acquireAnyway()
    return new Promise((resolve) => {
      const settle = (place: InFlightPlace | undefined) => {
        clearTimeout(timer)
        this.#waiting.delete(settle)
        resolve(place)
      }
      const timer = setTimeout(() => settle(undefined), this.#waitMs)
      this.#waiting.add(settle)
    })
  }

  /** A call has been answered, well or not. */
  release(place: InFlightPlace): void {
    this.#begunAtMs.delete(place)
  }

  /** A call succeeded: what is in flight went to a service that works. */
  releaseAll(): void {
    this.#begunAtMs.clear()
    for (const settle of [...this.#waiting].slice(0, this.#room(0))) settle(this.acquireAnyway())
  }

  /** Waiting is pointless: the service is down. */
  rejectWaiting(): void {
    for (const settle of [...this.#waiting]) settle(undefined)
  }

  #room(failures: number): number {
    const forgottenMs = Date.now() - this.#forgetMs
    for (const [place, begunAtMs] of this.#begunAtMs) if (begunAtMs < forgottenMs) this.#begunAtMs.delete(place)
    return this.#limit - failures - this.#begunAtMs.size
  }
}
