import { ok } from '@straks/shared'
import { described } from '#described'
import { feedOf } from '../../platform/objects.ts'
import { empty } from '../routing/documentation.ts'
import { defineRoute } from '../routing/route.ts'
import { NOT_FOUND, notFound, OWNER, WEBHOOK_ID, webhookAt } from './on-webhook.ts'

/** `DELETE /straks/v1/webhooks/{id}`. */
export const deleteWebhook = defineRoute({
  method: 'DELETE',
  path: '/{id}',
  access: OWNER,
  parameters: WEBHOOK_ID,
  documentation: described(() => ({
    id: 'deleteWebhook',
    summary: 'Delete a webhook',
    description: 'Nothing is posted to it any more.',
    answers: { 204: empty('Deleted.'), ...NOT_FOUND },
  })),
  handle: async ({ params, caller, context }) => {
    if (!(await webhookAt(context, caller, params.id)?.remove())) return notFound
    await feedOf(context.env, caller.organization).removeWebhook(params.id)
    return ok(new Response(null, { status: 204 }))
  },
})
