import { fail, ok, type Result } from '@straks/shared'
import * as z from 'zod'
import type { Receipt } from '../../domain/outcome.ts'
import { meaningOf } from './statuses.ts'

/** What Event Grid reports of one mail. */
export type DeliveryReport = {
  /** The operation id under which it was handed over. */
  readonly reference: string
  readonly receipt: Receipt
}

/** What one delivery of Event Grid holds: the question whether we want events, or events. */
export type EventGridMessage =
  | { readonly kind: 'handshake'; readonly validationCode: string }
  | { readonly kind: 'reports'; readonly reports: readonly DeliveryReport[]; readonly unreadable: number }

const HANDSHAKE = 'Microsoft.EventGrid.SubscriptionValidationEvent'
const DELIVERY_REPORT = 'Microsoft.Communication.EmailDeliveryReportReceived'

const Events = z.array(z.object({ eventType: z.string(), data: z.unknown() })).min(1)

const Handshake = z.object({ validationCode: z.string().min(1) })

/** Of all that a report says, what matters. Addresses stay where they are. */
const Report = z.object({
  messageId: z.uuid().toLowerCase(),
  status: z.string().nullish(),
  deliveryAttemptTimeStamp: z.string().nullish(),
})

/** When a mail was delivered, by the service's clock. One that cannot be read happened at the latest when it was told. */
function deliveryTime(written: string | null | undefined, nowMs: number): number {
  const atMs = Date.parse(written ?? '')
  return Number.isNaN(atMs) ? nowMs : Math.min(atMs, nowMs)
}

function toReceipt({ status, deliveryAttemptTimeStamp }: z.output<typeof Report>, nowMs: number): Receipt {
  const meaning = meaningOf(status)
  if (meaning === 'accepted') return { kind: 'accepted' }
  if (meaning !== 'Email_Delivered') return { kind: 'failed', status: meaning }
  return { kind: 'delivered', atMs: deliveryTime(deliveryAttemptTimeStamp, nowMs) }
}

/**
 * Reads what Event Grid brings (its own schema, not CloudEvents). Events of other kinds are passed over: a subscription
 * may be wider than it need be. A report that cannot be read is counted, and does not take its neighbours with it.
 */
export function readEvents(body: unknown, nowMs: number): Result<EventGridMessage, 'malformed'> {
  const events = Events.safeParse(body)
  if (!events.success) return fail('malformed')
  const handshake = events.data.find(({ eventType }) => eventType === HANDSHAKE)
  if (handshake) {
    const asked = Handshake.safeParse(handshake.data)
    return asked.success ? ok({ kind: 'handshake', ...asked.data }) : fail('malformed')
  }
  const parsed = events.data
    .filter(({ eventType }) => eventType === DELIVERY_REPORT)
    .map(({ data }) => Report.safeParse(data))
  const reports = parsed
    .filter(({ success }) => success)
    .flatMap(({ data }) => (data ? [{ reference: data.messageId, receipt: toReceipt(data, nowMs) }] : []))
  return ok({ kind: 'reports', reports, unreadable: parsed.length - reports.length })
}
