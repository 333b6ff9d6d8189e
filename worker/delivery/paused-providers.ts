import { logError } from '../platform/log.ts'
import { deskOf } from '../platform/objects.ts'
import { withTimeout } from '../platform/timeout.ts'

/** How long the names are used before the desk is asked again: no longer than an operator waits after a command. */
const KNOWN_FOR_MS = 2_000

/** How long a message waits for the desk: it is not held up by what only operators need. */
const ASKED_FOR_MS = 500

const NONE: ReadonlySet<string> = new Set()

/**
 * The providers that operators have paused, as this process knows them. One message in two seconds asks the desk, all
 * others go by its answer. A desk that is away pauses nothing, and ends no pause that is known.
 */
export class PausedProviders {
  #names: ReadonlySet<string> | undefined
  #askedAtMs = 0

  /** The names now. A process that has just started asks first. */
  async latest(env: Env): Promise<ReadonlySet<string>> {
    const nowMs = Date.now()
    if (this.#names && nowMs < this.#askedAtMs + KNOWN_FOR_MS) return this.#names
    this.#askedAtMs = nowMs
    try {
      const names = await withTimeout(ASKED_FOR_MS, deskOf(env).pausedProviders())
      if (names) this.#names = new Set(names.map(({ provider }) => provider))
    } catch (error) {
      logError('desk-unreachable', error)
    }
    this.#names ??= NONE
    return this.#names
  }

  /** Has the next message ask: something has just been paused or resumed here. */
  forget(): void {
    this.#names = undefined
  }
}
