import {
  idportenEmail,
  MS_PER_DAY,
  type OrderRequest,
  parseEmailAddress,
  parseMoment,
  parseOrganizationNumber,
  parsePhoneNumber,
  upToLastMoment,
} from '@straks/shared'
import { type DefaultSenders, emailContent, smsContent } from './contents.ts'
import { accepted } from './judged.ts'
import type { Order, OrderedRecipient, ShipmentPlan } from './order.ts'

type RecipientRequest = OrderRequest['recipient']
type Addressed = Pick<ShipmentPlan, 'recipient' | 'channel' | 'texts' | 'smsPolicy' | 'emailPolicy'>

/** A user known by an e-mail address is reached there; one known by a name is unknown to every register. */
function toExternal(urn: string): OrderedRecipient {
  const address = idportenEmail(urn)
  return address === undefined ? { kind: 'username', urn } : { kind: 'email', emailAddress: accepted(address) }
}

/** A party that is looked up. */
function toParty(request: RecipientRequest): OrderedRecipient | undefined {
  const { recipientPerson, recipientOrganization, recipientExternalIdentity } = request
  if (recipientPerson) {
    const { nationalIdentityNumber, ignoreReservation = false, useStaleContactInformation = false } = recipientPerson
    return { kind: 'person', nationalIdentityNumber, ignoreReservation, useStaleContactInformation }
  }
  if (recipientOrganization) {
    const { orgNumber, resourceId, resourceAction } = recipientOrganization
    return {
      kind: 'organization',
      organizationNumber: accepted(parseOrganizationNumber(orgNumber)).digits,
      resourceId,
      resourceAction,
    }
  }
  return recipientExternalIdentity && toExternal(recipientExternalIdentity.externalIdentity)
}

/** Who a message goes to and what it says there. An SMS that says nothing of it waits for the day, an e-mail does not. */
function toAddressed(request: RecipientRequest, defaults: DefaultSenders): Addressed {
  const { recipientEmail, recipientSms, recipientPerson, recipientOrganization, recipientExternalIdentity } = request
  if (recipientEmail)
    return {
      recipient: { kind: 'email', emailAddress: accepted(parseEmailAddress(recipientEmail.emailAddress)) },
      channel: 'Email',
      texts: { email: emailContent(recipientEmail.emailSettings, defaults) },
      smsPolicy: 'Daytime',
      emailPolicy: recipientEmail.emailSettings.sendingTimePolicy,
    }
  if (recipientSms)
    return {
      recipient: { kind: 'sms', phoneNumber: accepted(parsePhoneNumber(recipientSms.phoneNumber)) },
      channel: 'Sms',
      texts: { sms: smsContent(recipientSms.smsSettings, defaults) },
      smsPolicy: recipientSms.smsSettings.sendingTimePolicy ?? 'Daytime',
    }
  const party = recipientPerson ?? recipientOrganization ?? recipientExternalIdentity
  const recipient = toParty(request)
  if (!party || !recipient) throw new Error('The judge accepted an order without a recipient')
  const { channelSchema, emailSettings, smsSettings } = party
  return {
    recipient,
    channel: channelSchema,
    texts: {
      email: emailSettings && emailContent(emailSettings, defaults),
      sms: smsSettings && smsContent(smsSettings, defaults),
    },
    smsPolicy: smsSettings?.sendingTimePolicy ?? 'Daytime',
    emailPolicy: emailSettings?.sendingTimePolicy,
  }
}

const toCondition = (url: string | undefined): ShipmentPlan['condition'] =>
  url === undefined ? undefined : { kind: 'endpoint', url }

/** An accepted request of `POST /future/orders` as the order it means. docs/altinn/notifications.md §7. */
export function toOrder(request: OrderRequest, defaults: DefaultSenders, nowMs: number): Order {
  const { requestedSendTime, reminders = [] } = request
  const dueMs = requestedSendTime === undefined ? nowMs : Math.max(accepted(parseMoment(requestedSendTime)), nowMs)
  const main: ShipmentPlan = {
    type: 'Notification',
    sendersReference: request.sendersReference,
    dueMs,
    condition: toCondition(request.conditionEndpoint),
    keywords: {},
    ...toAddressed(request.recipient, defaults),
  }
  const following = reminders.map(
    (reminder): ShipmentPlan => ({
      type: 'Reminder',
      sendersReference: reminder.sendersReference,
      dueMs:
        reminder.requestedSendTime === undefined
          ? upToLastMoment(dueMs + (reminder.delayDays ?? 0) * MS_PER_DAY)
          : Math.max(accepted(parseMoment(reminder.requestedSendTime)), nowMs),
      condition: toCondition(reminder.conditionEndpoint),
      keywords: {},
      ...toAddressed(reminder.recipient, defaults),
    }),
  )
  return {
    idempotencyId: request.idempotencyId,
    sendersReference: request.sendersReference,
    shipments: [main, ...following],
  }
}
