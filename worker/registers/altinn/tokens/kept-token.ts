import { withTimeout } from '../../../platform/timeout.ts'
import { CALL_TIMEOUT_MS } from '../call.ts'
import type { AltinnToken, AltinnTokenSource } from './token.ts'

/** A token this near its end is renewed: it must last for the call, and clocks differ. */
const RENEW_BEFORE_MS = 15_000

/** Longer than both calls that may be needed. */
const TIMEOUT_MS = 2 * CALL_TIMEOUT_MS + 500

/** A token that is fetched when it is needed, kept until shortly before its end, and fetched by one caller for all. */
export class KeptToken {
  readonly #fetch: AltinnTokenSource
  readonly #now: () => number
  #token: AltinnToken | undefined
  #pending: { readonly token: Promise<AltinnToken | undefined>; readonly sinceMs: number } | undefined

  constructor(fetch: AltinnTokenSource, now: () => number) {
    this.#fetch = fetch
    this.#now = now
  }

  /** The token; `undefined` where there is none to be had now. */
  async get(): Promise<string | undefined> {
    const nowMs = this.#now()
    if (this.#token && nowMs < this.#token.expiresAtMs - RENEW_BEFORE_MS) return this.#token.value
    // The request that started the fetch may be gone, and the fetch with it: no one waits longer than it may take.
    if (this.#pending === undefined || nowMs - this.#pending.sinceMs >= TIMEOUT_MS)
      this.#pending = { token: this.#renew(), sinceMs: nowMs }
    const renewed = await withTimeout(TIMEOUT_MS, this.#pending.token)
    if (renewed) return renewed.value
    return this.#token && nowMs < this.#token.expiresAtMs ? this.#token.value : undefined
  }

  /** Drops a token that a service did not believe. */
  forget(value: string): void {
    if (this.#token?.value === value) this.#token = undefined
  }

  async #renew(): Promise<AltinnToken | undefined> {
    try {
      const token = await this.#fetch()
      if (token) this.#token = token
      return token
    } finally {
      this.#pending = undefined
    }
  }
}
