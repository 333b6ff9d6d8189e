import { described } from '#described'
import type { RouteGroup } from '../routing/group.ts'
import { routes } from './routes.ts'

/** Messages in an inbox, and their notifications. docs/altinn/correspondence.md §1. */
export const correspondenceRoutes: RouteGroup = {
  prefix: '/correspondence/api/v1/correspondence',
  dialect: 'correspondence',
  tag: described(() => ({
    name: 'Correspondences',
    description: 'Messages in an inbox, and their notifications.',
  })),
  routes,
}
