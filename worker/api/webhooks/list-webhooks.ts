import { ok } from '@straks/shared'
import { described } from '#described'
import { feedOf, webhookOf } from '../../platform/objects.ts'
import { json } from '../routing/documentation.ts'
import { defineRoute } from '../routing/route.ts'
import { OWNER, toWebhook } from './on-webhook.ts'

/** `GET /straks/v1/webhooks`: the organisation's webhooks. */
export const listWebhooks = defineRoute({
  method: 'GET',
  path: '',
  access: OWNER,
  documentation: described(() => ({
    id: 'listWebhooks',
    summary: 'List your webhooks',
    answers: { 200: json('Your organisation’s webhooks.', 'Webhooks') },
  })),
  handle: async ({ caller: { organization }, context: { env, note } }) => {
    note({ organization })
    const ids = await feedOf(env, organization).webhooks()
    const views = await Promise.all(
      ids.map(async (id) => ({ id, view: await webhookOf(env, organization, id).view() })),
    )
    const items = views.flatMap(({ id, view }) => (view ? toWebhook({ ...view, id }) : []))
    return ok(Response.json({ items, next: null }))
  },
})
