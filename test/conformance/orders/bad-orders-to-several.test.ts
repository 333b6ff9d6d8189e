import { beforeAll, describe, expect, it } from 'vitest'
import { send } from '#client'
import type { Members } from '../../support/api/answer.ts'
import { as, tokenFor } from '../support.ts'
import { order, tokenOfSeveral } from './several.ts'
import { ORDERS } from './support.ts'

let token: string
beforeAll(async () => {
  token = await tokenOfSeveral()
})

describe('an order to several that is refused', () => {
  const recipients = [{ emailAddress: 'ola@example.com' }]
  const texts = { emailTemplate: { subject: 'a', body: 'b' }, smsTemplate: { body: 'b' } }
  const EITHER = 'must be provided for each recipient.'
  it.each<[string, '' | '/email' | '/sms', Members, string, string]>([
    [
      'no recipients',
      '/email',
      { subject: 'a', body: 'b', recipients: [] },
      'Recipients',
      'One or more recipient is required.',
    ],
    [
      'a keyword of a message',
      '/sms',
      { body: 'Fra $sendersName$', recipients },
      'Body',
      "`body` contains `…`, which is filled in only in a message's notification. Known here: `$recipientName$`, `$recipientNumber$`.",
    ],
    ['a missing list', '/sms', { body: 'b' }, 'Recipients', 'One or more recipient is required.'],
    [
      'a missing channel',
      '',
      { recipients, ...texts },
      'NotificationChannel',
      'A notification channel must be defined.',
    ],
    [
      'a channel that is null',
      '',
      { notificationChannel: null, recipients, ...texts },
      'NotificationChannel',
      'A notification channel must be defined.',
    ],
    ['a blank subject', '/email', { subject: ' ', body: 'b', recipients }, 'Subject', 'The Subject field is required.'],
    ['a missing body', '/email', { subject: 'a', recipients }, 'Body', 'The Body field is required.'],
    [
      'no template for e-mail',
      '',
      { notificationChannel: 'Email', recipients },
      'EmailTemplate',
      'An email template is required for the selected notification channel.',
    ],
    [
      'no template for SMS',
      '',
      { notificationChannel: 'SmsPreferred', recipients, emailTemplate: texts.emailTemplate },
      'SmsTemplate',
      'An SMS template is required for the selected the notification channel.',
    ],
    [
      'recipients that are null',
      '/email',
      { subject: 'a', body: 'b', recipients: null },
      'Recipients',
      'The Recipients field is required.',
    ],
    [
      'the time null',
      '/sms',
      { body: 'b', recipients: [{ mobileNumber: '+4799999999' }], requestedSendTime: null },
      '$.requestedSendTime',
      "The JSON value could not be converted to the member's type. Path: $.requestedSendTime.",
    ],
    [
      'a template without a subject',
      '',
      { notificationChannel: 'Email', recipients, emailTemplate: { body: 'b' } },
      'EmailTemplate.Subject',
      'The email template subject must not be empty.',
    ],
    [
      'a template with a blank body',
      '',
      { notificationChannel: 'Email', recipients, emailTemplate: { subject: 'a', body: '' } },
      'EmailTemplate.Body',
      'The email template body must not be empty.',
    ],
    [
      'an SMS template with a blank body',
      '',
      { notificationChannel: 'SmsPreferred', recipients, ...texts, smsTemplate: { body: '' } },
      'SmsTemplate.Body',
      'The SMS template body must not be empty.',
    ],
    [
      'nobody by e-mail',
      '/email',
      { subject: 'a', body: 'b', recipients: [{}] },
      'Recipients[0]',
      `Either a valid email address, organization number, or national identity number ${EITHER}`,
    ],
    [
      'nobody by SMS',
      '/sms',
      { body: 'b', recipients: [{ mobileNumber: '' }] },
      'Recipients[0]',
      `Either a valid mobile number starting with country code, organization number, or national identity number ${EITHER}`,
    ],
    [
      'nobody at all',
      '',
      { notificationChannel: 'EmailPreferred', recipients: [...recipients, {}], ...texts },
      'Recipients[1]',
      `Either a valid email address, mobile number starting with country code, organization number, or national identity number ${EITHER}`,
    ],
    [
      'an address that is none',
      '/email',
      { subject: 'a', body: 'b', recipients: [{ emailAddress: 'ola' }] },
      'Recipients[0].EmailAddress',
      'Invalid email address format.',
    ],
    [
      'a number without its country',
      '/sms',
      { body: 'b', recipients: [{ mobileNumber: '99999999' }] },
      'Recipients[0].MobileNumber',
      "Mobile number can contain only '+' and numeric characters, and it must adhere to the E.164 standard.",
    ],
    [
      'a person with ten digits',
      '/sms',
      { body: 'b', recipients: [{ nationalIdentityNumber: '1234567890' }] },
      'Recipients[0].NationalIdentityNumber',
      'National identity number must be 11 digits long.',
    ],
    [
      'an organisation with ten digits',
      '/sms',
      { body: 'b', recipients: [{ organizationNumber: '1234567890' }] },
      'Recipients[0].OrganizationNumber',
      'Organization number must be 9 digits long.',
    ],
    [
      'a person with an address',
      '/email',
      {
        subject: 'a',
        body: 'b',
        recipients: [{ nationalIdentityNumber: '08900499559', emailAddress: 'ola@example.com' }],
      },
      'Recipients[0]',
      'National identity number cannot be combined with email address, mobile number, or organization number.',
    ],
    [
      'an organisation with a number',
      '/sms',
      { body: 'b', recipients: [{ organizationNumber: '991825827', mobileNumber: '+4799999999' }] },
      'Recipients[0]',
      'Organization number cannot be combined with email address, mobile number, or national identity number.',
    ],
    [
      'a time without zone',
      '/email',
      { subject: 'a', body: 'b', recipients, requestedSendTime: '2099-12-01T09:00:00' },
      'RequestedSendTime',
      'The requested send time value must have specified a time zone.',
    ],
    [
      'a time that is none',
      '/email',
      { subject: 'a', body: 'b', recipients, requestedSendTime: 'soon' },
      '$.requestedSendTime',
      "The JSON value could not be converted to the member's type. Path: $.requestedSendTime.",
    ],
    [
      'a condition on no web',
      '/email',
      { subject: 'a', body: 'b', recipients, conditionEndpoint: 'ftp://example.com' },
      'ConditionEndpoint',
      'The condition endpoint must be a valid URL.',
    ],
    [
      'an action without a resource',
      '/email',
      { subject: 'a', body: 'b', recipients, resourceAction: 'read' },
      'ResourceAction',
      'ResourceAction cannot be specified without a ResourceId.',
    ],
    [
      'an action of a blank resource',
      '/email',
      { subject: 'a', body: 'b', recipients, resourceId: ' ', resourceAction: 'read' },
      'ResourceAction',
      'ResourceAction cannot be specified without a ResourceId.',
    ],
  ])('for %s says so as Altinn does', async (_what, path, body, key, message) => {
    const { status, json } = await order(path, body)
    expect([status, Object(json.errors)[key]]).toEqual([400, [message]])
    expect(JSON.stringify(json.findings)).toContain('"severity":"error"')
  })

  it.each(['', '/email', '/sms'] as const)(
    'at %s needs a token with the scope, and is told which methods there are',
    async (path) => {
      const without = await tokenFor({ org: 'several', scope: 'altinn:other' })
      expect((await as(without).ask('POST', ORDERS + path, {})).status).toBe(403)
      expect((await send(ORDERS + path, { method: 'POST', body: '{}' })).status).toBe(401)
      const put = await as(token).request('PUT', ORDERS + path, {})
      expect([put.status, put.headers.get('allow')]).toEqual([
        405,
        path === '' ? 'POST, GET, HEAD' : expect.stringContaining('POST'),
      ])
    },
  )
})
