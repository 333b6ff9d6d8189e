/** How long a fetch may be under way before it is taken for lost: its request may have been cut off. */
const LOST_MS = 12_000

/** How often a request looks whether the fetch of another has brought something. */
const LOOK_MS = 20

type Times = {
  /** How long what was fetched is used. */
  readonly keptMs: number
  /** How long after a fetch, successful or not, no other begins. */
  readonly pauseMs: number
}

/**
 * Fetches a value once for all requests that need it at the same time, and keeps it for a while.
 *
 * A request of this platform cannot wait for a promise of another, so the others look at intervals whether there is
 * something. A failure counts for all as long as the pause lasts: a service that is away is not asked by every request.
 */
export class SharedFetch<Value> {
  readonly #fetch: () => Promise<Value>
  readonly #times: Times
  #value: { readonly value: Value; readonly atMs: number } | undefined
  #failure: { readonly error: unknown; readonly atMs: number } | undefined
  #startedAtMs: number | undefined

  constructor(fetch: () => Promise<Value>, times: Times) {
    this.#fetch = fetch
    this.#times = times
  }

  /** The value, fetched where there is none or an old one. */
  async get(): Promise<Value> {
    const known = this.#value
    if (known && Date.now() < known.atMs + this.#times.keptMs) return known.value
    return this.#shared()
  }

  /** The value anew, unless it has just been fetched. */
  async refresh(): Promise<Value> {
    const known = this.#value
    if (known && Date.now() < known.atMs + this.#times.pauseMs) return known.value
    return this.#shared()
  }

  async #shared(): Promise<Value> {
    const beganMs = Date.now()
    while (this.#startedAtMs !== undefined && Date.now() < this.#startedAtMs + LOST_MS) {
      await scheduler.wait(LOOK_MS)
      if (this.#value && this.#value.atMs >= beganMs) return this.#value.value
    }
    const failed = this.#failure
    if (failed && Date.now() < failed.atMs + this.#times.pauseMs) throw failed.error
    return this.#run()
  }

  async #run(): Promise<Value> {
    const startedAtMs = Date.now()
    this.#startedAtMs = startedAtMs
    try {
      const value = await this.#fetch()
      this.#value = { value, atMs: Date.now() }
      this.#failure = undefined
      return value
    } catch (error) {
      this.#failure = { error, atMs: Date.now() }
      throw error
    } finally {
      if (this.#startedAtMs === startedAtMs) this.#startedAtMs = undefined
    }
  }
}
