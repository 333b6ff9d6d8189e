import { described } from '#described'
import { API_PATH } from '../paths.ts'
import type { RouteGroup } from '../routing/group.ts'
import { routes } from './routes.ts'

/** One message to one recipient, at once. */
export const instantRoutes: RouteGroup = {
  prefix: API_PATH,
  tag: described(() => ({ name: 'Instant messages', description: 'One message to one recipient, at once.' })),
  routes,
}
