import type { JsonValue } from '@straks/shared'
import { expect, it } from 'vitest'
import { findingsIn } from './judging.ts'

/**
 * The requests of the guides, their placeholders filled in. docs/altinn/notifications.md §3.1,
 * docs/altinn/correspondence.md §2.
 */
const SMS: JsonValue = {
  idempotencyId: '94e9d0f6-7a3d-4a20-b5a7-445fb207f9bb',
  sendersReference: 'otp-login-2024-09-30-1234',
  recipientSms: {
    phoneNumber: '+4799999999',
    timeToLiveInSeconds: 120,
    smsSettings: { sender: 'Altinn', body: 'Engangskoden din er 428516. Den er gyldig i 2 minutter.' },
  },
}

const EMAIL: JsonValue = {
  idempotencyId: '8f2a6a61-073b-4a52-9f42-52e9972af974',
  sendersReference: 'otp-email-2024-09-30-1234',
  recipientEmail: {
    emailAddress: 'ola.nordmann@example.com',
    emailSettings: {
      subject: 'Engangskode for pålogging',
      body: '<p>Engangskoden din er <strong>428516</strong>. Den er gyldig i 2 minutter.</p>',
      senderEmailAddress: 'noreply@altinn.no',
      contentType: 'Html',
    },
  },
}

const correspondenceWith = (template: number): JsonValue => ({
  correspondence: {
    notification: {
      notificationTemplate: template,
      notificationChannel: 4,
      sendReminder: true,
      emailBody: 'Du har fått en ny melding.',
      emailSubject: 'Ny melding',
      emailContentType: 0,
      smsBody: 'Du har fått en ny melding.',
      reminderNotificationChannel: 1,
      reminderEmailBody: 'Du har en ulest melding.',
      reminderEmailSubject: 'Ulest melding',
      reminderEmailContentType: 0,
      reminderSmsBody: 'Du har en ulest melding.',
      requestedSendTime: '2025-10-15T10:00:00+02:00',
      customRecipients: [{ organizationNumber: '123456789' }],
      overrideRegisteredContactInformation: false,
    },
  },
  Recipients: [],
  ExistingAttachments: {},
})

const scenario = (overrides: boolean): JsonValue => ({
  notification: {
    customRecipients: [{ organizationNumber: '123456789' }],
    overrideRegisteredContactInformation: overrides,
  },
})

it.each([
  ['instant-sms', SMS],
  ['instant-email', EMAIL],
  ['correspondence', correspondenceWith(0)],
  ['correspondence', correspondenceWith(1)],
  ['correspondence-part', scenario(false)],
  ['correspondence-part', scenario(true)],
])('refuses nothing in an example of the guides (%s)', (kind, document) => {
  expect(findingsIn({ kind, document }).filter(({ severity }) => severity === 'error')).toEqual([])
})

it('has nothing at all to say of the guide’s instant messages', () => {
  expect(findingsIn({ kind: 'instant-sms', document: SMS })).toEqual([])
  expect(findingsIn({ kind: 'instant-email', document: EMAIL })).toEqual([])
})
