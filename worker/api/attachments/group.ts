import { described } from '#described'
import type { RouteGroup } from '../routing/group.ts'
import { routes } from './routes.ts'

/** Files that messages bring along. docs/altinn/correspondence.md §8. */
export const attachmentRoutes: RouteGroup = {
  prefix: '/correspondence/api/v1/attachment',
  dialect: 'correspondence',
  tag: described(() => ({
    name: 'Attachments',
    description: 'Files that messages have: uploaded first, then named by any number of messages.',
  })),
  routes,
}
