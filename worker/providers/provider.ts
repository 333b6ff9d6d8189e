import type * as z from 'zod'
import type { Content } from '../domain/message.ts'
import type { Outcome } from '../domain/outcome.ts'
import type { Channel } from '../domain/status.ts'
import type { Config } from '../platform/config.ts'
import type { ReceiptEndpoint } from './receipts/receipt-endpoint.ts'
import type { BounceListener, ReceiptServices } from './receipts/references.ts'

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

/** The time that an attempt has. */
export type AttemptTime = {
  /**
   * Asks for more: the provider has the whole message and has not answered, and another attempt could be a second copy.
   * Gives the time by which `send` must have answered, in milliseconds since 1970.
   */
  extend(): Promise<number>
}

/**
 * A way out to the world. Refusals and outages are outcomes; only a bug throws, and its message is never shown to a
 * client. A call that takes longer than the attempt's timeout counts as uncertain.
 */
export type Provider = {
  readonly name: string
  /** Whether a message that is handed over twice with one reference goes out once. */
  readonly honoursReferences: boolean
  /** Of a hundred messages, how many it gets before the others; left out where the order of the list decides. */
  readonly share?: number
  send(message: Outgoing, time: AttemptTime): Promise<Outcome>
}

/** A mail that came in for this service. */
export type InboundMail = { readonly to: string; readonly raw: ReadableStream<Uint8Array> }

/** All that the service asks of a provider's folder. */
export type ProviderDeclaration = {
  /** As `SMS_PROVIDERS` and `EMAIL_PROVIDERS` name it. */
  readonly name: string
  readonly channels: readonly Channel[]
  /** Its own settings. They are asked for only where it is selected. */
  readonly settings: z.ZodObject
  /**
   * Makes it from the settings.
   *
   * @throws ConfigurationError
   */
  readonly create: (env: Env, config: Config, bounceListeners: readonly BounceListener[]) => Provider
  /** Where it reports what became of messages that it took. */
  readonly receipts?: ReceiptEndpoint
  /** Takes in a mail that came in: whether it was a report of this provider's mail, another mail to it, or not to it. */
  readonly mail?: (mail: InboundMail, services: ReceiptServices) => Promise<'taken-in' | 'no-report' | 'not-ours'>
  /** The queue on which it reports, if it does so: the end of the queue's name, and what takes in one of its messages. */
  readonly events?: {
    readonly queue: string
    readonly consume: (body: unknown, services: ReceiptServices) => Promise<void>
  }
}
