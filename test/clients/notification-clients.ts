import { ACCEPTED_ORDER, NEW_KEY, NOTIFICATIONS_SCOPE, type PublicClient, SHIPMENT } from './public-client.ts'

const FUTURE = '/notifications/api/v1/future'
const FIRST_VERSION = '/notifications/api/v1/orders'

const MS_PER_HOUR = 3_600_000

const inAnHour = (): string => new Date(Date.now() + MS_PER_HOUR).toISOString()

export const notificationClients: readonly PublicClient[] = [
  {
    name: 'a wage subsidy service, Java',
    source: 'navikt/tiltaksgjennomforing-api: varsel/altinn/AltinnVarselClient.java',
    scope: NOTIFICATIONS_SCOPE,
    calls: [
      {
        does: 'orders an SMS to one number',
        method: 'POST',
        path: `${FUTURE}/orders`,
        status: 201,
        json: {
          idempotencyId: NEW_KEY,
          recipient: {
            recipientSms: {
              phoneNumber: '+4799999999',
              smsSettings: { body: 'Du har mottatt et nytt varsel.', sendingTimePolicy: 'Anytime' },
            },
          },
        },
        reads: ACCEPTED_ORDER,
        remembers: { shipment: 'notification.shipmentId' },
      },
      {
        does: 'follows it',
        method: 'GET',
        path: `${FUTURE}/shipment/{shipment}`,
        status: 200,
        reads: ['status', 'lastUpdate'],
      },
    ],
  },
  {
    name: 'the broker of files, .NET',
    source: 'Altinn/altinn-broker: Integrations/Altinn/Notifications/AltinnNotificationService.cs and its models',
    scope: NOTIFICATIONS_SCOPE,
    calls: [
      {
        does: 'orders for an organisation, with a UUID as key',
        method: 'POST',
        path: `${FUTURE}/orders`,
        status: 201,
        json: {
          sendersReference: 'file-transfer-1',
          idempotencyId: NEW_KEY,
          requestedSendTime: inAnHour(),
          recipient: {
            recipientOrganization: {
              orgNumber: '313756270',
              resourceId: 'urn:altinn:resource:example',
              channelSchema: 'EmailPreferred',
              emailSettings: { subject: 'En ny fil', body: 'Du har mottatt en fil.' },
              smsSettings: { body: 'Du har mottatt en fil.', sender: null },
            },
          },
          reminders: [],
        },
        reads: ACCEPTED_ORDER,
        remembers: { order: 'notificationOrderId', shipment: 'notification.shipmentId' },
      },
      {
        does: 'reads the shipment',
        method: 'GET',
        path: `${FUTURE}/shipment/{shipment}`,
        status: 200,
        reads: ['shipmentId', 'sendersReference', 'type', 'status', 'lastUpdate', 'recipients'],
      },
      { does: 'cancels the order', method: 'PUT', path: `${FIRST_VERSION}/{order}/cancel`, status: 200, reads: ['id'] },
    ],
  },
  {
    name: 'the access management service, .NET',
    source: 'Altinn/altinn-authorization-tmp: AccessMgmt.Core/Outbox/InstanceRemovedNotificationHandler.cs',
    scope: NOTIFICATIONS_SCOPE,
    calls: [
      {
        does: 'orders HTML for a person, with a key of words',
        method: 'POST',
        path: `${FUTURE}/orders`,
        status: 201,
        json: {
          idempotencyId: `auth_instance_removed_${NEW_KEY}_638000000000000000`,
          sendersReference: 'auth_instance_removed',
          recipient: {
            recipientPerson: {
              nationalIdentityNumber: '08900499559',
              channelSchema: 'Email',
              emailSettings: {
                subject: 'Du har fått fullmakt i Altinn',
                body: '<p>Hei,</p><ul><li>Ressurs</li></ul><p>Med vennlig hilsen,<br>Altinn</p>',
                contentType: 'Html',
                sendingTimePolicy: 'Anytime',
              },
            },
          },
        },
        reads: ACCEPTED_ORDER,
      },
      {
        does: 'is told NOT-00001 of a person without an address',
        method: 'POST',
        path: `${FUTURE}/orders`,
        status: 422,
        json: {
          idempotencyId: NEW_KEY,
          recipient: {
            recipientPerson: {
              nationalIdentityNumber: '10108000398',
              channelSchema: 'Email',
              emailSettings: { subject: 'Fullmakt', body: 'Du har fått fullmakt.' },
            },
          },
        },
        reads: ['code', 'title', 'status'],
      },
    ],
  },
  {
    name: 'the app library for .NET, orders',
    source: 'Altinn/app-lib-dotnet: Features/Notifications/NotificationService.cs',
    scope: NOTIFICATIONS_SCOPE,
    calls: [
      {
        does: 'orders for an organisation, with both settings and a key with a slash',
        method: 'POST',
        path: `${FUTURE}/orders`,
        status: 201,
        json: {
          sendersReference: '51001/27d8a1a7-98b5-4b61-8d4d-ba8a6c1b9b0e313756270',
          idempotencyId: `51001/${NEW_KEY}313756270`,
          recipient: {
            recipientOrganization: {
              orgNumber: '313756270',
              channelSchema: 'EmailPreferred',
              emailSettings: { sendingTimePolicy: 'Anytime', subject: 'Nytt skjema', body: 'Et skjema venter.' },
              smsSettings: { sendingTimePolicy: 'Anytime', sender: 'Altinn', body: 'Et skjema venter.' },
            },
          },
        },
        reads: ACCEPTED_ORDER,
      },
    ],
  },
  {
    name: 'the profile service, .NET, instant messages',
    source: 'Altinn/altinn-profile: Integrations/Notifications/NotificationsClient.cs',
    scope: NOTIFICATIONS_SCOPE,
    calls: [
      {
        does: 'sends a code by SMS without a sender',
        method: 'POST',
        path: `${FUTURE}/orders/instant/sms`,
        status: 201,
        json: {
          idempotencyId: NEW_KEY,
          sendersReference: 'address-1',
          recipientSms: {
            phoneNumber: '+4799999999',
            timeToLiveInSeconds: 360,
            smsSettings: { body: 'Koden din er 428516. Den er gyldig i 6 minutter.' },
          },
        },
        reads: ACCEPTED_ORDER,
        remembers: { shipment: 'notification.shipmentId' },
      },
      {
        does: 'sends one by e-mail without a sender or a content type',
        method: 'POST',
        path: `${FUTURE}/orders/instant/email`,
        status: 201,
        json: {
          idempotencyId: NEW_KEY,
          recipientEmail: {
            emailAddress: 'ola.nordmann@example.com',
            emailSettings: { subject: 'Bekreft adressen', body: 'Koden din er 428516.' },
          },
        },
        reads: ACCEPTED_ORDER,
      },
      { does: 'follows it', method: 'GET', path: `${FUTURE}/shipment/{shipment}`, status: 200, reads: SHIPMENT },
    ],
  },
  {
    name: 'the app library for .NET, e-mail to a list',
    source: 'Altinn/app-lib-dotnet: Features/Notifications/Email/EmailNotificationClient.cs and its tests',
    scope: NOTIFICATIONS_SCOPE,
    calls: [
      {
        does: 'orders an e-mail to several addresses by the route of the first version',
        method: 'POST',
        path: `${FIRST_VERSION}/email`,
        status: 202,
        json: {
          subject: 'subject',
          body: 'body',
          recipients: [{ emailAddress: 'ola.nordmann@example.com' }, { emailAddress: 'kari.nordmann@example.com' }],
          sendersReference: 'testref',
          requestedSendTime: inAnHour(),
        },
        reads: ['orderId'],
        remembers: { order: 'orderId' },
      },
      {
        does: 'reads its status',
        method: 'GET',
        path: `${FIRST_VERSION}/{order}/status`,
        status: 200,
        reads: ['id', 'processingStatus.status', 'processingStatus.lastUpdate'],
      },
    ],
  },
]
