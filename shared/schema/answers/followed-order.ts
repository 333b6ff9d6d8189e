import * as z from 'zod'
import { NotificationChannel } from '../channel.ts'
import { EmailContentType } from '../message-parts.ts'
import { moment } from './moment.ts'

const party = {
  emailAddress: z.string().optional(),
  mobileNumber: z.string().optional(),
  organizationNumber: z.string().optional(),
  nationalIdentityNumber: z.string().optional(),
  isReserved: z
    .literal(true)
    .optional()
    .meta({ description: 'The person has declined, and was therefore not written to.' }),
}

const about = {
  id: z.uuid().meta({ description: 'The order or the shipment, as it was asked for.' }),
  sendersReference: z.string().optional(),
  requestedSendTime: moment('When it falls due.'),
  creator: z.string().meta({ description: 'The short name of the organisation that ordered it.' }),
  created: moment('When it was accepted.'),
  notificationChannel: NotificationChannel,
  ignoreReservation: z.boolean().optional().meta({ description: 'Of a person.' }),
  resourceId: z.string().optional(),
  resourceAction: z.string().optional(),
  conditionEndpoint: z.string().optional(),
  links: z.object({ self: z.url(), status: z.url() }),
}

const content = {
  recipients: z.array(z.object(party)).meta({ description: 'The one recipient.' }),
  emailTemplate: z
    .object({ fromAddress: z.string(), subject: z.string(), body: z.string(), contentType: EmailContentType })
    .optional()
    .meta({ description: 'What the e-mail says; left out once the shipment has ended.' }),
  smsTemplate: z
    .object({ senderNumber: z.string(), body: z.string() })
    .optional()
    .meta({ description: 'What the SMS says; left out once the shipment has ended.' }),
}

const processingStatus = z
  .object({
    status: z.enum(['Registered', 'Processing', 'Completed', 'SendConditionNotMet', 'Cancelled']).meta({
      description: '`Completed` as soon as messages are made of it; how they fare is the shipment’s to tell.',
    }),
    description: z.string(),
    lastUpdate: moment('When the status last changed.'),
  })
  .meta({ description: 'How far it has come.' })

const summary = z
  .object({
    links: z.object({ self: z.url() }),
    generated: z.int().meta({ description: 'How many messages there are.' }),
    succeeded: z.int().meta({ description: 'How many of them a provider has taken or delivered.' }),
  })
  .optional()

/** `GET /orders/{id}`. `spec/notifications.md` 2.2. */
export const FollowedOrder = z
  .object({ ...about, ...content })
  .meta({ id: 'FollowedOrder', description: 'What was ordered: one shipment of an order.' })

/** The answer to a cancelled order. `spec/notifications.md` 7.9. */
export const CancelledOrder = z
  .object({ ...about, ...content, processingStatus })
  .meta({ id: 'CancelledOrder', description: 'A shipment of an order, and that it is cancelled.' })

/** `GET /orders/{id}/status`. `spec/notifications.md` 2.2. */
export const OrderStatus = z
  .object({
    ...about,
    processingStatus,
    notificationsStatusSummary: z
      .object({ email: summary, sms: summary })
      .meta({ description: 'Its messages by channel; none before it falls due.' }),
  })
  .meta({ id: 'OrderStatus', description: 'How far one shipment of an order has come.' })

/** `GET /orders/{id}/notifications/{email|sms}`. `spec/notifications.md` 2.2. */
export const OrderNotifications = z
  .object({
    orderId: z.uuid(),
    sendersReference: z.string().optional(),
    generated: z.int(),
    succeeded: z.int(),
    notifications: z.array(
      z.object({
        id: z.string().meta({ description: 'The id that was asked for; `.1`, `.2` … behind it for further messages.' }),
        succeeded: z.boolean().meta({ description: 'Whether a provider has taken or delivered it.' }),
        recipient: z.object(party),
        sendStatus: z.object({
          status: z
            .string()
            .meta({ description: 'As in the table of statuses, without the channel; `Failed_TTL` is `Failed`.' }),
          description: z.string(),
          lastUpdate: moment('When the status last changed.'),
        }),
      }),
    ),
  })
  .meta({ id: 'OrderNotifications', description: 'The messages of one shipment in one channel.' })
