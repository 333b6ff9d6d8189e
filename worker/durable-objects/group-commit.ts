/** Work that has run inside the transaction, and only tells its caller once that is on disk. */
type Settle = () => void

/**
 * Commits the work of many callers together, so that they wait for one flush of the disk instead of one each.
 *
 * A lone caller waits for nobody: its work runs at once. Work that arrives while another commit is on its way to the
 * disk is gathered, and runs as one transaction when that is done.
 */
export class GroupCommit {
  readonly #storage: DurableObjectStorage
  #waiting: (() => Settle)[] = []
  #committing = false

  constructor(storage: DurableObjectStorage) {
    this.#storage = storage
  }

  /** Runs synchronous work in the next transaction. Resolves when it is stored for good; rejects, undone, if it threw. */
  run<Value>(work: () => Value): Promise<Value> {
    return new Promise((resolve, reject) => {
      this.#waiting.push(() => {
        try {
          const value = this.#storage.transactionSync(work)
          return () => resolve(value)
        } catch (error) {
          return () => reject(error)
        }
      })
      if (!this.#committing) void this.#commitWaiting()
    })
  }

  async #commitWaiting(): Promise<void> {
    this.#committing = true
    while (this.#waiting.length > 0) {
      const batch = this.#waiting
      this.#waiting = []
      const settles = this.#storage.transactionSync(() => batch.map((work) => work()))
      await this.#storage.sync()
      for (const settle of settles) settle()
    }
    this.#committing = false
  }
}
