import type { SingleRecipient } from '../../domain/order.ts'
import { recipientsOf } from '../../domain/recipient-list.ts'
import type { OrderView } from '../../ledger/contract.ts'
import { ORDERS_PATH } from '../paths.ts'

const toTime = (ms: number): string => new Date(ms).toISOString()

/** A recipient as an order's documents show it. */
export type RecipientDocument = {
  readonly emailAddress?: string | undefined
  readonly mobileNumber?: string | undefined
  readonly organizationNumber?: string
  readonly nationalIdentityNumber?: string
  readonly isReserved?: boolean
}

function recipientDocument(recipient: SingleRecipient, isReserved: boolean): RecipientDocument {
  switch (recipient.kind) {
    case 'email':
      return { emailAddress: recipient.emailAddress }
    case 'sms':
      return { mobileNumber: recipient.phoneNumber }
    case 'person':
      return { nationalIdentityNumber: recipient.nationalIdentityNumber, ...(isReserved && { isReserved }) }
    case 'organization':
      return { organizationNumber: recipient.organizationNumber }
    case 'addresses':
      return { emailAddress: recipient.emailAddress, mobileNumber: recipient.phoneNumber }
    case 'username':
      return {}
  }
}

/** The recipients of an order, in its own order; an instant one has only its address. */
export function recipientsIn({ plan, deliveries }: OrderView): readonly RecipientDocument[] {
  if (plan) {
    const declined = deliveries.filter(({ status }) => status.endsWith('_RecipientReserved'))
    const reserved = new Set(declined.map(({ recipient = 0 }) => recipient))
    return recipientsOf(plan.recipient).map((one, index) => recipientDocument(one, reserved.has(index)))
  }
  const [delivery] = deliveries
  return [
    delivery?.channel === 'sms' ? { mobileNumber: delivery.destination } : { emailAddress: delivery?.destination },
  ]
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

/** What an order says of how its recipients are looked up, and its condition. */
function detailsOf({ plan }: OrderView) {
  const recipient = plan?.recipient
  const resource = recipient?.kind === 'organization' || recipient?.kind === 'list' ? recipient : undefined
  const person = recipient?.kind === 'person' || recipient?.kind === 'list' ? recipient : undefined
  const condition = plan?.condition?.kind === 'endpoint' ? plan.condition.url : undefined
  return {
    ...(person?.ignoreReservation !== undefined && { ignoreReservation: person.ignoreReservation }),
    ...(resource?.resourceId !== undefined && { resourceId: resource.resourceId }),
    ...(resource?.resourceAction !== undefined && { resourceAction: resource.resourceAction }),
    ...(condition !== undefined && { conditionEndpoint: condition }),
  }
}

/** Where an order is read. */
export const orderUrl = (publicUrl: string, id: string): string => `${publicUrl}${ORDERS_PATH}${id}`

/**
 * An order as `GET /orders/{id}` shows it. Its texts are left out once they are erased.
 * docs/altinn/notifications.md §2.2.
 */
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
    recipients: recipientsIn(view),
    ...templatesOf(view),
    links: { self, status: `${self}/status` },
  }
}
