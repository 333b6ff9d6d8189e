import { once, words } from '@straks/shared'
import * as z from 'zod'

/** As long as the address of a condition may be. */
const URL_MAX_UNITS = 2_048

const url = () =>
  z
    .string()
    .max(URL_MAX_UNITS)
    .describe(words(() => 'Where deliveries are posted: https, on the public internet.'))

/** What makes a webhook. */
export const NewWebhook = once(() =>
  z.object({ url: url() }).meta({ id: 'NewWebhook', examples: [{ url: 'https://example.com/straks' }] }),
)

/** What may be changed of a webhook. */
export const WebhookChanges = once(() =>
  z.object({ url: url().optional(), state: z.enum(['enabled', 'disabled']).optional() }).meta({ id: 'WebhookChanges' }),
)

/** Where a replay starts. */
export const Replay = once(() =>
  z
    .object({
      after: z
        .int()
        .min(0)
        .describe(words(() => 'Everything beyond this number of the feed is delivered again.')),
    })
    .meta({ id: 'WebhookReplay' }),
)
