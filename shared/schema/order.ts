import * as z from 'zod'
import { words } from '#words'
import { MEMBER_MAX_UNITS, REMINDER_DELAY_DAYS_MAX, REMINDERS_MAX } from '../limits.ts'
import { once } from '../once.ts'
import { part } from './field.ts'
import { neverNull } from './nullable.ts'
import { conditionEndpoint, idempotencyId, requestedSendTime, sendersReference } from './order-parts.ts'
import { orderRecipient } from './order-recipient.ts'

const reminder = () =>
  part(
    z
      .object({
        sendersReference: sendersReference(),
        conditionEndpoint: conditionEndpoint(),
        delayDays: z
          .int()
          .max(REMINDER_DELAY_DAYS_MAX)
          .meta({
            description: words(() => 'Days of 24 hours after the main message. Give this or `requestedSendTime`.'),
            examples: [7],
            minimum: 1,
          })
          .optional(),
        requestedSendTime: requestedSendTime('When the reminder is sent. Give this or `delayDays`.'),
        recipient: orderRecipient(),
      })
      .meta({ description: words(() => 'A message that follows the main one.') }),
    'reminder',
  )

/** The body of `POST /future/orders`. docs/altinn/notifications.md §7.1. */
export const orderRequestSchema = once(() =>
  z
    .object({
      idempotencyId: idempotencyId(),
      sendersReference: sendersReference(),
      requestedSendTime: neverNull(requestedSendTime('When the message is sent, at the earliest. Left out: now.')),
      conditionEndpoint: conditionEndpoint(),
      dialogportenAssociation: z
        .object({
          dialogId: z.string().max(MEMBER_MAX_UNITS.name).optional(),
          transmissionId: z.string().max(MEMBER_MAX_UNITS.name).optional(),
        })
        .meta({ description: words(() => 'The dialogue that the message belongs to.') })
        .optional(),
      recipient: orderRecipient(),
      reminders: z
        .array(reminder())
        .max(REMINDERS_MAX)
        .meta({ description: words(() => 'Messages that follow the main one.') })
        .optional(),
    })
    .meta({
      id: 'OrderRequest',
      description: words(() => 'One message, with its reminders, to one recipient, sent when it is due.'),
      examples: [
        {
          idempotencyId: 'f3c9b1de-6d3c-4a5e-9a66-0f6f1a1f0c55',
          sendersReference: 'case-2026-1234',
          recipient: {
            recipientOrganization: {
              orgNumber: '991825827',
              channelSchema: 'EmailPreferred',
              emailSettings: { subject: 'New letter', body: '$recipientName$ has received a new letter.' },
              smsSettings: { body: '$recipientName$ has received a new letter.' },
            },
          },
        },
      ],
    }),
)

export type OrderRequest = z.output<ReturnType<typeof orderRequestSchema>>
