import { upToLastMoment } from '@straks/shared'
import type { KeywordValues } from '@straks/shared/text'
import type { DefaultSenders } from '../domain/contents.ts'
import type { Order, OrderedRecipient, ShipmentPlan, Texts } from '../domain/order.ts'
import { deriveOrderKey, MAIN_SHIPMENT_NUMBER, ORDER_NUMBER, toUuid } from '../domain/order-id.ts'
import type { NotificationPhase } from './lifecycle.ts'
import { channelFor, type NotificationPlan, type PhasePlan, type PlannedTexts, textsFor } from './notification-plan.ts'
import type { NotifiedParty } from './notified-party.ts'

/** How long after what a notification goes out. */
export type Delays = { readonly notificationDelayMs: number; readonly reminderDelayMs: number }

/** When the notifications of a message that is published at a moment fall due. docs/altinn/correspondence.md §4.2. */
export const dueTimes = (publishedAtMs: number, { notificationDelayMs, reminderDelayMs }: Delays) => {
  const main = upToLastMoment(publishedAtMs + notificationDelayMs)
  return { main, reminder: upToLastMoment(main + reminderDelayMs) } as const satisfies Record<NotificationPhase, number>
}

/** The ids of the orders of a correspondence, known before there are any. */
export type OrderIds = { readonly orderId: string; readonly shipmentIds: Readonly<Record<NotificationPhase, string>> }

const idempotencyIdOf = (correspondenceId: string, { key }: NotifiedParty): string => `${correspondenceId}/${key}`

/** Derives the ids of the order that tells a party of a message. */
export async function orderIdsOf(
  organization: string,
  correspondenceId: string,
  party: NotifiedParty,
): Promise<OrderIds> {
  const orderKey = await deriveOrderKey('correspondence', organization, idempotencyIdOf(correspondenceId, party))
  const idOf = (number: number) => toUuid({ orderKey, number })
  return {
    orderId: idOf(ORDER_NUMBER),
    shipmentIds: { main: idOf(MAIN_SHIPMENT_NUMBER), reminder: idOf(MAIN_SHIPMENT_NUMBER + 1) },
  }
}

/** Everything beside the plan that goes into its orders. */
type Publication = {
  readonly correspondenceId: string
  readonly sendersReference: string
  readonly publishedAtMs: number
  readonly delays: Delays
  readonly senders: DefaultSenders
  readonly keywords: KeywordValues
}

/** What an order says is from the default senders; a correspondence names no others. */
const fromSenders = ({ email, sms }: PlannedTexts, senders: DefaultSenders): Texts => ({
  ...(email && { email: { channel: 'email', from: senders.email, ...email } }),
  ...(sms && { sms: { channel: 'sms', from: senders.sms, ...sms } }),
})

/** A user whose only address is of a medium without a text cannot be reached. */
const reachable = (recipient: OrderedRecipient, texts: PlannedTexts): OrderedRecipient =>
  recipient.kind === 'email' && !texts.email ? { kind: 'username', urn: recipient.emailAddress } : recipient

/** The organisation whose own addresses a custom address may be among. docs/altinn/correspondence.md §4.12. */
function mainOrganization({ recipient: { kind } }: NotifiedParty, { parties }: NotificationPlan) {
  if (kind !== 'email' && kind !== 'sms') return undefined
  const main = parties.find(({ isMain }) => isMain)?.recipient
  return main?.kind === 'organization' ? main : undefined
}

/** The order that tells one party of a message, with its reminder. docs/altinn/correspondence.md §4.11. */
export function orderFor(party: NotifiedParty, plan: NotificationPlan, publication: Publication): Order {
  const { correspondenceId, publishedAtMs, delays, senders } = publication
  const { messageTitle, ...keywords } = publication.keywords
  const secretKeywords = messageTitle === undefined ? undefined : { messageTitle }
  const sendersReference = `corr-${publication.sendersReference}`
  const due = dueTimes(publishedAtMs, delays)
  const main = mainOrganization(party, plan)
  const shipment = (phase: NotificationPhase, phasePlan: PhasePlan): ShipmentPlan => {
    const channel = channelFor(party.recipient, phasePlan)
    const texts = textsFor(channel, phasePlan.texts ?? {})
    return {
      type: phase === 'main' ? 'Notification' : 'Reminder',
      sendersReference,
      dueMs: due[phase],
      recipient: reachable(party.recipient, texts),
      channel,
      smsPolicy: 'Daytime',
      condition: { kind: 'correspondence', correspondenceId, phase },
      ...(main && { unlessTold: { recipient: main, channel: phasePlan.channel } }),
      texts: { ...fromSenders(texts, senders), ...(secretKeywords && { keywords: secretKeywords }) },
      keywords,
    }
  }
  return {
    idempotencyId: idempotencyIdOf(correspondenceId, party),
    sendersReference,
    shipments: [shipment('main', plan.main), ...(plan.reminder ? [shipment('reminder', plan.reminder)] : [])],
  }
}
