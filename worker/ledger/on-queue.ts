/**
 * What has been put on the queues, and until when each counts as on its way. It is in memory only: after a restart it is
 * put there again, and a worker that gets it twice finds the second time that there is nothing to do.
 */
export class OnQueue {
  readonly #most: number
  readonly #untilMs = new Map<string, number>()

  /** @param most how many may be there at once */
  constructor(most: number) {
    this.#most = most
  }

  /** How many more may be put there. */
  get room(): number {
    return this.#most - this.#untilMs.size
  }

  get size(): number {
    return this.#untilMs.size
  }

  has(key: string): boolean {
    return this.#untilMs.has(key)
  }

  put(key: string, untilMs: number): void {
    this.#untilMs.set(key, untilMs)
  }

  /** A worker has it, or is done with it. */
  take(key: string): void {
    this.#untilMs.delete(key)
  }

  /** Drops what is overdue, as lost; says whether there was any. */
  expire(nowMs: number): boolean {
    const before = this.size
    for (const [key, untilMs] of this.#untilMs) if (untilMs <= nowMs) this.#untilMs.delete(key)
    return this.size < before
  }

  /** When the first of them counts as lost. */
  earliestMs(): number | undefined {
    let earliestMs: number | undefined
    for (const untilMs of this.#untilMs.values()) earliestMs = Math.min(earliestMs ?? untilMs, untilMs)
    return earliestMs
  }
}
