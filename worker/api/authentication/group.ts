import { described } from '#described'
import type { RouteGroup } from '../routing/group.ts'
import { routes } from './routes.ts'

/** What Altinn's authentication offers at the same address as its other APIs. */
export const authenticationRoutes: RouteGroup = {
  prefix: '/authentication/api/v1',
  tag: described(() => ({ name: 'Tokens', description: 'For clients that exchange their token before they use it.' })),
  routes,
}
