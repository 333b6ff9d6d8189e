import { ok } from '@straks/shared'
import { described } from '#described'
import { json } from '../routing/documentation.ts'
import { defineRoute } from '../routing/route.ts'
import { NOT_FOUND, notFound, OWNER, toWebhook, WEBHOOK_ID, webhookAt } from './on-webhook.ts'

/** `GET /straks/v1/webhooks/{id}`: one webhook. */
export const getWebhook = defineRoute({
  method: 'GET',
  path: '/{id}',
  access: OWNER,
  parameters: WEBHOOK_ID,
  documentation: described(() => ({
    id: 'getWebhook',
    summary: 'Look at a webhook',
    description: 'Its address, its state, and how far it has come.',
    answers: { 200: json('The webhook.', 'Webhook'), ...NOT_FOUND },
  })),
  handle: async ({ params, caller, context }) => {
    const view = await webhookAt(context, caller, params.id)?.view()
    return view ? ok(Response.json(toWebhook({ ...view, id: params.id }))) : notFound
  },
})
