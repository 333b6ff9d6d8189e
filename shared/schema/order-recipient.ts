import * as z from 'zod'
import { words } from '#words'
import { MEMBER_MAX_UNITS } from '../limits.ts'
import { NotificationChannel } from './channel.ts'
import { field, numberedFrom, part } from './field.ts'
import { EmailContentType, emailBody, emailSubject, senderEmailAddress, smsBody, smsSender } from './message-parts.ts'
import { orNull } from './nullable.ts'
import { emailAddress, phoneNumber, resourceAction } from './order-parts.ts'

/** When in the day a message may be sent. Its numbers begin at 1. docs/altinn/notifications.md §1.1. */
const SendingTimePolicy = numberedFrom(
  1,
  z.enum(['Anytime', 'Daytime']).meta({
    id: 'SendingTimePolicy',
    description: words(
      () =>
        'When it may be sent: `Anytime` (1), or `Daytime` (2), in the hours that are set for its channel: for SMS usually from 09:00 to 17:00 in Oslo.',
    ),
  }),
)

const EXAMPLE_TEXT = '$recipientName$ has received a new letter.'

const emailSettings = () =>
  z
    .object({
      subject: emailSubject('New letter'),
      body: emailBody(EXAMPLE_TEXT),
      senderEmailAddress: senderEmailAddress(),
      contentType: EmailContentType.optional(),
      // Null is `Anytime`. docs/altinn/notifications/orders.md §7.1.
      sendingTimePolicy: orNull(SendingTimePolicy.optional()),
    })
    .meta({ description: words(() => 'The text of the e-mail and its sender. Left out, its policy is `Anytime`.') })

const smsSettings = () =>
  z
    .object({
      sender: smsSender(),
      body: smsBody('The text of the message.', EXAMPLE_TEXT),
      sendingTimePolicy: SendingTimePolicy.optional(),
    })
    .meta({ description: words(() => 'The text of the SMS and its sender. Left out, its policy is `Daytime`.') })

const recipientEmail = () =>
  part(
    z
      .object({ emailAddress: emailAddress(), emailSettings: emailSettings() })
      .meta({ description: words(() => 'An e-mail address that the sender knows.') }),
    'recipient-email',
  )

const recipientSms = () =>
  part(
    z
      .object({ phoneNumber: phoneNumber(), smsSettings: smsSettings() })
      .meta({ description: words(() => 'A telephone number that the sender knows.') }),
    'recipient-sms',
  )

/** What is the same of every recipient whose address is looked up. */
const looksUp = () => ({
  channelSchema: NotificationChannel,
  resourceId: z
    .string()
    .max(MEMBER_MAX_UNITS.urn)
    .meta({
      description: words(() => 'The resource that the message is about, as a URN.'),
      examples: ['urn:altinn:resource:example'],
    })
    .optional(),
  resourceAction: resourceAction(),
  emailSettings: emailSettings().optional(),
  smsSettings: smsSettings().optional(),
})

const recipientPerson = () =>
  part(
    z
      .object({
        nationalIdentityNumber: field(
          z
            .string()
            .max(MEMBER_MAX_UNITS.name)
            .meta({ description: words(() => 'The 11 digits of a national identity number or D-number.') }),
          'national-identity-number',
        ),
        ignoreReservation: z
          .boolean()
          .meta({
            description: words(() => 'Whether to send even if the person has declined electronic communication.'),
          })
          .optional(),
        useStaleContactInformation: z
          .boolean()
          .meta({ description: words(() => 'Whether to use addresses that have not been confirmed for 18 months.') })
          .optional(),
        ...looksUp(),
      })
      .meta({ description: words(() => 'A person, whose address is looked up.') }),
    'recipient-party',
  )

const recipientOrganization = () =>
  part(
    z
      .object({
        orgNumber: field(
          z
            .string()
            .max(MEMBER_MAX_UNITS.name)
            .meta({ description: words(() => 'The 9 digits of an organisation number.'), examples: ['991825827'] }),
          'organization-number',
        ),
        ...looksUp(),
      })
      .meta({ description: words(() => 'An organisation, whose addresses are looked up.') }),
    'recipient-party',
  )

const recipientExternalIdentity = () =>
  part(
    z
      .object({
        externalIdentity: field(
          z
            .string()
            .max(MEMBER_MAX_UNITS.urn)
            .meta({
              description: words(() => 'A user who has logged in without a national identity number, as a URN.'),
              examples: ['urn:altinn:person:idporten-email:ola.nordmann@example.com'],
            }),
          'external-identity',
        ),
        ...looksUp(),
      })
      .meta({ description: words(() => 'A user without a national identity number, whose address is looked up.') }),
    'recipient-party',
  )

/** Who an order's message goes to: exactly one of the five. docs/altinn/notifications.md §7.1. */
export const orderRecipient = () =>
  part(
    z
      .object({
        recipientEmail: recipientEmail().optional(),
        recipientSms: recipientSms().optional(),
        recipientPerson: recipientPerson().optional(),
        recipientOrganization: recipientOrganization().optional(),
        recipientExternalIdentity: recipientExternalIdentity().optional(),
      })
      .meta({ description: words(() => 'Who receives the message: exactly one kind of recipient.') }),
    'order-recipient',
  )
