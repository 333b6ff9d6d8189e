import * as z from 'zod'
import { words } from '#words'
import { TIME_TO_LIVE_SECONDS } from '../limits.ts'
import { once } from '../once.ts'
import { field, part } from './field.ts'
import { smsBody, smsSender } from './message-parts.ts'
import { idempotencyId, phoneNumber, sendersReference } from './order-parts.ts'

const smsSettings = () =>
  z
    .object({
      sender: smsSender(),
      body: smsBody(
        'The text of the message. Keep it short and free of personal data.',
        'Your one-time code is 428516. It is valid for 2 minutes.',
      ),
    })
    .meta({ description: words(() => 'The text of the message and its sender.') })

const recipientSms = () =>
  part(
    z
      .object({
        phoneNumber: phoneNumber(),
        timeToLiveInSeconds: field(
          z.int().meta({
            description: words(
              () => 'How long delivery is tried, in seconds. Match the lifetime of the code: 60 to 300 is usual.',
            ),
            examples: [120],
            minimum: TIME_TO_LIVE_SECONDS.min,
            maximum: TIME_TO_LIVE_SECONDS.max,
          }),
          'time-to-live',
        ),
        smsSettings: smsSettings(),
      })
      .meta({ description: words(() => 'The recipient of the SMS, how long delivery is tried, and its text.') }),
    'instant-recipient',
  )

/** The body of `POST /future/orders/instant/sms`. docs/altinn/notifications.md §3.1. */
export const instantSmsRequestSchema = once(() =>
  z
    .object({ idempotencyId: idempotencyId(), sendersReference: sendersReference(), recipientSms: recipientSms() })
    .meta({
      id: 'InstantSmsRequest',
      description: words(() => 'One SMS to one recipient, at once.'),
      examples: [
        {
          idempotencyId: '94e9d0f6-7a3d-4a20-b5a7-445fb207f9bb',
          sendersReference: 'otp-login-2024-09-30-1234',
          recipientSms: {
            phoneNumber: '+4799999999',
            timeToLiveInSeconds: 120,
            smsSettings: { sender: 'Altinn', body: 'Your one-time code is 428516. It is valid for 2 minutes.' },
          },
        },
      ],
    }),
)

export type InstantSmsRequest = z.output<ReturnType<typeof instantSmsRequestSchema>>

/**
 * The body of the deprecated `POST /future/orders/instant`: the same recipient, one level deeper.
 * docs/altinn/notifications.md §3.1.
 */
export const instantRequestSchema = once(() =>
  z
    .object({
      idempotencyId: idempotencyId(),
      sendersReference: sendersReference(),
      recipient: z.object({ recipientSms: recipientSms() }).meta({ description: words(() => 'The recipient.') }),
    })
    .meta({
      id: 'InstantRequest',
      description: words(
        () => 'One SMS to one recipient, at once. Deprecated: post an `InstantSmsRequest` to `/instant/sms` instead.',
      ),
      deprecated: true,
      examples: [
        {
          idempotencyId: '94e9d0f6-7a3d-4a20-b5a7-445fb207f9bb',
          recipient: {
            recipientSms: {
              phoneNumber: '+4799999999',
              timeToLiveInSeconds: 120,
              smsSettings: { sender: 'Altinn', body: 'Your one-time code is 428516. It is valid for 2 minutes.' },
            },
          },
        },
      ],
    }),
)

export type InstantRequest = z.output<ReturnType<typeof instantRequestSchema>>
