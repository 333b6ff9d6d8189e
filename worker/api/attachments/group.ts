import type { RouteGroup } from '../routing/group.ts'
import { deleteAttachment } from './delete-attachment.ts'
import { downloadOwnAttachment } from './download-own-attachment.ts'
import { getAttachment, getAttachmentDetails } from './get-attachment.ts'
import { initialiseAttachment } from './initialise-attachment.ts'
import { uploadAttachment } from './upload-attachment.ts'

/** Files that messages bring along. docs/altinn/correspondence.md §8. */
export const attachmentRoutes: RouteGroup = {
  prefix: '/correspondence/api/v1/attachment',
  dialect: 'correspondence',
  tag: {
    name: 'Attachments',
    description: 'Files that messages have: uploaded first, then named by any number of messages.',
  },
  routes: [
    initialiseAttachment,
    uploadAttachment,
    getAttachment,
    getAttachmentDetails,
    downloadOwnAttachment,
    deleteAttachment,
  ],
}
