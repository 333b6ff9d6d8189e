import { ok } from '@straks/shared'
import { described } from '#described'
import { json } from '../routing/documentation.ts'
import { defineRoute } from '../routing/route.ts'
import { NOT_FOUND, notFound, OWNER, WEBHOOK_ID, webhookAt } from './on-webhook.ts'

/** `POST /straks/v1/webhooks/{id}/rotate-secret`: a new secret, beside which the old one signs for a day. */
export const rotateWebhookSecret = defineRoute({
  method: 'POST',
  path: '/{id}/rotate-secret',
  access: OWNER,
  parameters: WEBHOOK_ID,
  documentation: described(() => ({
    id: 'rotateWebhookSecret',
    summary: 'Rotate the secret of a webhook',
    description: 'For a day both secrets sign: a delivery then has two signatures.',
    answers: { 200: json('The new secret. It is not shown again.', 'WebhookSecret'), ...NOT_FOUND },
  })),
  handle: async ({ params, caller, context }) => {
    const secret = await webhookAt(context, caller, params.id)?.rotateSecret()
    return secret ? ok(Response.json({ secret })) : notFound
  },
})
