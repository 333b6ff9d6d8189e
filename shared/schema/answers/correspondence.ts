import * as z from 'zod'
import { NotificationChannel } from '../channel.ts'
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
] as const

const Status = z.enum(CORRESPONDENCE_STATUSES).meta({
  id: 'CorrespondenceStatus',
  description:
    'Where a correspondence stands. `Reserved`: its recipient has declined, and it will not be published. `PurgedByAltinn`: its sender took it back.',
})

const recipient = z.string().meta({ description: 'The recipient as a URN.' })
const given = (description: string) => z.string().nullable().meta({ description, format: 'date-time' })

/** The answer to an initialised correspondence. `spec/correspondence.md` 1.3. */
export const InitializedCorrespondences = z
  .object({
    correspondences: z.array(
      z.object({
        correspondenceId: z.uuid(),
        status: Status,
        recipient,
        notifications: z.null().meta({ description: 'Always null: orders are placed when the message is published.' }),
      }),
    ),
    attachmentIds: z.array(z.guid()).meta({ description: 'Those there were, then those that came with the message.' }),
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
  })

const attachment = z.object({
  id: z.uuid(),
  fileName: z.string().optional(),
  displayName: z.string().optional(),
  sendersReference: z.string().optional(),
  checksum: z.string().optional(),
  isEncrypted: z.boolean().optional(),
})

const overview = {
  correspondenceId: z.uuid(),
  resourceId: z.string(),
  sender: z.string().meta({ description: 'The sender as a URN; its short name where its number is not known.' }),
  sendersReference: z.string(),
  messageSender: z.string().nullable(),
  recipient,
  content: z
    .object({
      language: z.string(),
      messageTitle: z.string(),
      messageSummary: z.string().nullable(),
      messageBody: z.string(),
      attachments: z.array(attachment),
    })
    .nullable()
    .meta({ description: 'What the message says; null once it is purged.' }),
  created: moment('When it was initialised.'),
  requestedPublishTime: given('As the request had it.'),
  published: moment('When it was published.').nullable(),
  dueDateTime: given('As the request had it.'),
  status: Status,
  statusText: z.string(),
  statusChanged: moment('When the status was reached.'),
  externalReferences: z.array(z.object({ referenceType: z.string(), referenceValue: z.string() })),
  propertyList: z.record(z.string(), z.string()),
  replyOptions: z.array(z.object({ linkURL: z.string(), linkText: z.string().optional() })),
  ignoreReservation: z.boolean(),
  isConfirmationNeeded: z.boolean(),
  isConfidential: z.boolean(),
}

/** `GET /correspondence/{id}`. `spec/correspondence.md` 1, 4.6. */
export const CorrespondenceOverview = z
  .object({
    ...overview,
    notifications: z
      .array(z.object({ notificationOrderId: z.uuid().nullable(), isReminder: z.boolean() }))
      .meta({ description: 'The orders of its notifications; without an id until they are placed.' }),
  })
  .meta({ id: 'CorrespondenceOverview', description: 'A correspondence as its sender or recipient sees it.' })

const entry = z.object({
  id: z.null(),
  succeeded: z.boolean(),
  recipient: z
    .object({
      emailAddress: z.string().nullable(),
      mobileNumber: z.string().nullable(),
      organizationNumber: z.null(),
      nationalIdentityNumber: z.null(),
      isReserved: z.null(),
    })
    .meta({ description: 'Where it went; for the sender alone to see.' }),
  sendStatus: z.object({ status: z.string(), description: z.null(), lastUpdate: moment('When it last changed.') }),
})

const notification = z.object({
  id: z.uuid().meta({ description: 'The shipment.' }),
  notificationOrderId: z.uuid(),
  sendersReference: z.string().meta({ description: '`corr-` and the correspondence’s own.' }),
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
      email: entry.nullable(),
      sms: entry.nullable(),
      emails: z.array(entry).nullable(),
      smses: z.array(entry).nullable(),
    })
    .meta({ description: 'Its messages: the latest of each channel, then all of them.' }),
  status: z
    .enum(['planned', 'waitingForWindow', 'missingContact', 'reserved', 'sent', 'delivered', 'failed', 'cancelled'])
    .meta({ description: 'How it fares, in a word, also where nothing was sent.' }),
  recipient: z
    .object({
      organizationNumber: z.string().optional(),
      nationalIdentityNumber: z.string().optional(),
      emailAddress: z.string().optional(),
      mobileNumber: z.string().optional(),
      externalIdentity: z.string().optional(),
    })
    .optional()
    .meta({ description: 'Whom it tells, by the one identifier that its sender gave; for the sender alone to see.' }),
})

/** `GET /correspondence/{id}/details`. Seed 004; `spec/correspondence.md` 4.6. */
export const CorrespondenceDetails = z
  .object({
    ...overview,
    statusHistory: z.array(
      z.object({
        status: z.enum([...CORRESPONDENCE_STATUSES, 'Fetched']),
        statusText: z.string(),
        statusChanged: moment('When it was reached.'),
      }),
    ),
    notifications: z.array(notification),
  })
  .meta({ id: 'CorrespondenceDetails', description: 'A correspondence with its history and its notifications.' })
