import * as z from 'zod'
import { words } from '#words'
import { MEMBER_MAX_UNITS } from '../limits.ts'
import { once } from '../once.ts'
import { NotificationChannel } from './channel.ts'
import { part } from './field.ts'
import { recipients } from './listed-recipient.ts'
import { EmailContentType, emailBody, emailSubject, senderEmailAddress, smsBody, smsSender } from './message-parts.ts'
import { neverNull } from './nullable.ts'
import { conditionEndpoint, requestedSendTime, resourceAction, sendersReference } from './order-parts.ts'

const EXAMPLE_SUBJECT = 'New letter'
const EXAMPLE_TEXT = 'You have received a new letter.'

/** What the three orders have in common. */
const base = () => ({
  sendersReference: sendersReference(),
  requestedSendTime: neverNull(requestedSendTime('When the message is sent, at the earliest. Left out: now.')),
  conditionEndpoint: conditionEndpoint(),
  recipients: recipients(),
  ignoreReservation: z
    .boolean()
    .meta({ description: words(() => 'Whether to send even to persons who have declined electronic communication.') })
    .optional(),
  resourceId: z
    .string()
    .max(MEMBER_MAX_UNITS.urn)
    .meta({
      description: words(() => 'The resource that the message is about.'),
      examples: ['urn:altinn:resource:example'],
    })
    .optional(),
  resourceAction: resourceAction(),
})

const EXAMPLE_RECIPIENTS = [{ nationalIdentityNumber: '11876995923' }, { organizationNumber: '991825827' }]

/** Members that only older versions of Altinn read. docs/altinn/notifications.md §2.2. */
const OF_OLDER_VERSIONS = ['fromAddress']

/** The body of `POST /orders/email`. docs/altinn/notifications.md §2.2. */
export const emailOrderRequestSchema = once(() =>
  part(
    z
      .object({
        ...base(),
        subject: emailSubject(EXAMPLE_SUBJECT),
        body: emailBody(EXAMPLE_TEXT),
        contentType: EmailContentType.optional(),
      })
      .meta({
        id: 'EmailOrderRequest',
        description: words(() => 'One e-mail to several recipients, sent when it is due.'),
        examples: [
          {
            sendersReference: 'case-2026-1234',
            recipients: [{ emailAddress: 'ola.nordmann@example.com' }, ...EXAMPLE_RECIPIENTS],
            subject: EXAMPLE_SUBJECT,
            body: EXAMPLE_TEXT,
            contentType: 'Plain',
          },
        ],
      }),
    'listed-order',
    OF_OLDER_VERSIONS,
  ),
)

export type EmailOrderRequest = z.output<ReturnType<typeof emailOrderRequestSchema>>

/** The body of `POST /orders/sms`. docs/altinn/notifications.md §2.2. */
export const smsOrderRequestSchema = once(() =>
  part(
    z.object({ ...base(), senderNumber: smsSender(), body: smsBody('The text of the message.', EXAMPLE_TEXT) }).meta({
      id: 'SmsOrderRequest',
      description: words(() => 'One SMS to several recipients, sent in the day when it is due.'),
      examples: [
        {
          sendersReference: 'case-2026-1234',
          recipients: [{ mobileNumber: '+4799999999' }, ...EXAMPLE_RECIPIENTS],
          senderNumber: 'Altinn',
          body: EXAMPLE_TEXT,
        },
      ],
    }),
    'listed-order',
  ),
)

export type SmsOrderRequest = z.output<ReturnType<typeof smsOrderRequestSchema>>

const emailTemplate = () =>
  z
    .object({
      fromAddress: senderEmailAddress({ emptyIsAbsent: true }),
      subject: emailSubject(EXAMPLE_SUBJECT),
      body: emailBody(EXAMPLE_TEXT),
      contentType: EmailContentType.optional(),
    })
    .meta({
      description: words(() => 'The text of the e-mail and its sender. Needed where the channel may be e-mail.'),
    })

const smsTemplate = () =>
  z
    .object({ senderNumber: smsSender(), body: smsBody('The text of the message.', EXAMPLE_TEXT) })
    .meta({ description: words(() => 'The text of the SMS and its sender. Needed where the channel may be SMS.') })

/** The body of `POST /orders`. docs/altinn/notifications.md §2.2. */
export const listedOrderRequestSchema = once(() =>
  part(
    z
      .object({
        notificationChannel: NotificationChannel,
        ...base(),
        emailTemplate: emailTemplate().optional(),
        smsTemplate: smsTemplate().optional(),
      })
      .meta({
        id: 'ListedOrderRequest',
        description: words(
          () => 'One message to several recipients, in the channel that it names, sent when it is due.',
        ),
        examples: [
          {
            sendersReference: 'case-2026-1234',
            notificationChannel: 'EmailPreferred',
            recipients: [
              { emailAddress: 'ola.nordmann@example.com', mobileNumber: '+4799999999' },
              ...EXAMPLE_RECIPIENTS,
            ],
            emailTemplate: { subject: EXAMPLE_SUBJECT, body: EXAMPLE_TEXT, contentType: 'Plain' },
            smsTemplate: { senderNumber: 'Altinn', body: EXAMPLE_TEXT },
          },
        ],
      }),
    'listed-order',
  ),
)

export type ListedOrderRequest = z.output<ReturnType<typeof listedOrderRequestSchema>>
