import { described } from '#described'
import type { RouteGroup } from '../routing/group.ts'
import { routes } from './routes.ts'

/** For those who run the service. docs/operate/. */
export const operatorRoutes: RouteGroup = {
  prefix: '/straks/v1/operator',
  tag: described(() => ({
    name: 'Operators',
    description:
      'For those who run the service: find, move and erase what any organisation has sent. All of it is audited.',
  })),
  routes,
}
