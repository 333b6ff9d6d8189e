import * as z from 'zod'
import { words } from '#words'
import { EMAIL_BODY_MAX_UNITS, EMAIL_SUBJECT_MAX_UNITS, SMS_BODY_MAX_UNITS, TEXT_MAX_UNITS } from '../limits.ts'
import { once } from '../once.ts'
import { NotificationChannel } from './channel.ts'
import { customRecipientMembers } from './custom-recipients.ts'
import { field, part } from './field.ts'
import { EmailContentType } from './message-parts.ts'
import { requestedSendTime } from './order-parts.ts'

/** Whose text a notification sends. docs/altinn/correspondence.md §3. */
export const NotificationTemplate = z.enum(['CustomMessage', 'GenericAltinnMessage']).meta({
  id: 'NotificationTemplate',
  description:
    "Whose text is sent: `CustomMessage` (0: only yours) or `GenericAltinnMessage` (1: Altinn's, with yours in the middle). Left out: `CustomMessage`.",
})

export type NotificationTemplate = z.output<typeof NotificationTemplate>

/** docs/altinn/correspondence.md §2 */
const PASSED_OVER = ['sendersReference']

const emailSubject = (description: string) =>
  field(
    z
      .string()
      .max(TEXT_MAX_UNITS)
      .meta({ description, examples: ['New letter'], maxLength: EMAIL_SUBJECT_MAX_UNITS }),
    'email-subject',
  ).optional()

const emailBody = (description: string, contentTypeIn: readonly string[]) =>
  field(
    z
      .string()
      .max(TEXT_MAX_UNITS)
      .meta({
        description,
        examples: ['$correspondenceRecipientName$ has received a letter from $sendersName$.'],
        maxLength: EMAIL_BODY_MAX_UNITS,
      }),
    'email-body',
    { contentTypeIn },
  ).optional()

const smsBody = (description: string) =>
  field(
    z
      .string()
      .max(TEXT_MAX_UNITS)
      .meta({
        description,
        examples: ['$correspondenceRecipientName$ has received a letter from $sendersName$.'],
        maxLength: SMS_BODY_MAX_UNITS,
      }),
    'sms-body',
  ).optional()

/** The `notification` of a correspondence. docs/altinn/correspondence.md §2. */
export const notificationSchema = once(() =>
  part(
    z
      .object({
        notificationTemplate: NotificationTemplate.optional(),
        notificationChannel: NotificationChannel.optional(),
        emailSubject: emailSubject('The subject of the e-mail.'),
        emailBody: emailBody('The text of the e-mail.', ['emailContentType']),
        emailContentType: EmailContentType.optional(),
        smsBody: smsBody('The text of the SMS.'),
        sendReminder: z
          .boolean()
          .meta({
            description: words(
              () => 'Whether to send a reminder if the message is not read within 7 days (1 day in test).',
            ),
          })
          .optional(),
        reminderNotificationChannel: NotificationChannel.optional(),
        reminderEmailSubject: emailSubject("The subject of the reminder's e-mail. Not taken over from `emailSubject`."),
        reminderEmailBody: emailBody("The text of the reminder's e-mail. Not taken over from `emailBody`.", [
          'reminderEmailContentType',
          'emailContentType',
        ]),
        reminderEmailContentType: EmailContentType.optional(),
        reminderSmsBody: smsBody("The text of the reminder's SMS. Not taken over from `smsBody`."),
        requestedSendTime: requestedSendTime('Has no effect: a notification follows the publication of its message.'),
        ...customRecipientMembers(),
        overrideRegisteredContactInformation: z
          .boolean()
          .meta({ description: words(() => 'Whether only the custom recipients are notified. Left out: `false`.') })
          .optional(),
      })
      .meta({
        id: 'Notification',
        description: words(() => 'How the recipient of a message, and others, are notified of it.'),
        examples: [
          {
            notificationTemplate: 'CustomMessage',
            notificationChannel: 'EmailPreferred',
            emailSubject: 'New letter',
            emailBody: '$correspondenceRecipientName$ has received a letter from $sendersName$.',
            smsBody: '$correspondenceRecipientName$ has received a letter from $sendersName$.',
          },
        ],
      }),
    'notification',
    PASSED_OVER,
  ),
)
