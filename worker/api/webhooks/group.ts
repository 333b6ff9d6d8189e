import type { RouteGroup } from '../routing/group.ts'
import { changeWebhook } from './change-webhook.ts'
import { createWebhook } from './create-webhook.ts'
import { deleteWebhook } from './delete-webhook.ts'
import { getWebhook } from './get-webhook.ts'
import { listWebhookAttempts } from './list-webhook-attempts.ts'
import { listWebhooks } from './list-webhooks.ts'
import { replayWebhook } from './replay-webhook.ts'
import { rotateWebhookSecret } from './rotate-webhook-secret.ts'
import { testWebhook } from './test-webhook.ts'

/** Your feed, posted to you. docs/webhooks.md. */
export const webhookRoutes: RouteGroup = {
  prefix: '/straks/v1/webhooks',
  tag: { name: 'Webhooks', description: 'Your feed, posted to you as it grows (Standard Webhooks).' },
  routes: [
    createWebhook,
    listWebhooks,
    getWebhook,
    changeWebhook,
    deleteWebhook,
    rotateWebhookSecret,
    testWebhook,
    replayWebhook,
    listWebhookAttempts,
  ],
}
