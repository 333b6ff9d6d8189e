import {
  type EmailOrderRequest,
  type ListedOrderRequest,
  type NotificationChannel,
  parseEmailAddress,
  parseMoment,
  parseOrganizationNumber,
  parsePhoneNumber,
  type SmsOrderRequest,
} from '@straks/shared'
import { type DefaultSenders, emailContent, smsContent } from './contents.ts'
import { accepted } from './judged.ts'
import type { ListedRecipient, ShipmentPlan, Texts } from './order.ts'

type Base = Omit<EmailOrderRequest, 'subject' | 'body' | 'contentType'>

/** Makes of an accepted request the shipment that it orders. */
export type ToPlan<Request> = (request: Request, defaults: DefaultSenders, nowMs: number) => ShipmentPlan

function toListed(one: Base['recipients'][number]): ListedRecipient {
  const { emailAddress, mobileNumber, nationalIdentityNumber, organizationNumber } = one
  return {
    ...(emailAddress !== undefined && { emailAddress: accepted(parseEmailAddress(emailAddress)) }),
    ...(mobileNumber !== undefined && { mobileNumber: accepted(parsePhoneNumber(mobileNumber)) }),
    ...(nationalIdentityNumber !== undefined && { nationalIdentityNumber }),
    ...(organizationNumber !== undefined && {
      organizationNumber: accepted(parseOrganizationNumber(organizationNumber)).digits,
    }),
  }
}

/** Its SMS wait for the day, as none of these requests can say otherwise. docs/altinn/notifications.md §7.4. */
function toPlan(base: Base, channel: NotificationChannel, texts: Texts, nowMs: number): ShipmentPlan {
  const { sendersReference, requestedSendTime, conditionEndpoint, recipients } = base
  const { ignoreReservation, resourceId, resourceAction } = base
  return {
    type: 'Notification',
    sendersReference,
    dueMs: requestedSendTime === undefined ? nowMs : Math.max(accepted(parseMoment(requestedSendTime)), nowMs),
    recipient: {
      kind: 'list',
      recipients: recipients.map(toListed),
      ignoreReservation,
      resourceId,
      resourceAction,
    },
    channel,
    smsPolicy: 'Daytime',
    condition: conditionEndpoint === undefined ? undefined : { kind: 'endpoint', url: conditionEndpoint },
    texts,
    keywords: {},
  }
}

/** An accepted request of `POST /orders/email`. docs/altinn/notifications.md §2.2. */
export const toEmailPlan: ToPlan<EmailOrderRequest> = (request, defaults, nowMs) =>
  toPlan(request, 'Email', { email: emailContent(request, defaults) }, nowMs)

/** An accepted request of `POST /orders/sms`. docs/altinn/notifications.md §2.2. */
export const toSmsPlan: ToPlan<SmsOrderRequest> = (request, defaults, nowMs) =>
  toPlan(request, 'Sms', { sms: smsContent({ sender: request.senderNumber, body: request.body }, defaults) }, nowMs)

/** An accepted request of `POST /orders`. docs/altinn/notifications.md §2.2. */
export const toListedPlan: ToPlan<ListedOrderRequest> = (request, defaults, nowMs) => {
  const { notificationChannel, emailTemplate: email, smsTemplate: sms } = request
  const texts = {
    email: email && emailContent({ ...email, senderEmailAddress: email.fromAddress }, defaults),
    sms: sms && smsContent({ sender: sms.senderNumber, body: sms.body }, defaults),
  }
  return toPlan(request, notificationChannel, texts, nowMs)
}
