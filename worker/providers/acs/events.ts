import { fail, ok, once, type Result } from '@straks/shared'
import * as z from 'zod'
import { codeOf, type Receipt } from '../../domain/outcome.ts'
import type { FinalStatus } from '../../domain/status.ts'
import { meaningOf } from './statuses.ts'

/** What Event Grid reports of one mail. */
type DeliveryReport = {
  /** The operation id under which it was handed over. */
  readonly reference: string
  readonly receipt: Receipt
  /** Set where it came back: `hard` where the address takes no mail. */
  readonly bounce?: 'hard' | 'soft'
}

/** The content of one Event Grid delivery: the validation handshake, or events. */
type EventGridMessage =
  | { readonly kind: 'handshake'; readonly validationCode: string }
  | { readonly kind: 'reports'; readonly reports: readonly DeliveryReport[]; readonly unreadable: number }

const HANDSHAKE = 'Microsoft.EventGrid.SubscriptionValidationEvent'
const DELIVERY_REPORT = 'Microsoft.Communication.EmailDeliveryReportReceived'

/** Names, statuses and times are short. */
const text = () => z.string().max(200)

const Events = once(() => z.array(z.object({ eventType: text(), data: z.unknown() })).min(1))

const Handshake = once(() => z.object({ validationCode: text().min(1) }))

/** As much of a sentence as is looked at: what says why comes first. */
const MESSAGE_READ = 300

/** Of all that a report says, what matters. Addresses stay where they are. */
const Report = once(() =>
  z.object({
    messageId: z.uuid().toLowerCase(),
    status: text().nullish(),
    deliveryAttemptTimeStamp: text().nullish(),
    deliveryStatusDetails: z.object({ statusMessage: z.string().nullish() }).nullish().catch(undefined),
  }),
)

type ReportData = z.output<ReturnType<typeof Report>>

/**
 * When a mail was delivered, by the service's clock. One that cannot be read happened at the latest when it was told.
 */
function deliveryTime(written: string | null | undefined, nowMs: number): number {
  const atMs = Date.parse(written ?? '')
  return Number.isNaN(atMs) ? nowMs : Math.min(atMs, nowMs)
}

function toReceipt({ status, deliveryAttemptTimeStamp }: ReportData, nowMs: number): Receipt {
  const meaning = meaningOf(status)
  const word = codeOf(status)
  if (meaning === 'accepted') return { kind: 'accepted', ...word }
  if (meaning !== 'Email_Delivered') return { kind: 'failed', status: meaning, ...word }
  return { kind: 'delivered', atMs: deliveryTime(deliveryAttemptTimeStamp, nowMs), ...word }
}

/** What shows that an address takes no mail: this one came back, or an earlier one did. */
const HARD: ReadonlySet<FinalStatus> = new Set(['Email_Failed_Bounced', 'Email_Failed_SuppressedRecipient'])

/** How the service says that there is no room, by its own name or by the code of the recipient's server. RFC 3463 3.3. */
const MAILBOX_FULL = /^DestinationMailboxFull\b|(?<![\d.])[45]\.2\.2(?![\d.])/

const isFull = ({ deliveryStatusDetails }: ReportData): boolean =>
  MAILBOX_FULL.test(deliveryStatusDetails?.statusMessage?.slice(0, MESSAGE_READ) ?? '')

function toReport(data: ReportData, nowMs: number): DeliveryReport {
  const receipt = toReceipt(data, nowMs)
  const isBounce = receipt.kind === 'failed' && HARD.has(receipt.status)
  return { reference: data.messageId, receipt, ...(isBounce && { bounce: isFull(data) ? 'soft' : 'hard' }) }
}

/**
 * Reads what Event Grid brings (its own schema, not CloudEvents). Events of other kinds are passed over: a subscription
 * may be wider than it need be. A report that cannot be read is counted, and does not take its neighbours with it.
 */
export function readEvents(body: unknown, nowMs: number): Result<EventGridMessage, 'malformed'> {
  const events = Events().safeParse(body)
  if (!events.success) return fail('malformed')
  const handshake = events.data.find(({ eventType }) => eventType === HANDSHAKE)
  if (handshake) {
    const asked = Handshake().safeParse(handshake.data)
    return asked.success ? ok({ kind: 'handshake', ...asked.data }) : fail('malformed')
  }
  const parsed = events.data
    .filter(({ eventType }) => eventType === DELIVERY_REPORT)
    .map(({ data }) => Report().safeParse(data))
  const reports = parsed.filter(({ success }) => success).flatMap(({ data }) => (data ? [toReport(data, nowMs)] : []))
  return ok({ kind: 'reports', reports, unreadable: parsed.length - reports.length })
}
