import { addressKey } from '../domain/recipient-key.ts'
import { KeyedHash } from '../platform/keyed-hash.ts'
import { logError } from '../platform/log.ts'
import { suppressionsOf } from '../platform/objects.ts'
import { withTimeout } from '../platform/timeout.ts'
import type { Snapshot } from './suppression-list.ts'

/** How long a list is used before it is asked whether it has changed: many mails fall due together. */
const KNOWN_FOR_MS = 1_000

/** How long a mail waits for a list. One that is away holds up none. */
const ASKED_FOR_MS = 3_000

type Known = {
  readonly atMs: number
  readonly version: number
  readonly hash?: KeyedHash
  readonly ends: ReadonlyMap<string, number>
}

const NOTHING: Known = { atMs: 0, version: 0, ends: new Map() }

/**
 * What a list has said. An object that still runs the code of the deployment before tells no ends: what it names is suppressed until
 * it is asked again, as if its version were not known.
 */
const heardOf = ({ version, ids, ends }: Snapshot): Pick<Known, 'version' | 'ends'> =>
  ends ? { version, ends } : { version: 0, ends: new Map(ids.map((id) => [id, Number.POSITIVE_INFINITY])) }

/** What this process knows of the organisations' lists. */
export class SuppressedAddresses {
  readonly #known = new Map<string, Known>()

  /** Those of some addresses that mail of an organisation does not go to. A list that is away suppresses nothing. */
  async among(env: Env, organization: string, addresses: readonly string[]): Promise<ReadonlySet<string>> {
    if (addresses.length === 0) return new Set()
    const { hash, ends } = await this.#latest(env, organization)
    if (!hash || ends.size === 0) return new Set()
    const endsMs = await Promise.all(
      addresses.map(async (one) => ends.get(await hash.of(addressKey('email', one))) ?? 0),
    )
    const nowMs = Date.now()
    return new Set(addresses.filter((_, index) => nowMs < (endsMs[index] ?? 0)))
  }

  /** Asks for an organisation's list if that is due, so that many mails that are prepared side by side ask once. */
  async refresh(env: Env, organization: string): Promise<void> {
    await this.#latest(env, organization)
  }

  async #latest(env: Env, organization: string): Promise<Known> {
    const known = this.#known.get(organization) ?? NOTHING
    const nowMs = Date.now()
    if (nowMs < known.atMs + KNOWN_FOR_MS) return known
    // While one asks, the others go by what is known. Where nothing is, each asks: none may pass for not suppressed.
    if (known !== NOTHING) this.#known.set(organization, { ...known, atMs: nowMs })
    try {
      const asked = suppressionsOf(env, organization).snapshot(known.version)
      const answer = await withTimeout(
        ASKED_FOR_MS,
        asked.then((news) => ({ news })),
      )
      if (!answer) throw new Error('The list takes too long')
      const { news } = answer
      const latest: Known = news
        ? { atMs: nowMs, hash: new KeyedHash(news.hashKey), ...heardOf(news) }
        : { ...known, atMs: nowMs }
      this.#known.set(organization, latest)
      return latest
    } catch (error) {
      logError('suppressions-unreachable', error, { organization })
      return known
    }
  }
}
