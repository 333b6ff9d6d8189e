import { type Process, runIn } from './process.ts'

type Event = {
  atMs: number
  readonly order: number
  /** Set where it happens by the clock on the wall, which may be put forward or back. */
  readonly clockMs: number | undefined
  readonly owner: Process | undefined
  readonly run: () => void
  isCancelled: boolean
}

export type Planned = Pick<Event, 'isCancelled'>

const isBefore = (one: Event, other: Event) =>
  one.atMs < other.atMs || (one.atMs === other.atMs && one.order < other.order)

/**
 * Time that passes only when nothing is left to do now. Milliseconds since its start count evenly; the clock that
 * processes read may jump.
 */
export class Timeline {
  #nowMs = 0
  #clockAtStartMs: number
  #latestClockMs = 0
  #order = 0
  #heap: Event[] = []

  constructor(clockMs: number) {
    this.#clockAtStartMs = clockMs
  }

  /** Milliseconds since the start. */
  get nowMs(): number {
    return this.#nowMs
  }

  /** What the clock on the wall shows: milliseconds since 1970. */
  get clockMs(): number {
    return Math.floor(this.#clockAtStartMs + this.#nowMs)
  }

  /** The latest that the clock has shown: what is due by it stays due where it is put back, however often. */
  get latestClockMs(): number {
    return Math.max(this.#latestClockMs, this.clockMs)
  }

  /** Puts the clock forward, or back where the number is negative. */
  moveClock(ms: number): void {
    this.#latestClockMs = this.latestClockMs
    this.#clockAtStartMs += ms
    const events = this.#heap
    this.#heap = []
    for (const event of events) {
      if (event.clockMs !== undefined) event.atMs = this.#atClock(event.clockMs)
      this.#push(event)
    }
  }

  /** Plans work of a process, which is left out if that is gone by then; of the world outside where it is of none. */
  after(ms: number, owner: Process | undefined, run: () => void): Planned {
    return this.#plan(this.#nowMs + Math.max(0, ms), undefined, owner, run)
  }

  /** Plans work of the world outside for when the clock shows a time. */
  atClock(clockMs: number, run: () => void): Planned {
    return this.#plan(this.#atClock(clockMs), clockMs, undefined, run)
  }

  /** Lets time pass up to a moment, or until nothing is planned. */
  async runUntil(untilMs: number): Promise<void> {
    await inTurns(() => {
      const next = this.#takeNext(untilMs)
      if (!next) return false
      this.#nowMs = Math.max(this.#nowMs, next.atMs)
      if (next.owner) runIn(next.owner, next.run)
      else next.run()
      return true
    })
    this.#nowMs = Math.max(this.#nowMs, untilMs)
  }

  /** The next event that happens up to a moment. What is cancelled, or of a lost process, does not. */
  #takeNext(untilMs: number): Event | undefined {
    for (let [next] = this.#heap; next && next.atMs <= untilMs; [next] = this.#heap) {
      this.#pop()
      if (next.isCancelled || next.owner?.isAlive === false) continue
      const stalledUntilMs = next.owner?.stalledUntilMs ?? 0
      if (stalledUntilMs <= next.atMs) return next
      next.atMs = stalledUntilMs
      this.#push(next)
    }
    return undefined
  }

  #atClock(clockMs: number): number {
    return Math.max(this.#nowMs, clockMs - this.#clockAtStartMs)
  }

  #plan(atMs: number, clockMs: number | undefined, owner: Process | undefined, run: () => void): Planned {
    const event = { atMs, order: this.#order++, clockMs, owner, run, isCancelled: false }
    this.#push(event)
    return event
  }

  #push(event: Event): void {
    let index = this.#heap.length
    for (let parent = (index - 1) >> 1; index > 0; parent = (index - 1) >> 1) {
      const above = this.#heap[parent]
      if (!above || !isBefore(event, above)) break
      this.#heap[index] = above
      index = parent
    }
    this.#heap[index] = event
  }

  #pop(): void {
    const last = this.#heap.pop()
    if (!last || this.#heap.length === 0) return
    let index = 0
    for (let child = 1; child < this.#heap.length; child = 2 * index + 1) {
      let least = this.#heap[child]
      const right = this.#heap[child + 1]
      if (least && right && isBefore(right, least)) {
        child++
        least = right
      }
      if (!least || !isBefore(least, last)) break
      this.#heap[index] = least
      index = child
    }
    this.#heap[index] = last
  }
}

const { setImmediate } = globalThis

/** Between two turns that were asked for at once Node runs all promises, but does not look for I/O, which takes longer. */
const TURNS_AT_ONCE = 64

/**
 * Calls `work` until it says that nothing is left to do. Before each call, and before the end, everything that waits for
 * nothing outside has run.
 */
function inTurns(work: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    let isOver = false
    const turn = () => {
      if (isOver) return
      try {
        if (work()) return
        resolve()
      } catch (error) {
        reject(error)
      }
      isOver = true
    }
    const ask = () => {
      if (isOver) return
      for (let asked = 0; asked < TURNS_AT_ONCE; asked++) setImmediate(turn)
      setImmediate(ask)
    }
    ask()
  })
}
