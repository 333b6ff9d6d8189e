import { described } from '#described'
import type { RouteGroup } from '../routing/group.ts'
import { routes } from './routes.ts'

/** Your feed, posted to you. docs/webhooks.md. */
export const webhookRoutes: RouteGroup = {
  prefix: '/straks/v1/webhooks',
  tag: described(() => ({
    name: 'Webhooks',
    description: 'Your feed, posted to you as it grows (Standard Webhooks).',
  })),
  routes,
}
