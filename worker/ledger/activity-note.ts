import { isWordDue, sliceOf } from '../domain/activity.ts'
import { logError } from '../platform/log.ts'
import { deskOf } from '../platform/objects.ts'
import type { Ledger } from './ledger.ts'

/** How soon after a change the desk hears of it, where a word is due. */
const TOLD_WITHIN_MS = 5_000

/** How soon a desk that is away is told again: all ledgers tell it. */
const RETRY_MS = 60_000

/**
 * Tells the desk that a ledger is in use, once in a while: so that operators' questions go only to those that can know.
 * The ledger's alarm tells it, which is set with every change: a process that is lost in between forgets nothing.
 */
export class ActivityNote {
  readonly #env: Env
  readonly #openedLedger: () => Ledger
  #toldMs: number | undefined
  #notBeforeMs = 0

  /** @param openedLedger throws where the settings are wrong */
  constructor(env: Env, openedLedger: () => Ledger) {
    this.#env = env
    this.#openedLedger = openedLedger
  }

  /** By when the alarm has to ring for this; `undefined` where the desk was told lately, or there is nothing to tell. */
  dueMs(nowMs: number): number | undefined {
    if (!isWordDue(this.#toldMs, nowMs) || this.#openedLedger().organization === '') return undefined
    return Math.max(nowMs + TOLD_WITHIN_MS, this.#notBeforeMs)
  }

  /** Tells the desk where that is due. Never throws, and stays due until the desk has answered. */
  async tell(nowMs: number): Promise<void> {
    if (!isWordDue(this.#toldMs, nowMs) || nowMs < this.#notBeforeMs) return
    const { organization, ends } = this.#openedLedger()
    const slice = ends?.source ?? ''
    this.#notBeforeMs = nowMs + RETRY_MS
    try {
      // Where all has been erased, there is nothing to be asked for.
      if (slice !== '') await deskOf(this.#env).noteActivity(organization, sliceOf(slice))
      this.#toldMs = nowMs
    } catch (error) {
      logError('desk-unreachable', error, { organization })
    }
  }
}
