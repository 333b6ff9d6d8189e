/** Work that has run inside the transaction, and tells its caller once the others have run too. */
type Settle = () => void

type Waiting = {
  readonly run: () => Settle
  readonly fail: (error: unknown) => void
  /** Whether each of its statements stands by itself, so that it needs no transaction. */
  readonly isSimple: boolean
}

/** How many commits in a row find a caller alone before it is no longer made to wait for others. */
const LONE_COMMITS = 8

/** How often a lone caller waits all the same, to find out whether others have come: one commit in so many. */
const WAIT_AGAIN_EVERY = 8

/**
 * Commits the work of many callers together, so that they share one transaction.
 *
 * While callers come together, a commit first lets the storage settle, which takes no timer, and takes all work that has
 * come in by then. It does not wait for the disk: the platform holds back what an object says to others until all that it
 * wrote before is stored for good.
 */
export class GroupCommit {
  readonly #storage: DurableObjectStorage
  readonly #onUndone: () => void
  #waiting: Waiting[] = []
  #committing = false
  #loneCommits = LONE_COMMITS

  /** @param onUndone called when a transaction was undone, so that what is in memory can be read anew */
  constructor(storage: DurableObjectStorage, onUndone: () => void = () => undefined) {
    this.#storage = storage
    this.#onUndone = onUndone
  }

  /** Runs synchronous work in the next transaction. Rejects, undone, if it threw. */
  run<Value>(work: () => Value): Promise<Value> {
    return this.#enqueue(work, { isSimple: false })
  }

  /** Runs work of which each statement stands by itself: without a transaction, and at once where the caller is alone. */
  runSimple<Value>(work: () => Value): Value | Promise<Value> {
    if (this.#committing || this.#mayHaveCompany()) return this.#enqueue(work, { isSimple: true })
    this.#loneCommits++
    return work()
  }

  /** Resolves when all work that came before is in the tables for a reader to see. */
  async settled(): Promise<void> {
    if (this.#waiting.length > 0) await this.run(() => undefined)
  }

  #enqueue<Value>(work: () => Value, { isSimple }: Pick<Waiting, 'isSimple'>): Promise<Value> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({
        run: () => {
          const value = work()
          return () => resolve(value)
        },
        fail: reject,
        isSimple,
      })
      if (!this.#committing) void this.#commitWaiting()
    })
  }

  #mayHaveCompany(): boolean {
    return this.#loneCommits < LONE_COMMITS || this.#loneCommits % WAIT_AGAIN_EVERY === 0
  }

  async #commitWaiting(): Promise<void> {
    this.#committing = true
    while (this.#waiting.length > 0) {
      if (this.#mayHaveCompany()) await this.#storage.sync()
      const batch = this.#waiting
      this.#waiting = []
      this.#loneCommits = batch.length > 1 ? 0 : this.#loneCommits + 1
      const settled = batch.every(({ isSimple }) => isSimple)
        ? this.#apart(batch, (run) => run())
        : (this.#together(batch) ?? this.#apart(batch, (run) => this.#storage.transactionSync(run)))
      for (const settle of settled) settle()
    }
    this.#committing = false
  }

  /** All in one transaction; nothing of it where one of them threw. */
  #together(batch: readonly Waiting[]): readonly Settle[] | undefined {
    try {
      return this.#storage.transactionSync(() => batch.map(({ run }) => run()))
    } catch (error) {
      this.#undo(error)
      return undefined
    }
  }

  /** Each by itself, so that one that throws undoes no other. */
  #apart(batch: readonly Waiting[], inTransaction: (run: () => Settle) => Settle): readonly Settle[] {
    return batch.map(({ run, fail }) => {
      try {
        return inTransaction(run)
      } catch (error) {
        const failure = this.#undo(error)
        return () => fail(failure)
      }
    })
  }

  /** What a caller is told. Reading anew may fail as well: callers that never heard would wait for ever. */
  #undo(error: unknown): unknown {
    try {
      this.#onUndone()
      return error
    } catch (unreadable) {
      return unreadable
    }
  }
}
