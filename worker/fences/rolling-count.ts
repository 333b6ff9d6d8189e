type Slot = { readonly number: number; messages: number }

/**
 * Counts messages in a window that moves with the time. It counts by slots: one leaves when the last message that may be in
 * it is as old as the window, so the count is never too low.
 */
export class RollingCount {
  readonly #windowMs: number
  readonly #slotMs: number
  readonly #slots: Slot[] = []
  #used = 0

  constructor(windowMs: number, slotMs: number) {
    this.#windowMs = windowMs
    this.#slotMs = slotMs
  }

  /** Counts messages; a negative number takes some back. Gives the number of their slot. */
  add(messages: number, atMs: number): number {
    const number = Math.floor(atMs / this.#slotMs)
    const last = this.#slots.at(-1)
    // A clock that went back counts in the latest slot.
    const slot = last && last.number >= number ? last : { number, messages: 0 }
    if (slot !== last) this.#slots.push(slot)
    const before = slot.messages
    slot.messages = Math.max(0, before + messages)
    this.#used += slot.messages - before
    return slot.number
  }

  /** How many messages are counted in a slot. */
  inSlot(number: number): number {
    return this.#slots.find((slot) => slot.number === number)?.messages ?? 0
  }

  /** How many messages there are in the window. */
  used(nowMs: number): number {
    for (let first = this.#slots[0]; first && this.#leavesAtMs(first) <= nowMs; first = this.#slots[0]) {
      this.#used -= first.messages
      this.#slots.shift()
    }
    return this.#used
  }

  /** When the window will have room again: no more than so many messages in it, if none are added. */
  downToAtMs(messages: number, nowMs: number): number {
    let used = this.used(nowMs)
    let atMs = nowMs
    for (const slot of this.#slots) {
      if (used <= messages) break
      used -= slot.messages
      atMs = this.#leavesAtMs(slot)
    }
    return atMs
  }

  #leavesAtMs({ number }: Slot): number {
    return (number + 1) * this.#slotMs + this.#windowMs
  }
}
