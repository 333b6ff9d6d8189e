import type { Operations } from './members.ts'

const ATTACHMENT = {
  fileName: 'string',
  displayName: 'string',
  sendersReference: 'string',
  isEncrypted: 'boolean',
  checksum: 'string',
} as const

const IN_A_REQUEST = { dataLocationType: 'string', expirationTime: 'string', expirationInDays: 'integer' } as const

const CUSTOM_RECIPIENT = {
  organizationNumber: 'string',
  nationalIdentityNumber: 'string',
  mobileNumber: 'string',
  emailAddress: 'string',
  isReserved: 'boolean',
} as const

const NOTIFICATION = {
  notificationTemplate: 'string',
  notificationChannel: 'string',
  emailSubject: 'string',
  emailBody: 'string',
  emailContentType: 'string',
  smsBody: 'string',
  sendReminder: 'boolean',
  reminderEmailSubject: 'string',
  reminderNotificationChannel: 'string',
  reminderEmailBody: 'string',
  reminderEmailContentType: 'string',
  reminderSmsBody: 'string',
  requestedSendTime: 'string',
  sendersReference: 'string',
  customRecipients: [CUSTOM_RECIPIENT],
  customRecipient: CUSTOM_RECIPIENT,
  customNotificationRecipients: [{ recipientToOverride: 'string', recipients: [CUSTOM_RECIPIENT] }],
  overrideRegisteredContactInformation: 'boolean',
} as const

const TEXTS = { language: 'string', messageTitle: 'string', messageSummary: 'string', messageBody: 'string' } as const

const MESSAGE = {
  resourceId: 'string',
  sender: 'string',
  sendersReference: 'string',
  messageSender: 'string',
  requestedPublishTime: 'string',
  dueDateTime: 'string',
  propertyList: 'object',
  ignoreReservation: 'boolean',
  isConfirmationNeeded: 'boolean',
  isConfidential: 'boolean',
  allowForwarding: 'boolean',
  externalReferences: [{ referenceType: 'string', referenceValue: 'string' }],
  replyOptions: [{ linkURL: 'string', linkText: 'string' }],
} as const

const REQUEST = {
  correspondence: {
    ...MESSAGE,
    allowSystemDeleteAfter: 'string',
    systemLabel: 'string',
    altinn2CorrespondenceId: 'integer',
    content: { ...TEXTS, attachments: [{ ...ATTACHMENT, ...IN_A_REQUEST }] },
    notification: NOTIFICATION,
  },
  recipients: ['string'],
  existingAttachments: ['string'],
  idempotentKey: 'string',
} as const

const INITIALISED = {
  correspondences: [
    {
      correspondenceId: 'string',
      status: 'string',
      recipient: 'string',
      notifications: 'null',
    },
  ],
  attachmentIds: ['string'],
} as const

const STATUS = { status: 'string', statusText: 'string', statusChanged: 'string' } as const

const OVERVIEW = {
  ...MESSAGE,
  ...STATUS,
  correspondenceId: 'string',
  recipient: 'string',
  created: 'string',
  published: 'string',
  read: 'string',
  systemLabel: 'string',
  altinn2CorrespondenceId: 'integer',
  content: {
    ...TEXTS,
    attachments: [
      {
        ...STATUS,
        id: 'string',
        fileName: 'string',
        name: 'string',
        isEncrypted: 'boolean',
        checksum: 'string',
        sendersReference: 'string',
        dataType: 'string',
        dataLocationType: 'string',
        created: 'string',
        expirationTime: 'string',
      },
    ],
  },
} as const

const ENTRY = {
  id: 'string',
  succeeded: 'boolean',
  recipient: {
    emailAddress: 'string',
    mobileNumber: 'string',
    organizationNumber: 'null',
    nationalIdentityNumber: 'null',
    isReserved: 'null',
  },
  sendStatus: { status: 'string', description: 'null', lastUpdate: 'string' },
} as const

const ATTACHMENT_OVERVIEW = {
  ...STATUS,
  attachmentId: 'string',
  resourceId: 'string',
  sender: 'string',
  fileName: 'string',
  name: 'string',
  restrictionName: 'string',
  isEncrypted: 'boolean',
  checksum: 'string',
  sendersReference: 'string',
  dataType: 'string',
  correspondenceIds: ['string'],
} as const

/**
 * The members of Altinn's correspondence API: names and types, as they are in docs/altinn/correspondence.md §1.1, §1.3, §2,
 * §4.6, §8 and §9; those of attachments as in
 * https://github.com/Altinn/altinn-studio-docs/blob/c6b87bd8b8ce3dfd2180cf70009d0bf6987c8adf/static/swagger/altinn-correspondence-v1.json.
 */
export const altinnCorrespondence: Operations = {
  'POST /correspondence/api/v1/correspondence': { takes: REQUEST, answers: INITIALISED },
  'GET /correspondence/api/v1/correspondence': {
    query: [
      ...['resourceId', 'from', 'to', 'status', 'role', 'onBehalfOf', 'sendersReference', 'idempotentKey'],
      'altinn2CorrespondenceId',
    ],
    answers: { ids: ['string'] },
  },
  'GET /correspondence/api/v1/correspondence/{id}': {
    answers: { ...OVERVIEW, notifications: [{ notificationOrderId: 'string', isReminder: 'boolean' }] },
  },
  'GET /correspondence/api/v1/correspondence/{id}/details': {
    answers: {
      ...OVERVIEW,
      statusHistory: [STATUS],
      notifications: [
        {
          id: 'string',
          sendersReference: 'string',
          creator: 'string',
          created: 'string',
          isReminder: 'boolean',
          notificationChannel: 'string',
          ignoreReservation: 'boolean',
          resourceId: 'string',
          processingStatus: { status: 'string', description: 'null', lastUpdate: 'string' },
          notificationStatusDetails: { email: ENTRY, sms: ENTRY, emails: [ENTRY], smses: [ENTRY] },
        },
      ],
    },
  },
  'GET /correspondence/api/v1/correspondence/{id}/notification/check': { answers: { sendNotification: 'boolean' } },
  'GET /correspondence/api/v1/correspondence/{id}/notification/check/main': {
    answers: { sendNotification: 'boolean' },
  },
  'POST /correspondence/api/v1/attachment': { takes: { resourceId: 'string', ...ATTACHMENT } },
  'POST /correspondence/api/v1/attachment/{id}/upload': { answers: ATTACHMENT_OVERVIEW },
  'GET /correspondence/api/v1/attachment/{id}': { answers: ATTACHMENT_OVERVIEW },
  'GET /correspondence/api/v1/attachment/{id}/details': {
    answers: { ...ATTACHMENT_OVERVIEW, statusHistory: [STATUS] },
  },
}
