import type { JsonValue } from '@straks/shared'
import { describe, expect, it } from 'vitest'
import { findingsOfRule } from './judging.ts'

const missingIn = (document: JsonValue, kind = 'notification') =>
  findingsOfRule({ kind, document }, 'required-text').map(({ path, altinnCode }) => [path.join('.'), altinnCode])

const MAIN = ['emailSubject', 'emailBody', 'smsBody']
const REMINDER = ['reminderEmailSubject', 'reminderEmailBody', 'reminderSmsBody']

describe('a text of the sender’s own', () => {
  it.each([
    ['Email', ['emailSubject', 'emailBody'], 3002],
    ['Sms', ['smsBody'], 3004],
    ['EmailPreferred', MAIN, 3006],
    ['SmsPreferred', MAIN, 3006],
    ['EmailAndSms', MAIN, 3024],
  ])('needs for %s the texts %j', (notificationChannel, names, code) => {
    const document = { notificationTemplate: 'CustomMessage', notificationChannel }
    expect(missingIn(document)).toEqual(names.map((name) => [name, code]))
  })

  it.each([
    ['Email', ['reminderEmailSubject', 'reminderEmailBody'], 3003],
    ['Sms', ['reminderSmsBody'], 3005],
    ['EmailPreferred', REMINDER, 3007],
    ['SmsPreferred', REMINDER, 3007],
    ['EmailAndSms', REMINDER, 3025],
  ])('needs for a reminder by %s the texts %j', (reminderNotificationChannel, names, code) => {
    const main = { notificationChannel: 'Sms', smsBody: 'Hei' }
    const document = { ...main, sendReminder: true, reminderNotificationChannel, emailBody: 'x', emailSubject: 'x' }
    expect(missingIn(document)).toEqual(names.map((name) => [name, code]))
  })

  it('takes the channel of the reminder from the main notification', () => {
    const document = { notificationChannel: 'Sms', smsBody: 'Hei', sendReminder: true }
    expect(missingIn(document)).toEqual([['reminderSmsBody', 3005]])
  })

  it('is needed where template and channel are left out, as their defaults say', () => {
    expect(missingIn({ smsBody: 'Hei' })).toEqual([
      ['emailSubject', 3002],
      ['emailBody', 3002],
    ])
    const document = { correspondence: { notification: {} }, recipients: [] }
    expect(missingIn(document, 'correspondence')).toHaveLength(2)
  })

  it('is named as the document spells it', () => {
    const document = { NotificationTemplate: 0, EmailSubject: ' ', emailBody: 'Hei' }
    expect(missingIn(document)).toEqual([['EmailSubject', 3002]])
  })

  it('is left to the schema where it is no text', () => {
    expect(missingIn({ notificationChannel: 'Sms', smsBody: 7 })).toEqual([])
  })
})

it('needs no text beside Altinn’s own', () => {
  expect(missingIn({ notificationTemplate: 1, notificationChannel: 4, sendReminder: true })).toEqual([])
})

it('says nothing where the channel cannot be read', () => {
  expect(missingIn({ notificationTemplate: 'CustomMessage', notificationChannel: 'Fax' })).toEqual([])
})
