import type { Recipient } from '../../domain/order.ts'
import type { OrderView } from '../../durable-objects/ledger/exchange.ts'
import { ORDERS_PATH } from '../paths.ts'

const toTime = (ms: number): string => new Date(ms).toISOString()

function recipientDocument(recipient: Recipient, isReserved: boolean) {
  switch (recipient.kind) {
    case 'email':
      return { emailAddress: recipient.emailAddress }
    case 'sms':
      return { mobileNumber: recipient.phoneNumber }
    case 'person':
      return { nationalIdentityNumber: recipient.nationalIdentityNumber, ...(isReserved && { isReserved }) }
    case 'organization':
      return { organizationNumber: recipient.organizationNumber }
    case 'username':
      return {}
  }
}

/** The recipient of an order; an instant one has only its address. */
export function recipientOf({ plan, deliveries }: OrderView) {
  const isReserved = deliveries.some(({ status }) => status.endsWith('_RecipientReserved'))
  if (plan) return recipientDocument(plan.recipient, isReserved)
  const [delivery] = deliveries
  return delivery?.channel === 'sms' ? { mobileNumber: delivery.destination } : { emailAddress: delivery?.destination }
}

function templatesOf({ texts }: OrderView) {
  return {
    ...(texts?.email && {
      emailTemplate: {
        fromAddress: texts.email.from,
        subject: texts.email.subject,
        body: texts.email.body,
        contentType: texts.email.contentType,
      },
    }),
    ...(texts?.sms && { smsTemplate: { senderNumber: texts.sms.from, body: texts.sms.body } }),
  }
}

/** What an order is about beside its recipient, where that is a party. */
function detailsOf({ plan }: OrderView) {
  const resource = plan?.recipient.kind === 'organization' ? plan.recipient : undefined
  const condition = plan?.condition?.kind === 'endpoint' ? plan.condition.url : undefined
  return {
    ...(plan?.recipient.kind === 'person' && { ignoreReservation: plan.recipient.ignoreReservation }),
    ...(resource?.resourceId !== undefined && { resourceId: resource.resourceId }),
    ...(resource?.resourceAction !== undefined && { resourceAction: resource.resourceAction }),
    ...(condition !== undefined && { conditionEndpoint: condition }),
  }
}

/** Where an order is read. */
export const orderUrl = (publicUrl: string, id: string): string => `${publicUrl}${ORDERS_PATH}${id}`

/** An order as `GET /orders/{id}` shows it. Its texts are left out once they are erased. `spec/notifications.md` 2.2. */
export function orderDocument(view: OrderView, id: string, creator: string, publicUrl: string) {
  const [delivery] = view.deliveries
  const instantChannel = delivery?.channel === 'sms' ? 'Sms' : 'Email'
  const self = orderUrl(publicUrl, id)
  return {
    id,
    ...(view.sendersReference !== undefined && { sendersReference: view.sendersReference }),
    requestedSendTime: toTime(view.dueMs),
    creator,
    created: toTime(view.acceptedAtMs),
    notificationChannel: view.plan?.channel ?? instantChannel,
    ...detailsOf(view),
    recipients: [recipientOf(view)],
    ...templatesOf(view),
    links: { self, status: `${self}/status` },
  }
}
