import * as z from 'zod'
import { words } from '#words'
import { once } from '../once.ts'
import { part } from './field.ts'
import { EmailContentType, emailBody, emailSubject, senderEmailAddress } from './message-parts.ts'
import { emailAddress, idempotencyId, sendersReference } from './order-parts.ts'

const emailSettings = () =>
  z
    .object({
      subject: emailSubject('One-time code for login'),
      body: emailBody('Your one-time code is 428516. It is valid for 2 minutes.'),
      senderEmailAddress: senderEmailAddress(),
      contentType: EmailContentType.optional(),
    })
    .meta({ description: words(() => 'The text of the e-mail and its sender.') })

/** The body of `POST /future/orders/instant/email`. docs/altinn/notifications.md §3.1. */
export const instantEmailRequestSchema = once(() =>
  z
    .object({
      idempotencyId: idempotencyId(),
      sendersReference: sendersReference(),
      recipientEmail: part(
        z
          .object({ emailAddress: emailAddress(), emailSettings: emailSettings() })
          .meta({ description: words(() => 'The recipient of the e-mail, and its text.') }),
        'instant-recipient',
      ),
    })
    .meta({
      id: 'InstantEmailRequest',
      description: words(() => 'One e-mail to one recipient, at once.'),
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
    }),
)

export type InstantEmailRequest = z.output<ReturnType<typeof instantEmailRequestSchema>>
