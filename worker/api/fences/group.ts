import { described } from '#described'
import type { RouteGroup } from '../routing/group.ts'
import { routes } from './routes.ts'

/** What limits an organisation's messages. docs/fences.md. */
export const fenceRoutes: RouteGroup = {
  prefix: '/straks/v1/fences',
  tag: described(() => ({ name: 'Fences', description: 'How much your organisation may send, and where.' })),
  routes,
}
