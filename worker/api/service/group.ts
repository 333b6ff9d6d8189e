import { described } from '#described'
import type { RouteGroup } from '../routing/group.ts'
import { routes } from './routes.ts'

/** For those who run the service. */
export const serviceRoutes: RouteGroup = {
  prefix: '',
  tag: described(() => ({ name: 'Operation', description: 'For operators of the service.' })),
  routes,
}
