import { described } from '#described'
import { API_PATH } from '../paths.ts'
import type { RouteGroup } from '../routing/group.ts'
import { routes } from './routes.ts'

/** How shipments fare. */
export const shipmentRoutes: RouteGroup = {
  prefix: API_PATH,
  tag: described(() => ({ name: 'Status', description: 'The status of messages.' })),
  routes,
}
