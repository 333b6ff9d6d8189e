/**
 * Keys that were met a short while ago, in two generations. When the younger is full, or has lasted as long as a key is kept,
 * it becomes the older, and the one before it is dropped whole: to look for the oldest key of one map would cost more with
 * each that has been dropped before.
 */
export class RecentKeys {
  readonly #keptMs: number
  readonly #most: number
  #young = new Map<string, number>()
  #old = new Map<string, number>()
  #youngSinceMs = Number.NEGATIVE_INFINITY

  /** @param most how many of the latest are remembered at least; twice as many are at the most */
  constructor(keptMs: number, most: number) {
    this.#keptMs = keptMs
    this.#most = most
  }

  has(key: string, nowMs: number): boolean {
    const atMs = this.#young.get(key) ?? this.#old.get(key)
    return atMs !== undefined && nowMs < atMs + this.#keptMs
  }

  add(key: string, nowMs: number): void {
    if (this.#young.size >= this.#most || nowMs >= this.#youngSinceMs + this.#keptMs) {
      this.#old = this.#young
      this.#young = new Map()
      this.#youngSinceMs = nowMs
    }
    this.#young.set(key, nowMs)
  }

  delete(key: string): void {
    this.#young.delete(key)
    this.#old.delete(key)
  }
}
