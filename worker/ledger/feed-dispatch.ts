import type { GroupCommit } from '../platform/group-commit.ts'
import { log, logError } from '../platform/log.ts'
import { feedOf } from '../platform/objects.ts'
import type { EndedForFeed } from './ended-for-feed.ts'
import type { Ledger } from './ledger.ts'

/** How long an end may wait for others to come along: a busy ledger then calls the feed twenty times a second. */
const COLLECT_MS = 50

/** How many entries one call brings. */
const BATCH = 500

/** How soon entries that could not be brought are tried again, also by the alarm. */
export const FEED_RETRY_MS = 5_000

const NOT_TOLD = 'The feed could not be told of what has ended'

/** Tells the feed of what has ended in a ledger, many at once and one call at a time. */
export class FeedDispatch {
  readonly #env: Env
  readonly #name: string
  readonly #openedLedger: () => Ledger
  readonly #commits: GroupCommit
  #running: Promise<void> | undefined
  #hearing: Promise<number> | undefined
  #timer: number | null = null
  /** The number of the last end that the feed has; not known before the feed has said so. */
  #told: number | undefined

  /**
   * @param name the ledger's
   * @param openedLedger throws where the settings are wrong
   */
  constructor(env: Env, name: string, openedLedger: () => Ledger, commits: GroupCommit) {
    this.#env = env
    this.#name = name
    this.#openedLedger = openedLedger
    this.#commits = commits
  }

  get #ledger(): Ledger {
    return this.#openedLedger()
  }

  /** Whether there may be ends that the feed does not have. */
  get isBehind(): boolean {
    return (this.#ledger.ends?.latest ?? 0) > (this.#told ?? 0)
  }

  /** Brings what there is, a moment from now. The ledger's alarm is the net under it. */
  soon(): void {
    if (!this.isBehind) return
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      void this.flush()
    }, COLLECT_MS)
  }

  /** Brings what there is. Never throws: what could not be brought is tried again. */
  flush(): Promise<void> {
    this.#running ??= this.#bringAll().finally(() => {
      this.#running = undefined
    })
    return this.#running
  }

  /** Brings all that has ended by now; throws where the feed cannot be told of it. */
  async bringEverything(): Promise<void> {
    const { ends } = this.#ledger
    // First: what has ended since a restore gets other numbers by it.
    if (ends && this.#told === undefined && !(await this.#hasHeard(ends))) throw new Error(NOT_TOLD)
    const upTo = ends?.latest ?? 0
    const isTold = (): boolean => (this.#told ?? 0) >= upTo
    // A call that is under way was made before, and may fail.
    for (let calls = 0; calls < 2 && !isTold(); calls++) await this.flush()
    if (!isTold()) throw new Error(NOT_TOLD)
  }

  async #bringAll(): Promise<void> {
    try {
      const { ends } = this.#ledger
      if (ends) while (this.isBehind) await this.#bring(ends)
    } catch (error) {
      logError('feed-unreachable', error, { object: this.#name })
    }
  }

  /** Whether the feed has said what it has heard. */
  async #hasHeard(ends: EndedForFeed): Promise<boolean> {
    try {
      await this.#firstHeard(ends)
      return true
    } catch (error) {
      logError('feed-unreachable', error, { object: this.#name })
      return false
    }
  }

  /** What the feed has heard when this ledger starts; asked for once, by whoever needs it first. */
  #firstHeard(ends: EndedForFeed): Promise<number> {
    this.#hearing ??= this.#hear(ends).finally(() => {
      this.#hearing = undefined
    })
    return this.#hearing
  }

  /** A ledger that was restored counts on behind what the feed has heard: it would tell nothing else. */
  async #hear(ends: EndedForFeed): Promise<number> {
    const heard = await feedOf(this.#env, ends.organization).heardUpTo(ends.source)
    if (ends.isFromBefore(heard)) {
      log('warn', 'ledger-restored', { organization: ends.organization, slice: ends.source, heard })
      await this.#commits.run(() => ends.goOnAfter(heard))
    }
    return heard
  }

  async #bring(ends: EndedForFeed): Promise<void> {
    const feed = feedOf(this.#env, ends.organization)
    this.#told ??= await this.#firstHeard(ends)
    const batch = ends.after(this.#told, BATCH)
    if (!batch) {
      this.#told = ends.latest
      return
    }
    const { unreadable, ...told } = batch
    this.#told = await feed.append(told)
    if (unreadable.length > 0) await this.#commits.run(() => ends.noteUnreadable(unreadable, Date.now()))
  }
}
