import { measureSms } from '@straks/shared/text'
import type { Channel, DeliveryStatus } from '../../domain/status.ts'
import type { InboxRequest } from './inbox-request.ts'

/** A status that a message has had, and since when (ISO 8601). */
type TimelineEntry = { readonly status: DeliveryStatus; readonly at: string }

/** A message as `GET /dev/inbox/messages` and the inbox's page show it. docs/development.md. */
export type InboxMessage = {
  readonly id: string
  readonly channel: Channel
  readonly to: string
  readonly from: string
  readonly subject?: string
  readonly body: string
  readonly contentType?: 'Plain' | 'Html'
  /** What an HTML mail says without its markup. */
  readonly text?: string
  readonly shipmentId: string
  readonly receivedAt: string
  readonly status: DeliveryStatus
  /** Whether the message was kept from the real provider by `SMS_ALLOW_LIST`. */
  readonly simulated: boolean
  readonly timeline: readonly TimelineEntry[]
  /** What an SMS costs. */
  readonly size?: { readonly encoding: string; readonly units: number; readonly parts: number }
}

/** What the inbox tells its page, as it happens. */
export type InboxEvent =
  | { readonly kind: 'message'; readonly message: InboxMessage }
  | { readonly kind: 'request'; readonly request: InboxRequest }
  | { readonly kind: 'emptied' }
  /** What was emptied is there again. */
  | { readonly kind: 'restored' }

/** What an SMS costs, as a message shows it. */
export function smsSizeOf(body: string): Pick<InboxMessage, 'size'> {
  const { encoding, units, parts } = measureSms(body)
  return { size: { encoding, units, parts } }
}
