import { described } from '#described'
import type { RouteGroup } from '../routing/group.ts'
import { routes } from './routes.ts'

/** Addresses that mail does not go to. docs/suppressions.md. */
export const suppressionRoutes: RouteGroup = {
  prefix: '/straks/v1/suppressions',
  tag: described(() => ({
    name: 'Suppressions',
    description: 'Addresses that your mail does not go to, because mail came back.',
  })),
  routes,
}
