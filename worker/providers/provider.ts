import type { Content } from '../domain/message.ts'
import type { Outcome } from '../domain/outcome.ts'

/** A message on its way out: what a provider needs, and nothing else. */
export type Outgoing = {
  /** The shipment that clients know, for the log and for people. */
  readonly shipmentId: string
  /**
   * Names the message for good: a provider that honours references sends it once however often it is asked. The
   * shipment's id; where a shipment goes to several addresses, a number stands behind it for all but the first.
   */
  readonly reference: string
  readonly organization: string
  readonly to: string
  readonly content: Content
  /** What an HTML mail says without its markup; every HTML mail carries it. */
  readonly text: string | undefined
  /** Milliseconds since 1970; a provider that can is asked to drop the message then. */
  readonly expiresAtMs: number
  /** Whether it was kept from the real provider by `SMS_ALLOW_LIST`. */
  readonly simulated: boolean
  readonly traceparent: string
}

/**
 * A way out to the world. Refusals and outages are outcomes; only a bug throws, and its message is never shown to a
 * client. A call that takes longer than the house's time-out counts as uncertain.
 */
export type Provider = {
  readonly name: string
  /** Whether a message that is handed over twice with one reference goes out once. */
  readonly honoursReferences: boolean
  send(message: Outgoing): Promise<Outcome>
}
