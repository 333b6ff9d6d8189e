// `npm run generate` adds and removes lines here, from the files of this folder. To change the order, move a line.
import type { Route } from '../routing/route.ts'
import { deleteAttachment } from './delete-attachment.ts'
import { downloadOwnAttachment } from './download-own-attachment.ts'
import { getAttachment, getAttachmentDetails } from './get-attachment.ts'
import { initialiseAttachment } from './initialise-attachment.ts'
import { uploadAttachment } from './upload-attachment.ts'

/** In the order of the documentation. */
// biome-ignore format: one name a line
export const routes: readonly Route[] = [
  initialiseAttachment,
  uploadAttachment,
  getAttachment,
  getAttachmentDetails,
  downloadOwnAttachment,
  deleteAttachment,
]
