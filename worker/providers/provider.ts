import type { Content } from '../domain/message.ts'
import type { Outcome } from '../domain/shipment.ts'

/** A message on its way out: what a provider needs, and nothing else. */
export type Outgoing = {
  /** Names the message for good: a provider that honours references sends it once however often it is asked. */
  readonly shipmentId: string
  readonly organization: string
  readonly to: string
  readonly content: Content
  /** What an HTML mail says without its markup; every HTML mail carries it. */
  readonly text: string | undefined
  /** Milliseconds since 1970; a provider that can is asked to drop the message then. */
  readonly expiresAtMs: number
  readonly traceparent: string
}

/**
 * A way out to the world. Refusals and outages are outcomes; only a bug throws, and its message is never shown to a
 * client. A call that takes longer than the house's time-out counts as unavailable.
 */
export type Provider = {
  readonly name: string
  send(message: Outgoing): Promise<Outcome>
}
