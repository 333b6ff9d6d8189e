import type { Operations } from './members.ts'

const EMAIL = {
  subject: 'string',
  body: 'string',
  senderEmailAddress: 'string',
  contentType: 'string',
  sendingTimePolicy: 'string',
} as const

const INSTANT_EMAIL = {
  subject: 'string',
  body: 'string',
  senderEmailAddress: 'string',
  contentType: 'string',
} as const

const SMS = { sender: 'string', body: 'string', sendingTimePolicy: 'string' } as const

const INSTANT_SMS = {
  phoneNumber: 'string',
  timeToLiveInSeconds: 'integer',
  smsSettings: { sender: 'string', body: 'string' },
} as const

const KEY = { idempotencyId: 'string', sendersReference: 'string' } as const

const PARTY = {
  channelSchema: 'string',
  resourceId: 'string',
  resourceAction: 'string',
  emailSettings: EMAIL,
  smsSettings: SMS,
} as const

const RECIPIENT = {
  recipientEmail: { emailAddress: 'string', emailSettings: EMAIL },
  recipientSms: { phoneNumber: 'string', smsSettings: SMS },
  recipientPerson: {
    nationalIdentityNumber: 'string',
    ignoreReservation: 'boolean',
    useStaleContactInformation: 'boolean',
    ...PARTY,
  },
  recipientOrganization: { orgNumber: 'string', ...PARTY },
  recipientExternalIdentity: { externalIdentity: 'string', ...PARTY },
} as const

const SHIPMENT = { shipmentId: 'string', sendersReference: 'string' } as const

const CHAIN = {
  notificationOrderId: 'string',
  notification: { ...SHIPMENT, reminders: [SHIPMENT] },
} as const

const INSTANT = { notificationOrderId: 'string', notification: SHIPMENT } as const

const TERMS = {
  sendersReference: 'string',
  requestedSendTime: 'string',
  conditionEndpoint: 'string',
  ignoreReservation: 'boolean',
  resourceId: 'string',
  resourceAction: 'string',
} as const

const LISTED_RECIPIENT = {
  emailAddress: 'string',
  mobileNumber: 'string',
  organizationNumber: 'string',
  nationalIdentityNumber: 'string',
  isReserved: 'boolean',
} as const

const LISTED = { ...TERMS, recipients: [LISTED_RECIPIENT] } as const

const TEMPLATES = {
  emailTemplate: { fromAddress: 'string', subject: 'string', body: 'string', contentType: 'string' },
  smsTemplate: { senderNumber: 'string', body: 'string' },
} as const

const ACCEPTED = {
  orderId: 'string',
  recipientLookup: { status: 'string', isReserved: ['string'], missingContact: ['string'] },
} as const

const ORDER_HEAD = {
  ...TERMS,
  id: 'string',
  creator: 'string',
  created: 'string',
  notificationChannel: 'string',
  links: { self: 'string', status: 'string' },
} as const

const ORDER = { ...ORDER_HEAD, ...LISTED, ...TEMPLATES } as const

const SEND_STATUS = { status: 'string', description: 'string', lastUpdate: 'string' } as const

const SUMMARY = { links: { self: 'string' }, generated: 'integer', succeeded: 'integer' } as const

const STATUS = {
  ...ORDER_HEAD,
  processingStatus: SEND_STATUS,
  notificationsStatusSummary: { email: SUMMARY, sms: SUMMARY },
} as const

const NOTIFICATIONS = {
  orderId: 'string',
  sendersReference: 'string',
  generated: 'integer',
  succeeded: 'integer',
  notifications: [
    {
      id: 'string',
      succeeded: 'boolean',
      sendStatus: SEND_STATUS,
      recipient: LISTED_RECIPIENT,
    },
  ],
} as const

const DELIVERY = { destination: 'string', status: 'string', lastUpdate: 'string' } as const

/**
 * The members of Altinn's notification API: names and types, as they are in docs/altinn/notifications.md §2.2, §3.1, §4.3,
 * §4.4, §7.1 and §9.2.
 */
export const altinnNotifications: Operations = {
  'POST /notifications/api/v1/future/orders/instant/sms': {
    takes: { ...KEY, recipientSms: INSTANT_SMS },
    answers: INSTANT,
  },
  'POST /notifications/api/v1/future/orders/instant/email': {
    takes: { ...KEY, recipientEmail: { emailAddress: 'string', emailSettings: INSTANT_EMAIL } },
    answers: INSTANT,
  },
  'POST /notifications/api/v1/future/orders/instant': {
    takes: { ...KEY, recipient: { recipientSms: INSTANT_SMS } },
    answers: INSTANT,
  },
  'POST /notifications/api/v1/future/orders': {
    takes: {
      ...KEY,
      requestedSendTime: 'string',
      conditionEndpoint: 'string',
      dialogportenAssociation: { dialogId: 'string', transmissionId: 'string' },
      recipient: RECIPIENT,
      reminders: [
        {
          sendersReference: 'string',
          conditionEndpoint: 'string',
          delayDays: 'integer',
          requestedSendTime: 'string',
          recipient: RECIPIENT,
        },
      ],
    },
    answers: CHAIN,
  },
  'POST /notifications/api/v1/orders': {
    takes: { ...LISTED, notificationChannel: 'string', ...TEMPLATES },
    answers: ACCEPTED,
  },
  'POST /notifications/api/v1/orders/email': {
    takes: { ...LISTED, subject: 'string', body: 'string', contentType: 'string' },
    answers: ACCEPTED,
  },
  'POST /notifications/api/v1/orders/sms': {
    takes: { ...LISTED, senderNumber: 'string', body: 'string' },
    answers: ACCEPTED,
  },
  'GET /notifications/api/v1/orders': { query: ['sendersReference'], answers: { count: 'integer', orders: [ORDER] } },
  'GET /notifications/api/v1/orders/{id}': { answers: ORDER },
  'GET /notifications/api/v1/orders/{id}/status': { answers: STATUS },
  'GET /notifications/api/v1/orders/{id}/notifications/email': { answers: NOTIFICATIONS },
  'GET /notifications/api/v1/orders/{id}/notifications/sms': { answers: NOTIFICATIONS },
  'PUT /notifications/api/v1/orders/{id}/cancel': { answers: { ...ORDER, processingStatus: SEND_STATUS } },
  'GET /notifications/api/v1/future/shipment/{shipmentId}': {
    answers: {
      shipmentId: 'string',
      sendersReference: 'string',
      type: 'string',
      status: 'string',
      lastUpdate: 'string',
      recipients: [{ type: 'string', ...DELIVERY }],
    },
  },
  'GET /notifications/api/v1/future/shipment/feed': {
    query: ['seq', 'pageSize', 'orderBy'],
    answers: [
      {
        sequenceNumber: 'integer',
        shipmentId: 'string',
        sendersReference: 'string',
        shipmentType: 'string',
        status: 'string',
        lastUpdate: 'string',
        recipients: [DELIVERY],
      },
    ],
  },
  'GET /notifications/api/v1/future/enduser/log': {
    query: ['dialogId', 'transmissionId'],
    answers: [
      {
        notificationId: 'string',
        dialogId: 'string',
        transmissionId: 'string',
        type: 'string',
        channel: 'string',
        destination: 'string',
        status: 'string',
        requestedSendTime: 'string',
        lastUpdateTime: 'string',
      },
    ],
  },
}
