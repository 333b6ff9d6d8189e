import type { RouteGroup } from '../routing/group.ts'
import { routes } from './routes.ts'

/** The API's description and the pages, which are not part of it. */
export const descriptionRoutes: RouteGroup = { prefix: '', routes }
