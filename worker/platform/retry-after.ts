const MS_PER_SECOND = 1_000

/** However long a service asks for, it is called again after this: one odd answer must not silence it for days. */
const LONGEST_MS = 3_600_000

const SECONDS = /^\s*(\d{1,9})\s*$/
const SECONDS_IN_WORDS = /(\d{1,9}) seconds/

/**
 * How long a service that has had too much asks to be left alone, in milliseconds; 0 where it does not say.
 * `Retry-After` comes in seconds or as a date (RFC 9110 10.2.3); some say it in words only, such as "after 60 seconds".
 */
export function retryAfterMs(header: string | null, words: string, nowMs: number): number {
  const [, seconds] = SECONDS.exec(header ?? '') ?? SECONDS_IN_WORDS.exec(words) ?? []
  const askedMs = seconds === undefined ? Date.parse(header ?? '') - nowMs : Number(seconds) * MS_PER_SECOND
  return Math.min(Math.max(askedMs || 0, 0), LONGEST_MS)
}

/**
 * A service's wish to be left alone. Each isolate learns of it by itself: the ledger plans the attempts, and this only
 * keeps those that fall within the time from costing another refusal.
 */
export class RetryAfter {
  #untilMs = 0

  /** Takes in a wish. A shorter one does not undo a longer one. */
  extend(ms: number, nowMs: number): void {
    this.#untilMs = Math.max(this.#untilMs, nowMs + ms)
  }

  /** Whether the service still wants to be left alone. */
  isPending(nowMs: number): boolean {
    return nowMs < this.#untilMs
  }
}
