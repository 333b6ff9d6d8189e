// `npm run generate` adds and removes lines here, from the files of this folder. To change the order, move a line.
import type { Route } from '../routing/route.ts'
import { getDocs } from './get-docs.ts'
import { getOpenApi } from './get-openapi.ts'
import { getOperatorPage } from './get-operator-page.ts'

/** In the order of the documentation. */
// biome-ignore format: one name a line
export const routes: readonly Route[] = [
  getOpenApi,
  getDocs,
  getOperatorPage,
]
