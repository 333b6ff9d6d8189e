/** Keys that were met a short while ago. The oldest are forgotten where there are too many. */
export class RecentKeys {
  readonly #keptMs: number
  readonly #most: number
  readonly #metAtMs = new Map<string, number>()

  constructor(keptMs: number, most: number) {
    this.#keptMs = keptMs
    this.#most = most
  }

  has(key: string, nowMs: number): boolean {
    const atMs = this.#metAtMs.get(key)
    return atMs !== undefined && nowMs < atMs + this.#keptMs
  }

  add(key: string, nowMs: number): void {
    this.#metAtMs.delete(key)
    this.#metAtMs.set(key, nowMs)
    for (const [oldest, atMs] of this.#metAtMs) {
      if (this.#metAtMs.size <= this.#most && nowMs < atMs + this.#keptMs) break
      this.#metAtMs.delete(oldest)
    }
  }

  delete(key: string): void {
    this.#metAtMs.delete(key)
  }
}
