/**
 * Runs at most `atOnce` pieces of work at a time, the others in the order in which they came.
 *
 * The platform opens six connections for one invocation. A call that waits for one of them inside `fetch` would spend its
 * own timeout there, so calls wait here instead.
 */
export class Limiter {
  readonly #waiting: (() => void)[] = []
  #free: number

  constructor(atOnce: number) {
    this.#free = atOnce
  }

  async run<Value>(work: () => Promise<Value>): Promise<Value> {
    if (this.#free === 0) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    else this.#free--
    try {
      return await work()
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#free++
    }
  }

  /** Does something with each item, and gives what that made in the items' order. */
  map<Item, Made>(items: readonly Item[], make: (item: Item) => Promise<Made>): Promise<readonly Made[]> {
    return Promise.all(items.map((item) => this.run(() => make(item))))
  }
}
