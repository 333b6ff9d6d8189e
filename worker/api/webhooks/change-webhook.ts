import { ok } from '@straks/shared'
import { described } from '#described'
import { json } from '../routing/documentation.ts'
import { ownBodyOf } from '../routing/own-body.ts'
import { defineRoute } from '../routing/route.ts'
import { NOT_FOUND, notFound, OWNER, toWebhook, WEBHOOK_ID, webhookAt } from './on-webhook.ts'
import { WebhookChanges } from './webhook-schemas.ts'
import { judgeWebhookUrl } from './webhook-url.ts'

/** `PATCH /straks/v1/webhooks/{id}`: its address or its state. */
export const changeWebhook = defineRoute({
  method: 'PATCH',
  path: '/{id}',
  access: OWNER,
  parameters: WEBHOOK_ID,
  body: ownBodyOf(WebhookChanges),
  documentation: described(() => ({
    id: 'changeWebhook',
    summary: 'Change a webhook',
    description: 'Its address, or whether it is enabled. Enabled again, it goes on where it stopped: nothing is lost.',
    answers: { 200: json('The webhook as it is now.', 'Webhook'), ...NOT_FOUND },
  })),
  handle: async ({ params, caller, body, context }) => {
    const url = body.url === undefined ? ok(undefined) : judgeWebhookUrl(body.url, context.config)
    if (!url.ok) return url
    const view = await webhookAt(context, caller, params.id)?.change({
      ...(url.value !== undefined && { url: url.value }),
      ...(body.state !== undefined && { isEnabled: body.state === 'enabled' }),
    })
    return view ? ok(Response.json(toWebhook(view))) : notFound
  },
})
