/** Work that has run inside the transaction, and only tells its caller once that is on disk. */
type Settle = () => void

/** How many commits in a row find a caller alone before it is no longer made to wait for company. */
const PATIENCE = 3

/** How often a lone caller waits all the same, to find out whether company has come: one commit in so many. */
const LOOK_ROUND_EVERY = 8

/**
 * Commits the work of many callers together, so that they share one flush of the disk and one transaction.
 *
 * Where callers have had company of late, a commit first lets the event loop turn once (about a millisecond) and takes
 * all that has come in by then. A lone caller is committed at once.
 */
export class GroupCommit {
  readonly #storage: DurableObjectStorage
  /** Callers that wait for the next commit, not counting work that may wait. */
  #callers = 0
  #loneCommits = PATIENCE
  #waiting: (() => Settle)[] = []
  #committing = false
  #timer: number | null = null

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage
  }

  /** Runs synchronous work in the next transaction. Resolves when it is stored for good; rejects, undone, if it threw. */
  run<Value>(work: () => Value): Promise<Value> {
    const outcome = this.#enqueue(work)
    this.#callers++
    this.#start()
    return outcome
  }

  /**
   * Runs work that nobody waits for: with the next transaction there is, and after a while in one of its own.
   *
   * Order is kept: whatever is run later sees what this has written.
   */
  runSoon<Value>(work: () => Value, withinMs: number): Promise<Value> {
    const outcome = this.#enqueue(work)
    if (!this.#committing) this.#timer ??= setTimeout(() => this.#start(), withinMs)
    return outcome
  }

  /** Resolves when all work that came before is in the tables for a reader to see. */
  async settled(): Promise<void> {
    if (this.#waiting.length > 0) await this.run(() => undefined)
  }

  #enqueue<Value>(work: () => Value): Promise<Value> {
    return new Promise((resolve, reject) => {
      this.#waiting.push(() => {
        try {
          const value = this.#storage.transactionSync(work)
          return () => resolve(value)
        } catch (error) {
          return () => reject(error)
        }
      })
    })
  }

  #mayHaveCompany(): boolean {
    return this.#callers > 1 || this.#loneCommits < PATIENCE || this.#loneCommits % LOOK_ROUND_EVERY === 0
  }

  #start(): void {
    if (!this.#committing) void this.#commitWaiting()
  }

  async #commitWaiting(): Promise<void> {
    this.#committing = true
    while (this.#waiting.length > 0) {
      if (this.#mayHaveCompany()) await new Promise((resolve) => setTimeout(resolve, 0))
      clearTimeout(this.#timer)
      this.#timer = null
      const batch = this.#waiting
      this.#waiting = []
      this.#loneCommits = this.#callers > 1 ? 0 : this.#loneCommits + 1
      this.#callers = 0
      const settles = this.#storage.transactionSync(() => batch.map((work) => work()))
      await this.#storage.sync()
      for (const settle of settles) settle()
    }
    this.#committing = false
  }
}
