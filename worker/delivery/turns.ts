/**
 * Lets a few pieces of work run at a time, the others in their turn.
 *
 * The platform opens six connections for one invocation. Whoever had to wait for one of them would use up the time that is
 * given for an answer before the question has left.
 */
export class Turns {
  readonly #waiting: (() => void)[] = []
  #free: number

  constructor(atOnce: number) {
    this.#free = atOnce
  }

  async take<Value>(work: () => Promise<Value>): Promise<Value> {
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
}
