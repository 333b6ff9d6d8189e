import { described } from '#described'
import { API_PATH } from '../paths.ts'
import type { RouteGroup } from '../routing/group.ts'
import { routes } from './routes.ts'

/** Messages that wait until they fall due, with reminders or to several recipients. */
export const orderRoutes: RouteGroup = {
  prefix: API_PATH,
  tag: described(() => ({
    name: 'Orders',
    description: 'Messages for a requested time: with reminders, or to several recipients.',
  })),
  routes,
}
