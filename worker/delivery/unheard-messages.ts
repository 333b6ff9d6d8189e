import { PROVIDER_TIMEOUT_MS } from '../domain/timing.ts'

/** By then a message has been answered, or whoever sent it has ended: it is not counted any more. */
const FORGOTTEN_AFTER_MS = 2 * PROVIDER_TIMEOUT_MS

/** A message that has gone to a provider and is unanswered. */
export type Place = symbol

/**
 * Bounds how many messages go to a provider between two good answers of it, because nobody knows yet whether it hangs.
 *
 * Further ones wait a little: each good answer lets as many through again, so a burst loses no more than the time of the
 * first answer, and a provider that never answers gets no more than the first few.
 */
export class UnheardMessages {
  readonly #most: number
  readonly #waitMs: number
  /** When each was sent, of those since the last good answer. */
  readonly #sentAtMs = new Map<Place, number>()
  readonly #waiting = new Set<(place: Place | undefined) => void>()

  /**
   * @param most how many may be unanswered since the last good answer
   * @param waitMs how long the next one waits for such an answer
   */
  constructor(most: number, waitMs: number) {
    this.#most = most
    this.#waitMs = waitMs
  }

  /** A place for a message that goes out whatever is known. */
  take(): Place {
    const place = Symbol('place')
    this.#sentAtMs.set(place, Date.now())
    return place
  }

  /**
   * A place for a message, at once or when there is good news; none if that does not come in time.
   *
   * @param failed how many messages failed since the last good answer: they count as well
   */
  async enter(failed: number): Promise<Place | undefined> {
    if (this.#room(failed) > 0) return this.take()
    return new Promise((resolve) => {
      const leave = (place: Place | undefined) => {
        clearTimeout(timer)
        this.#waiting.delete(leave)
        resolve(place)
      }
      const timer = setTimeout(() => leave(undefined), this.#waitMs)
      this.#waiting.add(leave)
    })
  }

  /** A message has been answered, somehow. */
  leave(place: Place): void {
    this.#sentAtMs.delete(place)
  }

  /** There was a good answer: what is unanswered was sent to a provider that works. */
  hearWell(): void {
    this.#sentAtMs.clear()
    for (const leave of [...this.#waiting].slice(0, this.#room(0))) leave(this.take())
  }

  /** Nobody need wait any longer: the provider has been taken out. */
  sendAway(): void {
    for (const leave of [...this.#waiting]) leave(undefined)
  }

  #room(failed: number): number {
    const forgottenMs = Date.now() - FORGOTTEN_AFTER_MS
    for (const [place, sentAtMs] of this.#sentAtMs) if (sentAtMs < forgottenMs) this.#sentAtMs.delete(place)
    return this.#most - failed - this.#sentAtMs.size
  }
}
