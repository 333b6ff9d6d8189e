import { ok } from '@straks/shared'
import { described } from '#described'
import { empty } from '../routing/documentation.ts'
import { defineRoute } from '../routing/route.ts'
import { NOT_FOUND, notFound, OWNER, WEBHOOK_ID, webhookAt } from './on-webhook.ts'

/** `POST /straks/v1/webhooks/{id}/test`: a delivery that means nothing. */
export const testWebhook = defineRoute({
  method: 'POST',
  path: '/{id}/test',
  access: OWNER,
  parameters: WEBHOOK_ID,
  documentation: described(() => ({
    id: 'testWebhook',
    summary: 'Send a test to a webhook',
    description:
      'Posts an event of the type `webhook.test`, signed and retried as any other. A webhook that is disabled gets it once it is enabled.',
    answers: { 202: empty('On its way: the attempts tell what came of it.'), ...NOT_FOUND },
  })),
  handle: async ({ params, caller, context }) => {
    const timestamp = new Date().toISOString()
    const body = JSON.stringify({ type: 'webhook.test', timestamp, data: { webhookId: params.id } })
    const known = await webhookAt(context, caller, params.id)?.notify(`test-${crypto.randomUUID()}`, body)
    return known ? ok(new Response(null, { status: 202 })) : notFound
  },
})
