import { ok } from '@straks/shared'
import { described } from '#described'
import { feedOf, webhookOf } from '../../platform/objects.ts'
import { json } from '../routing/documentation.ts'
import { defineRoute } from '../routing/route.ts'
import { OWNER, toWebhook } from './on-webhook.ts'
import { Webhooks } from './webhook-schemas.ts'

/** `GET /straks/v1/webhooks`: the organisation's webhooks. */
export const listWebhooks = defineRoute({
  method: 'GET',
  path: '',
  access: OWNER,
  documentation: described(() => ({
    id: 'listWebhooks',
    summary: 'List your webhooks',
    answers: { 200: json('Your organisation’s webhooks.', Webhooks) },
  })),
  handle: async ({ caller: { organization }, context: { env, note } }) => {
    note({ organization })
    const ids = await feedOf(env, organization).webhooks()
    const views = await Promise.all(ids.map((id) => webhookOf(env, organization, id).view()))
    return ok(Response.json({ items: views.flatMap((view) => (view ? [toWebhook(view)] : [])), next: null }))
  },
})
