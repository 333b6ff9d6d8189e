import * as z from 'zod'
import { once } from '../../once.ts'
import { NotificationChannel } from '../channel.ts'
import { attachmentMembers } from './attachment.ts'
import { moment } from './moment.ts'

const CORRESPONDENCE_STATUSES = [
  'Initialized',
  'ReadyForPublish',
  'Published',
  'Read',
  'Confirmed',
  'PurgedByRecipient',
  'PurgedByAltinn',
  'Reserved',
  'Failed',
  'AttachmentsDownloaded',
] as const

const Status = once(() =>
  z.enum(CORRESPONDENCE_STATUSES).meta({
    id: 'CorrespondenceStatus',
    description:
      'The status of a correspondence. `Reserved`: its recipient has declined, and it will not be published. `PurgedByAltinn`: its sender withdrew it.',
  }),
)

const recipient = () => z.string().meta({ description: 'The recipient as a URN.' })
const given = (description: string) => z.string().meta({ description, format: 'date-time' })

/** The answer to an initialised correspondence. docs/altinn/correspondence.md §1.3. */
export const InitializedCorrespondences = once(() =>
  z
    .object({
      correspondences: z.array(
        z.object({
          correspondenceId: z.uuid(),
          status: Status(),
          recipient: recipient(),
          notifications: z
            .null()
            .meta({ description: 'Always null: orders are placed when the message is published.' }),
        }),
      ),
      attachmentIds: z
        .array(z.guid())
        .meta({ description: 'First the existing ones, then those that came with the message.' }),
    })
    .meta({
      id: 'InitializedCorrespondences',
      description: 'One correspondence for each recipient.',
      examples: [
        {
          correspondences: [
            {
              correspondenceId: '0f9e4b9c-6f0c-4f6d-9f0e-6d0f8a1f8a11',
              status: 'ReadyForPublish',
              recipient: 'urn:altinn:organization:identifier-no:991825827',
              notifications: null,
            },
          ],
          attachmentIds: [],
        },
      ],
    }),
)

const attachment = once(() => z.object({ id: z.uuid(), ...attachmentMembers() }))

const overview = once(() => ({
  correspondenceId: z.uuid(),
  resourceId: z.string(),
  sender: z
    .string()
    .meta({ description: 'The sender’s number as `0192:991825827`; its short name where its number is not known.' }),
  sendersReference: z.string(),
  messageSender: z.string().meta({ description: 'Blank where the request had none.' }),
  recipient: recipient(),
  content: z
    .object({
      language: z.string(),
      messageTitle: z.string(),
      messageSummary: z.string(),
      messageBody: z.string(),
      attachments: z.array(attachment()),
    })
    .nullable()
    .meta({
      description:
        'What the message says; null once it is purged. The texts are blank for the sender once it is published.',
    }),
  created: moment('When it was initialised.'),
  requestedPublishTime: given('As the request had it; when it was initialised where it had none.'),
  published: moment('When it was published.').nullable(),
  read: moment('When the recipient first read it.').nullable(),
  dueDateTime: given('As the request had it.').nullable(),
  status: Status(),
  statusText: z.string(),
  statusChanged: moment('When the status was reached.'),
  externalReferences: z.array(z.object({ referenceType: z.string(), referenceValue: z.string() })),
  propertyList: z.record(z.string(), z.string()),
  replyOptions: z.array(z.object({ linkURL: z.string(), linkText: z.string().optional() })),
  ignoreReservation: z.boolean(),
  isConfirmationNeeded: z.boolean(),
  isConfidential: z.boolean(),
  allowForwarding: z.boolean().meta({ description: 'As the request had it.' }),
}))

/** `GET /correspondence/{id}`. docs/altinn/correspondence.md §1, §4.6. */
export const CorrespondenceOverview = once(() =>
  z
    .object({
      ...overview(),
      notifications: z
        .array(z.object({ notificationOrderId: z.uuid().nullable(), isReminder: z.boolean() }))
        .meta({ description: 'The orders of its notifications; without an id until they are placed.' }),
    })
    .meta({ id: 'CorrespondenceOverview', description: 'A correspondence as its sender or recipient sees it.' }),
)

const entry = once(() =>
  z.object({
    id: z.uuid().meta({ description: 'The id of the message; that of the shipment’s first is the shipment’s.' }),
    succeeded: z.boolean(),
    recipient: z
      .object({
        emailAddress: z.string().nullable(),
        mobileNumber: z.string().nullable(),
        organizationNumber: z.null(),
        nationalIdentityNumber: z.null(),
        isReserved: z.null(),
      })
      .meta({ description: 'Its destination; only the sender sees it.' }),
    sendStatus: z.object({ status: z.string(), description: z.null(), lastUpdate: moment('When it last changed.') }),
  }),
)

const notification = once(() =>
  z.object({
    id: z.uuid().meta({ description: 'The shipment.' }),
    notificationOrderId: z.uuid(),
    sendersReference: z.string().meta({ description: '`corr-` and the correspondence’s own reference.' }),
    creator: z.string(),
    created: moment('When the correspondence was initialised.'),
    isReminder: z.boolean(),
    notificationChannel: NotificationChannel.nullable(),
    ignoreReservation: z.boolean(),
    resourceId: z.string(),
    requestedSendTime: moment('When it falls due, or fell due.'),
    processingStatus: z.object({
      status: z.string(),
      description: z.null(),
      lastUpdate: moment('When it last changed.'),
    }),
    notificationStatusDetails: z
      .object({
        email: entry().nullable(),
        sms: entry().nullable(),
        emails: z.array(entry()).nullable(),
        smses: z.array(entry()).nullable(),
      })
      .meta({ description: 'Its messages: the latest of each channel, then all of them.' }),
    status: z
      .enum(['planned', 'waitingForWindow', 'missingContact', 'reserved', 'sent', 'delivered', 'failed', 'cancelled'])
      .meta({ description: 'Its status in one word, also if nothing was sent.' }),
    recipient: z
      .object({
        organizationNumber: z.string().optional(),
        nationalIdentityNumber: z.string().optional(),
        emailAddress: z.string().optional(),
        mobileNumber: z.string().optional(),
        externalIdentity: z.string().optional(),
      })
      .optional()
      .meta({ description: 'Its recipient, by the identifier that the sender gave; only the sender sees it.' }),
  }),
)

/** `GET /correspondence/{id}/details`. docs/altinn/correspondence.md §4.6. */
export const CorrespondenceDetails = once(() =>
  z
    .object({
      ...overview(),
      statusHistory: z.array(
        z.object({
          status: z.enum([...CORRESPONDENCE_STATUSES, 'Fetched']),
          statusText: z.string(),
          statusChanged: moment('When it was reached.'),
        }),
      ),
      notifications: z.array(notification()),
    })
    .meta({ id: 'CorrespondenceDetails', description: 'A correspondence with its history and its notifications.' }),
)

/** `GET /correspondence`. docs/altinn/correspondence.md §9. */
export const CorrespondenceIds = once(() =>
  z.object({ ids: z.array(z.uuid()) }).meta({
    id: 'CorrespondenceIds',
    description: 'The correspondences that were found, the latest publication first.',
  }),
)
