import { CORRESPONDENCE_SCOPE, NEW_KEY, type PublicClient } from './public-client.ts'

const CORRESPONDENCE = '/correspondence/api/v1/correspondence'
const ATTACHMENTS = '/correspondence/api/v1/attachment'

const MS_PER_WEEK = 604_800_000

/** The required members of a record of the app library. */
const OVERVIEW = [
  ...['correspondenceId', 'recipient', 'created', 'status', 'statusText', 'statusChanged', 'resourceId', 'sender'],
  ...['sendersReference', 'content.language', 'content.messageTitle', 'content.messageSummary', 'content.messageBody'],
]

const ATTACHMENT = [
  ...['id', 'created', 'dataLocationType', 'status', 'statusText', 'statusChanged', 'expirationTime'],
  ...['displayName', 'isEncrypted', 'sendersReference', 'dataType'],
].map((member) => `content.attachments.0.${member}`)

/** The required members of an attachment's overview, and those that cannot be null. */
const UPLOADED = [
  'attachmentId',
  'status',
  'statusText',
  'statusChanged',
  'resourceId',
  'isEncrypted',
  'sendersReference',
]

const SENT = ['correspondences.0.correspondenceId', 'correspondences.0.status', 'correspondences.0.recipient']

/** A moment as .NET writes it: seven digits of a second, and an offset. */
const inAWeek = (): string => new Date(Date.now() + MS_PER_WEEK).toISOString().replace('Z', '0000+00:00')

export const correspondenceClients: readonly PublicClient[] = [
  {
    name: 'the app library for .NET, correspondence as a form',
    source:
      'Altinn/app-lib-dotnet: Features/Correspondence/Models/CorrespondenceRequest.cs, CorrespondenceContent.cs, ' +
      'CorrespondenceAttachment.cs, Response/GetCorrespondenceStatusResponse.cs, Response/CorrespondenceAttachmentResponse.cs',
    scope: CORRESPONDENCE_SCOPE,
    calls: [
      {
        does: 'sends a form in PascalCase with a file, booleans and moments as .NET writes them',
        method: 'POST',
        path: `${CORRESPONDENCE}/upload`,
        status: 200,
        form: [
          ['Correspondence.ResourceId', 'example'],
          ['Correspondence.Sender', '0192:991825827'],
          ['Correspondence.SendersReference', 'app-1'],
          ['Correspondence.AllowSystemDeleteAfter', inAWeek()],
          ['Correspondence.DueDateTime', inAWeek()],
          ['Correspondence.IgnoreReservation', 'True'],
          ['Correspondence.PropertyList.caseId', 'case-1'],
          ['Recipients[0]', '0192:313756270'],
          ['Correspondence.Content.Language', 'nb'],
          ['Correspondence.Content.MessageTitle', 'Vedtak'],
          ['Correspondence.Content.MessageSummary', 'Et vedtak'],
          ['Correspondence.Content.MessageBody', 'Her er vedtaket.'],
          ['Correspondence.Content.Attachments[0].Filename', 'vedtak.txt'],
          ['Correspondence.Content.Attachments[0].Name', 'Vedtak'],
          ['Correspondence.Content.Attachments[0].SendersReference', 'file-1'],
          ['Correspondence.Content.Attachments[0].DataType', 'text/plain'],
          ['Correspondence.Content.Attachments[0].DataLocationType', 'ExistingCorrespondenceAttachment'],
          ['Attachments', { fileName: 'vedtak.txt', content: 'Vedtaket er positivt.' }],
          ['Correspondence.Content.Attachments[0].IsEncrypted', 'False'],
          ['Correspondence.Notification.NotificationTemplate', 'CustomMessage'],
          ['Correspondence.Notification.EmailSubject', 'Nytt vedtak'],
          ['Correspondence.Notification.EmailBody', 'Du har et nytt vedtak i innboksen.'],
          ['Correspondence.Notification.SmsBody', 'Du har et nytt vedtak i innboksen.'],
          ['Correspondence.Notification.SendReminder', 'False'],
          ['Correspondence.Notification.NotificationChannel', 'EmailPreferred'],
          ['Correspondence.Notification.CustomRecipients[0].EmailAddress', 'saksbehandler@example.com'],
          ['Correspondence.Notification.CustomRecipients[0].IsReserved', 'False'],
          [
            'Correspondence.Notification.CustomRecipients[1].NationalIdentityNumber',
            'urn:altinn:person:identifier-no:08900499559',
          ],
          ['Correspondence.ExternalReferences[0].ReferenceType', 'AltinnAppInstance'],
          ['Correspondence.ExternalReferences[0].ReferenceValue', '51001/27d8a1a7-98b5-4b61-8d4d-ba8a6c1b9b0e'],
          ['Correspondence.ReplyOptions[0].LinkUrl', 'https://example.com/svar'],
          ['Correspondence.ReplyOptions[0].LinkText', 'Svar'],
        ],
        reads: [...SENT, 'attachmentIds.0'],
        remembers: { id: 'correspondences.0.correspondenceId' },
      },
      {
        does: 'reads details, whose required members are all there',
        method: 'GET',
        path: `${CORRESPONDENCE}/{id}/details`,
        status: 200,
        reads: [...OVERVIEW, ...ATTACHMENT, 'statusHistory.0.status', 'statusHistory.0.statusText'],
      },
    ],
  },
  {
    name: 'the app library for .NET, correspondence as JSON, attachments first',
    source:
      'Altinn/app-lib-dotnet: Features/Correspondence/CorrespondenceClient.cs, Models/Request/InitializeCorrespondencesRequest.cs, ' +
      'Models/Response/AttachmentOverviewResponse.cs',
    scope: CORRESPONDENCE_SCOPE,
    calls: [
      {
        does: 'initialises an attachment, with nulls for what it leaves out',
        method: 'POST',
        path: ATTACHMENTS,
        status: 200,
        json: {
          resourceId: 'example',
          displayName: null,
          fileName: 'vedtak.txt',
          isEncrypted: false,
          checksum: null,
          sendersReference: 'file-1',
        },
        reads: ['value'],
        remembers: { attachment: 'value' },
      },
      {
        does: 'uploads its file',
        method: 'POST',
        path: `${ATTACHMENTS}/{attachment}/upload`,
        status: 200,
        octets: 'Vedtaket er positivt.',
        reads: UPLOADED,
      },
      {
        does: 'asks until it is published',
        method: 'GET',
        path: `${ATTACHMENTS}/{attachment}`,
        status: 200,
        reads: UPLOADED,
      },
      {
        does: 'sends the message, with nulls and URNs',
        method: 'POST',
        path: CORRESPONDENCE,
        status: 200,
        json: {
          correspondence: {
            resourceId: 'example',
            sendersReference: 'app-2',
            messageSender: null,
            content: {
              language: 'nb',
              messageTitle: 'Vedtak',
              messageSummary: 'Et vedtak',
              messageBody: 'Her er det.',
            },
            requestedPublishTime: null,
            dueDateTime: null,
            externalReferences: null,
            propertyList: {},
            replyOptions: null,
            notification: {
              notificationTemplate: 'GenericAltinnMessage',
              emailSubject: null,
              emailBody: null,
              smsBody: null,
              sendReminder: false,
              reminderEmailSubject: null,
              reminderEmailBody: null,
              reminderSmsBody: null,
              notificationChannel: 'EmailPreferred',
              reminderNotificationChannel: null,
              sendersReference: null,
              customRecipients: [
                { emailAddress: 'saksbehandler@example.com' },
                { organizationNumber: 'urn:altinn:organization:identifier-no:991825827' },
              ],
              customNotificationRecipients: null,
            },
            ignoreReservation: null,
            isConfirmationNeeded: false,
            isConfidential: false,
          },
          recipients: ['urn:altinn:organization:identifier-no:313756270'],
          existingAttachments: ['{attachment}'],
        },
        reads: [...SENT, 'attachmentIds.0'],
        remembers: { id: 'correspondences.0.correspondenceId' },
      },
      {
        does: 'reads details, whose required members are all there',
        method: 'GET',
        path: `${CORRESPONDENCE}/{id}/details`,
        status: 200,
        reads: [...OVERVIEW, ...ATTACHMENT, 'statusHistory.0.status'],
      },
    ],
  },
  {
    name: 'an integration point for agencies, Java',
    source:
      'felleslosninger/efm-integrasjonspunkt: altinn-v3/src/test/java/no/difi/meldingsutveksling/altinnv3/CorrespondenceApiTest.java',
    scope: CORRESPONDENCE_SCOPE,
    calls: [
      {
        does: 'sends JSON to an organisation named by its URN',
        method: 'POST',
        path: CORRESPONDENCE,
        status: 200,
        json: {
          correspondence: {
            resourceId: 'example',
            sender: '0192:991825827',
            sendersReference: 'string',
            content: {
              language: 'nb',
              messageTitle: 'Testmelding fra Digdir',
              messageSummary: 'Testmelding fra Digdir',
              messageBody: 'Testmelding fra Digdir',
            },
          },
          recipients: ['urn:altinn:organization:identifier-no:313756270'],
        },
        reads: SENT,
        remembers: { id: 'correspondences.0.correspondenceId' },
      },
      {
        does: 'reads the overview',
        method: 'GET',
        path: `${CORRESPONDENCE}/{id}`,
        status: 200,
        reads: ['correspondenceId', 'recipient', 'status', 'statusText', 'statusChanged', 'sender', 'sendersReference'],
      },
    ],
  },
  {
    name: 'a correspondence package for .NET',
    source: 'Altinn.Dd.Correspondence: tests/HandlerHarness.cs and the handlers that it drives',
    scope: CORRESPONDENCE_SCOPE,
    calls: [
      {
        does: 'sends JSON with a key, and nulls for what it leaves out',
        method: 'POST',
        path: CORRESPONDENCE,
        status: 200,
        json: {
          correspondence: {
            resourceId: 'example',
            sender: '0192:991825827',
            sendersReference: 'dd-1',
            messageSender: null,
            content: { language: 'nb', messageTitle: 'Brev', messageSummary: '', messageBody: 'Et brev.' },
            requestedPublishTime: null,
            dueDateTime: null,
            externalReferences: null,
            notification: {
              notificationTemplate: 'GenericAltinnMessage',
              notificationChannel: 'EmailPreferred',
              emailSubject: null,
              customRecipients: null,
            },
            ignoreReservation: null,
          },
          recipients: ['urn:altinn:organization:identifier-no:313756270'],
          existingAttachments: [],
          idempotentKey: NEW_KEY,
        },
        reads: SENT,
        remembers: { id: 'correspondences.0.correspondenceId' },
      },
      {
        does: 'reads the overview',
        method: 'GET',
        path: `${CORRESPONDENCE}/{id}`,
        status: 200,
        reads: ['correspondenceId', 'status', 'statusText', 'statusChanged', 'sender', 'sendersReference'],
      },
      {
        does: 'lists what it has sent',
        method: 'GET',
        path: `${CORRESPONDENCE}?resourceId=example&role=Sender`,
        status: 200,
        reads: ['ids'],
      },
    ],
  },
]
