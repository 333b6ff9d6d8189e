// `npm run generate` adds and removes lines here, from the files of this folder. To change the order, move a line.
import type { Route } from '../routing/route.ts'
import { checkMain, checkReminder } from './check-notification.ts'
import { confirmCorrespondence } from './confirm.ts'
import { downloadAttachment } from './download-attachment.ts'
import { getContent } from './get-content.ts'
import { getDetails } from './get-details.ts'
import { getOverview } from './get-overview.ts'
import { initialiseFromForm } from './initialise-form.ts'
import { initialiseFromJson } from './initialise-json.ts'
import { listCorrespondences } from './list-correspondences.ts'
import { markAsRead } from './mark-as-read.ts'
import { purgeCorrespondence } from './purge.ts'

/** In the order of the documentation. */
// biome-ignore format: one name a line
export const routes: readonly Route[] = [
  initialiseFromJson,
  initialiseFromForm,
  listCorrespondences,
  getOverview,
  getDetails,
  getContent,
  markAsRead,
  confirmCorrespondence,
  downloadAttachment,
  purgeCorrespondence,
  checkReminder,
  checkMain,
]
