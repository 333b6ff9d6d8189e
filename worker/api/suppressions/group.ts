import type { RouteGroup } from '../routing/group.ts'
import { deleteSuppression } from './delete-suppression.ts'
import { findSuppression } from './find-suppression.ts'
import { listSuppressions } from './list-suppressions.ts'

/** Addresses that mail does not go to. docs/suppressions.md. */
export const suppressionRoutes: RouteGroup = {
  prefix: '/straks/v1/suppressions',
  tag: { name: 'Suppressions', description: 'Addresses that your mail does not go to, because mail came back.' },
  routes: [listSuppressions, findSuppression, deleteSuppression],
}
