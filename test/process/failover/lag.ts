import { pause } from '../../support/api/eventually.ts'
import type { DevServer } from '../../support/dev-server.ts'

const ASKS_EVERY_MS = 100

/**
 * How far the machine is behind: the longest from when a service should have been asked how it is to its answer, which costs it nothing.
 * What is promised of times is promised of a machine that keeps up.
 */
export class Lag {
  readonly #url: string
  readonly #watching: Promise<void>
  #longestMs = 0
  #isOver = false

  constructor({ url }: Pick<DevServer, 'url'>) {
    this.#url = `${url}/health`
    this.#watching = this.#watch()
  }

  /** Ends the watch; gives the longest, in milliseconds. */
  async stop(): Promise<number> {
    this.#isOver = true
    await this.#watching
    return this.#longestMs
  }

  async #watch(): Promise<void> {
    while (!this.#isOver) {
      const dueAtMs = Date.now() + ASKS_EVERY_MS
      await pause(ASKS_EVERY_MS)
      // One that is not answered took its time too.
      await fetch(this.#url).then(
        (answer) => answer.text(),
        () => undefined,
      )
      this.#longestMs = Math.max(this.#longestMs, Date.now() - dueAtMs)
    }
  }
}
