/**
 * Gathers what comes one by one and hands it over in groups: all that there is once a first item has waited so long, and
 * the rest at the end. A slow item does not keep back those that came before it.
 */
export class Gatherer<Item> {
  readonly #handOver: (items: readonly Item[]) => Promise<void>
  readonly #withinMs: number
  readonly #handedOver: Promise<void>[] = []
  #items: Item[] = []
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(handOver: (items: readonly Item[]) => Promise<void>, withinMs: number) {
    this.#handOver = handOver
    this.#withinMs = withinMs
  }

  add(item: Item): void {
    this.#items.push(item)
    this.#timer ??= setTimeout(() => this.#flush(), this.#withinMs)
  }

  /** Hands over the rest. Resolves when all groups have been dealt with; rejects if one could not be. */
  async end(): Promise<void> {
    this.#flush()
    await Promise.all(this.#handedOver)
  }

  #flush(): void {
    clearTimeout(this.#timer)
    this.#timer = null
    const items = this.#items
    this.#items = []
    if (items.length === 0) return
    const done = this.#handOver(items)
    // Its failure is reported at the end; handled here, so that it is not an unhandled rejection until then.
    done.catch(() => undefined)
    this.#handedOver.push(done)
  }
}
