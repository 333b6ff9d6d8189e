import { AsyncLocalStorage } from 'node:async_hooks'

/** A piece of memory that can be lost: a Worker's isolate, or an object while it is loaded. */
export class Process {
  readonly name: string
  /** Until when it does nothing, in the timeline's milliseconds: a pause of its machine. */
  stalledUntilMs = 0
  #isAlive = true
  readonly #mourners = new Set<() => void>()

  constructor(name: string) {
    this.name = name
  }

  get isAlive(): boolean {
    return this.#isAlive
  }

  /** What is under way in it never goes on, and what it would still do has no effect. */
  die(): void {
    if (!this.#isAlive) return
    this.#isAlive = false
    for (const mourn of this.#mourners) mourn()
    this.#mourners.clear()
  }

  /** Calls back if it dies; the result takes that back. */
  whenDead(mourn: () => void): () => void {
    if (!this.#isAlive) mourn()
    else this.#mourners.add(mourn)
    return () => this.#mourners.delete(mourn)
  }
}

/** Which process the code that runs now belongs to. */
const running = new AsyncLocalStorage<Process>()

export const currentProcess = (): Process | undefined => running.getStore()

export const runIn = <Value>(process: Process, work: () => Value): Value => running.run(process, work)

/** What a process that died meanwhile is told by its storage: whatever it still does must not count. */
export class ProcessIsGone extends Error {
  override readonly name = 'ProcessIsGone'
}
