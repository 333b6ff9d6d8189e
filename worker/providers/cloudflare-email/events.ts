import * as z from 'zod'
import { codeOf } from '../../domain/outcome.ts'
import { bounceOf } from '../mail/enhanced-codes.ts'
import type { ProviderReport } from '../receipts/receipt-references.ts'

/** What one event of Email Sending reports of one mail. */
type EmailEvent = ProviderReport & {
  /** What the binding called the mail when it took it. */
  readonly reference: string
}

const PREFIX = 'cf.email.sending.message.'

/** The longest name of a mail. */
export const MESSAGE_ID_MAX_LENGTH = 200

const text = z.string().max(1_000)

/** Of all that an event says, what matters. Addresses and subjects stay where they are. */
const Event = z.object({
  type: text,
  payload: z.object({
    messageId: z.string().min(1).max(MESSAGE_ID_MAX_LENGTH),
    terminal: z.boolean().optional(),
    delivery: z.object({ smtpEnhancedStatusCode: text.nullish() }).optional(),
    bounce: z.object({ type: text.nullish() }).optional(),
    rejection: z.object({ reason: text.nullish() }).optional(),
  }),
  metadata: z.object({ eventTimestamp: text.nullish() }).optional(),
})

type Payload = z.output<typeof Event>['payload']

/** A mail that came back for good, or that is given up after many tries. */
function bounced({ terminal, bounce, delivery }: Payload): ProviderReport {
  if (terminal === false) return { receipt: { kind: 'accepted' } }
  const code = delivery?.smtpEnhancedStatusCode ?? ''
  const { status, kind } = bounceOf(code)
  if (bounce?.type?.toLowerCase() !== 'hard') return { receipt: { kind: 'failed', status }, bounce: 'soft' }
  if (code === '') return { receipt: { kind: 'failed', status: 'Email_Failed_Bounced' }, bounce: 'hard' }
  return { receipt: { kind: 'failed', status }, bounce: kind }
}

/** A mail that was never sent, because of whom it goes to or of what it says. */
function rejected({ rejection }: Payload): ProviderReport {
  const reason = rejection?.reason?.toLowerCase() ?? ''
  if (reason.includes('suppress'))
    return { receipt: { kind: 'failed', status: 'Email_Failed_SuppressedRecipient' }, bounce: 'hard' }
  return { receipt: { kind: 'failed', status: reason.includes('spam') ? 'Email_Failed_FilteredSpam' : 'Email_Failed' } }
}

/** When something happened, by the service's clock, but never later than now. */
function timeOf(written: string | null | undefined, nowMs: number): number {
  const atMs = Date.parse(written ?? '')
  return Number.isNaN(atMs) ? nowMs : Math.min(atMs, nowMs)
}

/**
 * Reads an event of Email Sending; `undefined` where it is none that says what becomes of a mail. Events come in any order
 * and more than once. Cloudflare Email Service, "Event subscriptions".
 */
export function readEvent(body: unknown, nowMs: number): EmailEvent | undefined {
  const parsed = Event.safeParse(body)
  if (!parsed.success) return undefined
  const { type, payload, metadata } = parsed.data
  const delivered = { kind: 'delivered', atMs: timeOf(metadata?.eventTimestamp, nowMs) } as const
  const kind = type.startsWith(PREFIX) ? type.slice(PREFIX.length) : ''
  const word = { ...codeOf(kind), ...codeOf(payload.delivery?.smtpEnhancedStatusCode) }
  const named = ({ receipt, ...report }: ProviderReport): EmailEvent => ({
    reference: payload.messageId,
    receipt: { ...receipt, ...word },
    ...report,
  })
  switch (kind) {
    case 'delivered':
      return named({ receipt: delivered })
    case 'deferred':
      return named({ receipt: { kind: 'accepted' } })
    case 'bounced':
      return named(bounced(payload))
    case 'failed':
      return named({ receipt: { kind: 'failed', status: 'Email_Failed' } })
    case 'rejected':
      return named(rejected(payload))
    // It arrived, or there would be no complaint.
    case 'complained':
      return named({ receipt: delivered, bounce: 'complaint' })
    default:
      return undefined
  }
}
