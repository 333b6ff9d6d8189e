// `npm run generate` adds and removes lines here, from the files of this folder. To change the order, move a line.
import type { Route } from '../routing/route.ts'
import { deleteSuppression } from './delete-suppression.ts'
import { findSuppression } from './find-suppression.ts'
import { listSuppressions } from './list-suppressions.ts'

/** In the order of the documentation. */
// biome-ignore format: one name a line
export const routes: readonly Route[] = [
  listSuppressions,
  findSuppression,
  deleteSuppression,
]
