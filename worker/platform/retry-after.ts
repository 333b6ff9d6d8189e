import { MS_PER_SECOND } from '@straks/shared'
import type { HttpReply } from './http-client.ts'

/** However long a service asks for, it is called again after this: one odd answer must not silence it for days. */
const LONGEST_MS = 3_600_000

/** Whole seconds, or with a fraction, which some send. Of several headers, which come as one, the first. */
const SECONDS = /^\s*(\d+(?:\.\d+)?)\s*(?:$|,)/
const SECONDS_IN_WORDS = /(?<!\d)(\d+) seconds/

/** Every form of a date begins with its weekday. Other text may look like a date to a parser that is lenient. */
const DATE = /^\s*(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/

/** The moment of a date; the oldest of its forms leaves out that it is in GMT. */
const dateMs = (text: string): number =>
  DATE.test(text) ? Date.parse(text.includes('GMT') ? text : `${text} GMT`) : Number.NaN

/**
 * How long a service that has had too much asks to be left alone, in milliseconds; 0 where it does not say.
 * `Retry-After` comes in seconds or as a date (RFC 9110 10.2.3); some say it in words only, such as "after 60 seconds".
 *
 * @param longestMs what it is cut off at: an hour, where nothing else is said
 */
export function retryAfterMs(header: string | null, words: string, nowMs: number, longestMs = LONGEST_MS): number {
  const [, seconds] = SECONDS.exec(header ?? '') ?? SECONDS_IN_WORDS.exec(words) ?? []
  const askedMs = seconds === undefined ? dateMs(header ?? '') - nowMs : Number(seconds) * MS_PER_SECOND
  return Math.min(Math.max(askedMs || 0, 0), longestMs)
}

/** A longer wish is tested so often, by one call: a code lives for minutes, and an answer may ask for more than was meant. */
const TESTED_EVERY_MS = 60_000

/** Answers that may say when to call again: too many requests, and no time for any. RFC 6585 4, RFC 9110 15.6.4. */
const ASKS_FOR_TIME: ReadonlySet<number> = new Set([429, 503])

/**
 * The time until which a service has asked not to be called. Each process learns it by itself: the ledger plans the attempts, and this only
 * keeps those that fall within the time from costing another refusal.
 */
export class RetryAfter {
  #untilMs = 0
  #testAtMs = 0

  /** Notes what an answer asks for; `words` are the reason that it gives, where that says how long. */
  hear({ status, headers }: HttpReply, nowMs: number, words = ''): void {
    if (ASKS_FOR_TIME.has(status)) this.extend(retryAfterMs(headers.get('retry-after'), words, nowMs), nowMs)
  }

  /** Notes such a request. A shorter one does not end a longer one. */
  extend(ms: number, nowMs: number): void {
    this.#untilMs = Math.max(this.#untilMs, nowMs + ms)
    this.#testAtMs = nowMs + TESTED_EVERY_MS
  }

  /** The service has answered well: it may be called again. */
  end(): void {
    this.#untilMs = 0
  }

  /** Whether the service may be called now. Until then one call a minute may find out whether it is back. */
  mayCall(nowMs: number): boolean {
    if (nowMs >= this.#untilMs) return true
    if (nowMs < this.#testAtMs) return false
    this.#testAtMs = nowMs + TESTED_EVERY_MS
    return true
  }
}
