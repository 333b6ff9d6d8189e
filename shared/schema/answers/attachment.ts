import * as z from 'zod'
import { once } from '../../once.ts'
import { moment } from './moment.ts'

const ATTACHMENT_STATUSES = ['Initialized', 'UploadProcessing', 'Published', 'Purged', 'Failed'] as const

/** What every answer about an attachment shows of it. docs/altinn/correspondence.md §4.6. */
export const attachmentMembers = once(() => ({
  fileName: z.string(),
  name: z.string(),
  displayName: z.string(),
  isEncrypted: z.boolean(),
  checksum: z.string().meta({ description: 'The MD5 of its file; empty where neither is known.' }),
  sendersReference: z.string(),
  dataType: z.string().meta({ description: 'The media type, by the ending of the name.' }),
  dataLocationType: z.string(),
  status: z.enum(ATTACHMENT_STATUSES),
  statusText: z.string(),
  statusChanged: moment('When the status was reached.'),
  created: moment('When it was initialised.'),
  expirationTime: moment('Until when it is kept.'),
}))

const overview = once(() => ({
  attachmentId: z.uuid(),
  resourceId: z.string(),
  sender: z
    .string()
    .meta({ description: 'The sender’s number as `0192:991825827`; its short name where that is not known.' }),
  ...attachmentMembers(),
  attachmentSize: z.int().nullable().meta({ description: 'Bytes of its file.' }),
  correspondenceIds: z.array(z.uuid()).meta({ description: 'The correspondences that have it.' }),
}))

/** `GET /attachment/{id}`. docs/altinn/correspondence.md §8. */
export const AttachmentOverview = once(() =>
  z.object(overview()).meta({ id: 'AttachmentOverview', description: 'An attachment as its sender sees it.' }),
)

/** `GET /attachment/{id}/details`. docs/altinn/correspondence.md §8. */
export const AttachmentDetails = once(() =>
  z
    .object({
      ...overview(),
      statusHistory: z.array(
        z.object({
          status: z.enum(ATTACHMENT_STATUSES),
          statusText: z.string(),
          statusChanged: moment('When it was reached.'),
        }),
      ),
    })
    .meta({ id: 'AttachmentDetails', description: 'An attachment with its history.' }),
)
