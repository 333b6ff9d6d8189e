/** One time stands for itself: most recipients are written to once, and a list for each would be most of the memory. */
type Times = number | number[]

const listOf = (times: Times): number[] => (typeof times === 'number' ? [times] : times)

/** When each recipient was last written to, by the keyed hash of its address. The recipient heard of last comes last. */
export class RecipientLog {
  readonly #timesMs = new Map<string, Times>()

  add(recipient: string, atMs: number): void {
    const before = this.#timesMs.get(recipient)
    if (before === undefined) {
      this.#timesMs.set(recipient, atMs)
      return
    }
    const times = listOf(before)
    times.push(atMs)
    this.#timesMs.delete(recipient)
    this.#timesMs.set(recipient, times)
  }

  /** Takes back the latest message. */
  takeBack(recipient: string): void {
    const times = this.#timesMs.get(recipient)
    if (typeof times === 'object') times.pop()
    if (typeof times === 'number' || times?.length === 0) this.#timesMs.delete(recipient)
  }

  all(): Iterable<string> {
    return this.#timesMs.keys()
  }

  forget(recipient: string): boolean {
    return this.#timesMs.delete(recipient)
  }

  /** The times of the messages since a moment, the oldest first. */
  since(recipient: string, sinceMs: number): readonly number[] {
    const times = this.#timesMs.get(recipient)
    if (times === undefined) return []
    if (typeof times === 'number') return times > sinceMs ? [times] : []
    const first = times.findIndex((ms) => ms > sinceMs)
    times.splice(0, first === -1 ? times.length : first)
    return times
  }

  /** Forgets the recipients that were last written to before a moment. */
  sweep(beforeMs: number): void {
    for (const [recipient, times] of this.#timesMs) {
      if ((listOf(times).at(-1) ?? 0) > beforeMs) return
      this.#timesMs.delete(recipient)
    }
  }
}
