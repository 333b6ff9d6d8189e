import { logError } from '../../log/log.ts'
import type { GroupCommit } from '../group-commit.ts'
import { feedOf } from '../objects.ts'
import type { Book } from './book.ts'

/** How long an entry may wait for others to come along: a busy ledger then calls the feed twenty times a second. */
const COLLECT_MS = 50

/** How many entries one call brings. */
const BATCH = 500

/** How soon entries that could not be brought are tried again, also by the alarm. */
export const FEED_RETRY_MS = 5_000

/** Brings a ledger's entries to the feed, many at once and one call at a time. */
export class FeedDispatch {
  readonly #env: Env
  readonly #book: Book
  readonly #commits: GroupCommit
  #running: Promise<void> | undefined
  #timer: number | null = null

  constructor(env: Env, book: Book, commits: GroupCommit) {
    this.#env = env
    this.#book = book
    this.#commits = commits
  }

  /** Brings what there is, a moment from now. The ledger's alarm is the net under it. */
  soon(): void {
    if (!this.#book.outbox.hasEntries) return
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      void this.flush()
    }, COLLECT_MS)
  }

  /** Brings what there is. Never throws: what could not be brought stays where it is. */
  flush(): Promise<void> {
    this.#running ??= this.#bringAll().finally(() => {
      this.#running = undefined
    })
    return this.#running
  }

  async #bringAll(): Promise<void> {
    try {
      while (this.#book.isOpen && this.#book.outbox.hasEntries) {
        const batch = this.#book.outbox.oldest(BATCH)
        const entries = batch.map(({ shipmentId, atMs, entry }) => ({ shipmentId, atMs, entry }))
        if (entries.length > 0) await feedOf(this.#env, this.#book.orders.organization()).append(entries)
        await this.#commits.run(() => this.#book.outbox.erase(batch.map(({ address }) => address)))
      }
    } catch (error) {
      logError('feed-unreachable', error)
    }
  }
}
