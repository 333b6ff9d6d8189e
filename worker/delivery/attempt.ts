import type { Content } from '../domain/message.ts'
import type { DeliveryAddress } from '../domain/order-id.ts'
import type { Trace } from '../platform/trace.ts'

/** One attempt that its ledger has granted. */
export type Attempt = {
  readonly organization: string
  readonly address: DeliveryAddress
  readonly attempt: number
  readonly to: string
  readonly content: Content
  readonly simulated: boolean
  readonly expiresAtMs: number
  /** The provider that may already have the message, and is asked before any other. */
  readonly pinnedProvider: string | undefined
  /** The provider that was asked last, where an earlier attempt came to nothing. */
  readonly previousProvider: string | undefined
  /** How long it may last at the longest, by the platform's limit for what it runs in. */
  readonly longestMs: number
  readonly trace: Trace
}

/** The platform lets work go on for 30 seconds after an answer; the rest is for the report. */
export const LONGEST_AFTER_ANSWER_MS = 27_000

/**
 * A consumer of a queue may run for 15 minutes. Ten of them are what a mail server may take to answer for a whole message
 * (RFC 5321 4.5.3.2.6), and the rest is for the conversation before it and the report.
 */
export const LONGEST_IN_CONSUMER_MS = 610_000
