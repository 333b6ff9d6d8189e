import * as z from 'zod'
import { once } from '../../once.ts'
import { NotificationChannel } from '../channel.ts'
import { EmailContentType } from '../message-parts.ts'
import { moment } from './moment.ts'

const party = once(() => ({
  emailAddress: z.string().optional(),
  mobileNumber: z.string().optional(),
  organizationNumber: z.string().optional(),
  nationalIdentityNumber: z.string().optional(),
  isReserved: z
    .literal(true)
    .optional()
    .meta({ description: 'The person has declined, and therefore gets no message.' }),
}))

const about = once(() => ({
  id: z.uuid().meta({ description: 'The id that was asked for, of the order or the shipment.' }),
  sendersReference: z.string().optional(),
  requestedSendTime: moment('When it falls due.'),
  creator: z.string().meta({ description: 'The short name of the organisation that ordered it.' }),
  created: moment('When it was accepted.'),
  notificationChannel: NotificationChannel,
  ignoreReservation: z.boolean().optional().meta({ description: 'Of persons.' }),
  resourceId: z.string().optional(),
  resourceAction: z.string().optional(),
  conditionEndpoint: z.string().optional(),
  links: z.object({ self: z.url(), status: z.url() }),
}))

const content = once(() => ({
  recipients: z
    .array(z.object(party()))
    .meta({ description: 'The recipients: one, unless it was ordered to several.' }),
  emailTemplate: z
    .object({ fromAddress: z.string(), subject: z.string(), body: z.string(), contentType: EmailContentType })
    .optional()
    .meta({ description: 'What the e-mail says; left out once the shipment has ended.' }),
  smsTemplate: z
    .object({ senderNumber: z.string(), body: z.string() })
    .optional()
    .meta({ description: 'What the SMS says; left out once the shipment has ended.' }),
}))

const processingStatus = once(() =>
  z
    .object({
      status: z.enum(['Registered', 'Processing', 'Completed', 'SendConditionNotMet', 'Cancelled']).meta({
        description: '`Completed` as soon as its messages exist; the shipment has their status.',
      }),
      description: z.string(),
      lastUpdate: moment('When the status last changed.'),
    })
    .meta({ description: 'Its progress.' }),
)

const summary = once(() =>
  z
    .object({
      links: z.object({ self: z.url() }),
      generated: z.int().meta({ description: 'How many messages there are.' }),
      succeeded: z.int().meta({ description: 'How many of them a provider has accepted or delivered.' }),
    })
    .optional(),
)

/** `GET /orders/{id}`. docs/altinn/notifications.md §2.2. */
export const FollowedOrder = once(() =>
  z
    .object({ ...about(), ...content() })
    .meta({ id: 'FollowedOrder', description: 'What was ordered: one shipment of an order.' }),
)

/** `GET /orders?sendersReference=`. docs/altinn/notifications.md §2.2. */
export const FoundOrders = once(() =>
  z
    .object({
      count: z.int().meta({ description: 'How many orders follow.' }),
      orders: z.array(z.object({ ...about(), ...content() })),
    })
    .meta({ id: 'FoundOrders', description: 'The orders that have a reference.' }),
)

/** The answer to a cancelled order. docs/altinn/notifications.md §7.9. */
export const CancelledOrder = once(() =>
  z
    .object({ ...about(), ...content(), processingStatus: processingStatus() })
    .meta({ id: 'CancelledOrder', description: 'A cancelled shipment of an order.' }),
)

/** `GET /orders/{id}/status`. docs/altinn/notifications.md §2.2. */
export const OrderStatus = once(() =>
  z
    .object({
      ...about(),
      processingStatus: processingStatus(),
      notificationsStatusSummary: z
        .object({ email: summary(), sms: summary() })
        .meta({ description: 'Its messages by channel; none until it is due.' }),
    })
    .meta({ id: 'OrderStatus', description: 'The progress of one shipment of an order.' }),
)

/** `GET /orders/{id}/notifications/{email|sms}`. docs/altinn/notifications.md §2.2. */
export const OrderNotifications = once(() =>
  z
    .object({
      orderId: z.uuid(),
      sendersReference: z.string().optional(),
      generated: z.int(),
      succeeded: z.int(),
      notifications: z.array(
        z.object({
          id: z.uuid().meta({ description: 'The id of the message; that of the order’s first is the order’s.' }),
          succeeded: z.boolean().meta({ description: 'Whether a provider has accepted or delivered it.' }),
          recipient: z.object(party()),
          sendStatus: z.object({
            status: z.string().meta({
              description: 'As Altinn’s first version names it: without the channel, `Failed` for `Failed_TTL`.',
            }),
            description: z.string(),
            lastUpdate: moment('When the status last changed.'),
          }),
        }),
      ),
    })
    .meta({ id: 'OrderNotifications', description: 'The messages of one shipment in one channel.' }),
)
