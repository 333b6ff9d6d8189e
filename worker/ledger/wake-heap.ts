/**
 * A heap of keys by the time at which each needs a look, the earliest first. When a key gets another time, its old entry
 * stays in the heap and is skipped when it comes up.
 */
export class WakeHeap {
  readonly #heap: { readonly atMs: number; readonly key: string }[] = []
  readonly #timesMs = new Map<string, number>()

  /** The earliest time of all. */
  get earliestMs(): number | undefined {
    this.#dropOutdated()
    return this.#heap[0]?.atMs
  }

  /** Gives a key its time, in place of the one that it had. */
  set(key: string, atMs: number): void {
    if (this.#timesMs.get(key) === atMs) return
    this.#timesMs.set(key, atMs)
    this.#push({ atMs, key })
  }

  delete(key: string): void {
    this.#timesMs.delete(key)
  }

  /** Takes out the key with the earliest time, if that has come. */
  takeDue(nowMs: number): string | undefined {
    this.#dropOutdated()
    const [first] = this.#heap
    if (!first || first.atMs > nowMs) return undefined
    this.#pop()
    this.#timesMs.delete(first.key)
    return first.key
  }

  #dropOutdated(): void {
    for (let [first] = this.#heap; first && this.#timesMs.get(first.key) !== first.atMs; [first] = this.#heap)
      this.#pop()
  }

  #timeAt(index: number): number {
    return this.#heap[index]?.atMs ?? Number.POSITIVE_INFINITY
  }

  #push(entry: { readonly atMs: number; readonly key: string }): void {
    let index = this.#heap.length
    for (let parent = (index - 1) >> 1; index > 0 && this.#timeAt(parent) > entry.atMs; parent = (index - 1) >> 1) {
      this.#copy(parent, index)
      index = parent
    }
    this.#heap[index] = entry
  }

  #pop(): void {
    const last = this.#heap.pop()
    if (!last || this.#heap.length === 0) return
    const size = this.#heap.length
    let index = 0
    for (let child = 1; child < size; child = 2 * index + 1) {
      if (this.#timeAt(child + 1) < this.#timeAt(child)) child++
      if (this.#timeAt(child) >= last.atMs) break
      this.#copy(child, index)
      index = child
    }
    this.#heap[index] = last
  }

  #copy(from: number, to: number): void {
    const entry = this.#heap[from]
    if (entry) this.#heap[to] = entry
  }
}
