import { ok } from '@straks/shared'
import { described } from '#described'
import { empty } from '../routing/documentation.ts'
import { ownBodyOf } from '../routing/own-body.ts'
import { defineRoute } from '../routing/route.ts'
import { NOT_FOUND, notFound, OWNER, WEBHOOK_ID, webhookAt } from './on-webhook.ts'
import { Replay } from './webhook-schemas.ts'

/** `POST /straks/v1/webhooks/{id}/replay`: from a number of the feed on. */
export const replayWebhook = defineRoute({
  method: 'POST',
  path: '/{id}/replay',
  access: OWNER,
  parameters: WEBHOOK_ID,
  body: ownBodyOf(Replay),
  documentation: described(() => ({
    id: 'replayWebhook',
    summary: 'Deliver entries again',
    description: 'Everything in the feed beyond a number is delivered once more, with the same ids.',
    answers: { 202: empty('On its way.'), ...NOT_FOUND },
  })),
  handle: async ({ params, caller, body, context }) => {
    const known = await webhookAt(context, caller, params.id)?.replay(body.after)
    return known ? ok(new Response(null, { status: 202 })) : notFound
  },
})
