import type { RouteGroup } from '../routing/group.ts'
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

/** Messages in an inbox, and their notifications. docs/altinn/correspondence.md §1. */
export const correspondenceRoutes: RouteGroup = {
  prefix: '/correspondence/api/v1/correspondence',
  dialect: 'correspondence',
  tag: {
    name: 'Correspondences',
    description: 'Messages in an inbox, and their notifications.',
  },
  routes: [
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
  ],
}
