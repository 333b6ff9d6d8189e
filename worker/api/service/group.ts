import type { RouteGroup } from '../routing/group.ts'
import { getDocs } from './get-docs.ts'
import { getHealth } from './get-health.ts'
import { getOpenApi } from './get-openapi.ts'
import { getOperatorPage } from './get-operator-page.ts'
import { listDeadLetters } from './list-dead-letters.ts'

/** For those who run the service. */
export const serviceRoutes: RouteGroup = {
  prefix: '',
  tag: { name: 'Operation', description: 'For operators of the service.' },
  routes: [listDeadLetters, getHealth],
}

/** The API's description and the pages, which are not part of it. */
export const descriptionRoutes: RouteGroup = { prefix: '', routes: [getOpenApi, getDocs, getOperatorPage] }
