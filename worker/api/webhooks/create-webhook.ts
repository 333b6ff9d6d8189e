import { fail, ok } from '@straks/shared'
import { described } from '#described'
import { WEBHOOKS_MAX } from '../../feed/feed-entry.ts'
import { feedOf, webhookOf } from '../../platform/objects.ts'
import { json, problem } from '../routing/documentation.ts'
import { ownBodyOf } from '../routing/own-body.ts'
import { defineRoute } from '../routing/route.ts'
import { OWNER, toWebhook } from './on-webhook.ts'
import { NewWebhook } from './webhook-schemas.ts'
import { judgeWebhookUrl } from './webhook-url.ts'

/** `POST /straks/v1/webhooks`: makes a webhook. docs/webhooks.md. */
export const createWebhook = defineRoute({
  method: 'POST',
  path: '',
  access: OWNER,
  body: ownBodyOf(NewWebhook),
  documentation: described(() => ({
    id: 'createWebhook',
    summary: 'Make a webhook',
    description: 'From now on every entry of your feed is posted to the address, signed, until it is received.',
    answers: {
      201: json('Made. The secret is not shown again.', 'WebhookWithSecret'),
      409: problem('Your organisation has as many webhooks as it may have.'),
    },
  })),
  handle: async ({ caller: { organization }, body, context }) => {
    const { env, config } = context
    const url = judgeWebhookUrl(body.url, config)
    if (!url.ok) return url
    const id = crypto.randomUUID()
    context.note({ organization, webhook: id })
    const feed = feedOf(env, organization)
    const cursor = await feed.latest()
    const made = await webhookOf(env, organization, id).create({ id, organization, url: url.value, cursor })
    // Known to the feed last: an endpoint that the feed does not know gets nothing, but one without its object fails.
    if (!(await feed.addWebhook(organization, id))) {
      await webhookOf(env, organization, id).remove()
      return fail({ reason: 'webhook-limit', limit: WEBHOOKS_MAX })
    }
    return ok(Response.json({ ...toWebhook(made), secret: made.secret }, { status: 201 }))
  },
})
