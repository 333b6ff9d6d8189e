import { LONGEST_SLEEP_MS } from './wake-times.ts'

/** The one alarm of a ledger: it rings for the earliest of what it was set for. */
export class LedgerAlarm {
  readonly #storage: DurableObjectStorage
  #atMs: number | undefined

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage
  }

  /** Finds out for when it is set, in an object that starts. */
  async read(): Promise<void> {
    this.#atMs = (await this.#storage.getAlarm()) ?? undefined
  }

  /** It has rung, or what set it was undone: the next call sets it. */
  forget(): void {
    this.#atMs = undefined
  }

  /** Makes sure that it rings at this time, or earlier; infinity is never. */
  ringBy(atMs: number): void {
    if (atMs === Number.POSITIVE_INFINITY || (this.#atMs !== undefined && this.#atMs <= atMs)) return
    this.#atMs = Math.min(atMs, Date.now() + LONGEST_SLEEP_MS)
    void this.#storage.setAlarm(this.#atMs)
  }
}
