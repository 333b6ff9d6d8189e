/** What a promise brings, or `undefined` if that takes longer. The work itself goes on: others may wait for it too. */
export function withTimeout<Value>(timeoutMs: number, work: Promise<Value>): Promise<Value | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(undefined), timeoutMs)
    work.then(
      (value) => {
        clearTimeout(timer)
        resolve(value)
      },
      (error: unknown) => {
        clearTimeout(timer)
        reject(error)
      },
    )
  })
}

/** A moment for which a timer is running already. */
export type TimedMoment = { readonly atMs: number; readonly passed: Promise<void> }

/** A time by which work must be done. It may be moved on while the work is under way. */
export class Deadline {
  #atMs: number

  /** @param atMs milliseconds since 1970 */
  constructor(atMs: number) {
    this.#atMs = atMs
  }

  get atMs(): number {
    return this.#atMs
  }

  extendTo(atMs: number): void {
    this.#atMs = Math.max(this.#atMs, atMs)
  }

  /**
   * What a promise brings, or `undefined` if the deadline passes first.
   *
   * @param early a moment until which this needs no timer of its own
   */
  async race<Value>(work: Promise<Value>, early?: TimedMoment): Promise<Value | undefined> {
    const settled = work.then((value) => ({ value }))
    if (early && early.atMs < this.#atMs) {
      const first = await Promise.race([settled, early.passed])
      if (first) return first.value
    }
    for (;;) {
      const atMs = this.#atMs
      const first = await withTimeout(atMs - Date.now(), settled)
      if (first) return first.value
      if (this.#atMs <= atMs) return undefined
    }
  }
}
