import { ok } from '@straks/shared'
import { described } from '#described'
import { json } from '../routing/documentation.ts'
import { defineRoute } from '../routing/route.ts'
import { NOT_FOUND, notFound, OWNER, WEBHOOK_ID, webhookAt } from './on-webhook.ts'

/** `GET /straks/v1/webhooks/{id}/attempts`: what the receiver answered. */
export const listWebhookAttempts = defineRoute({
  method: 'GET',
  path: '/{id}/attempts',
  access: OWNER,
  parameters: WEBHOOK_ID,
  documentation: described(() => ({
    id: 'listWebhookAttempts',
    summary: 'Look at the attempts of a webhook',
    description: 'The latest hundred, newest first.',
    answers: { 200: json('The attempts.', 'WebhookAttempts'), ...NOT_FOUND },
  })),
  handle: async ({ params, caller, context }) => {
    const attempts = await webhookAt(context, caller, params.id)?.attempts()
    if (!attempts) return notFound
    const items = attempts.map(({ atMs, ...attempt }) => ({ ...attempt, at: new Date(atMs).toISOString() }))
    return ok(Response.json({ items, next: null }))
  },
})
