import * as z from 'zod'
import { field } from './field.ts'
import { emailAddress, idempotencyId, sendersReference } from './order-parts.ts'

/** How the body of an e-mail is written. On the wire a name in any case, or its number. `spec/notifications.md` 1.1. */
export const EmailContentType = z.enum(['Plain', 'Html']).meta({
  id: 'EmailContentType',
  description: 'How the body is written: `Plain` (0) or `Html` (1). Left out: `Plain`.',
})

export type EmailContentType = z.output<typeof EmailContentType>

const emailSettings = () =>
  z
    .object({
      subject: field(
        z.string().meta({
          description: 'The subject line. Short ones are delivered more often.',
          examples: ['One-time code for login'],
          minLength: 1,
        }),
        'email-subject',
      ),
      body: field(
        z.string().meta({
          description: 'The text of the e-mail, plain or HTML as `contentType` says.',
          examples: ['Your one-time code is 428516. It is valid for 2 minutes.'],
          minLength: 1,
        }),
        'email-body',
      ),
      senderEmailAddress: field(
        z.string().meta({
          description: 'The address shown as sender. Left out: the default sender.',
          examples: ['noreply@altinn.no'],
        }),
        'sender-email-address',
      ).optional(),
      contentType: EmailContentType.optional(),
    })
    .meta({ description: 'What the e-mail says and who it comes from.' })

/** The body of `POST /future/orders/instant/email`. Seed 000, "Send en e-post med en gang". */
export const InstantEmailRequest = z
  .object({
    idempotencyId: idempotencyId(),
    sendersReference: sendersReference(),
    recipientEmail: z
      .object({ emailAddress: emailAddress(), emailSettings: emailSettings() })
      .meta({ description: 'Who receives the e-mail, and what it says.' }),
  })
  .meta({
    id: 'InstantEmailRequest',
    description: 'One e-mail to one recipient, at once.',
    examples: [
      {
        idempotencyId: '8f2a6a61-073b-4a52-9f42-52e9972af974',
        sendersReference: 'otp-email-2024-09-30-1234',
        recipientEmail: {
          emailAddress: 'ola.nordmann@example.com',
          emailSettings: {
            subject: 'One-time code for login',
            body: '<p>Your one-time code is <strong>428516</strong>. It is valid for 2 minutes.</p>',
            senderEmailAddress: 'noreply@altinn.no',
            contentType: 'Html',
          },
        },
      },
    ],
  })

export type InstantEmailRequest = z.output<typeof InstantEmailRequest>
