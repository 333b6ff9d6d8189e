import { once } from '@straks/shared'
import * as z from 'zod'

/** A webhook as its owner sees it. */
export const Webhook = once(() =>
  z
    .object({
      id: z.uuid(),
      url: z.url().optional().meta({ description: 'Left out where it cannot be read.' }),
      state: z.enum(['enabled', 'disabled']),
      disabledReason: z.enum(['by-owner', 'gone', 'failing', 'unreadable']).optional().meta({
        description:
          'Its owner turned it off, it answered 410, it failed for almost three days, or what is stored of it cannot be read: then delete it and make it anew.',
      }),
      createdAt: z.iso.datetime().optional().meta({ description: 'Left out where it cannot be read.' }),
      sequenceNumber: z.int().meta({ description: 'The last number of the feed that has been taken up.' }),
      waiting: z.int().meta({ description: 'Deliveries that have not been received.' }),
    })
    .meta({ id: 'Webhook' }),
)

/** A webhook with its secret, which is shown only when it is made. */
export const WebhookWithSecret = once(() =>
  Webhook()
    .extend({
      secret: z.string().meta({ description: 'Signs each delivery (Standard Webhooks). It is not shown again.' }),
    })
    .meta({ id: 'WebhookWithSecret' }),
)

export const Webhooks = once(() => z.object({ items: z.array(Webhook()), next: z.null() }).meta({ id: 'Webhooks' }))

export const WebhookSecret = once(() => z.object({ secret: z.string() }).meta({ id: 'WebhookSecret' }))

/** The latest attempts, newest first. */
export const WebhookAttempts = once(() =>
  z
    .object({
      items: z.array(
        z.object({
          webhookId: z.string(),
          at: z.iso.datetime(),
          outcome: z.enum(['received', 'refused', 'no-answer', 'timeout']),
          status: z.int().optional().meta({ description: 'The receiver’s status, where it answered.' }),
          durationMs: z.int(),
        }),
      ),
      next: z.null(),
    })
    .meta({ id: 'WebhookAttempts' }),
)
