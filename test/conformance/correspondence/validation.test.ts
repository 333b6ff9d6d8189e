import { beforeAll, describe, expect, it } from 'vitest'
import { type Answer, tokenFor } from '../support.ts'
import { initialise, messageRequest, ORGANIZATION, OTHER_ORGANIZATION, ownTexts, WRITE } from './messages.ts'

let token: string
beforeAll(async () => {
  token = await tokenFor({ org: 'validation', scope: WRITE })
})

type Members = Record<string, unknown>

const withNotification = (notification: Members) => initialise(messageRequest({ notification }), token)

/** Everything that a client written for Altinn looks at. */
function expectNumbered({ status, headers, json }: Answer, code: number, expected = 400): void {
  expect([json.errorCode, status, json.code, json.status]).toEqual([
    code,
    expected,
    `CORR-${String(code).padStart(5, '0')}`,
    expected,
  ])
  expect(json.detail).toEqual(expect.any(String))
  expect(json.traceId).toEqual(expect.any(String))
  expect(headers.get('content-type')).toContain('application/problem+json')
}

const EMAIL = { emailAddress: 'ola.nordmann@example.com' }
const own = (changes: Members) => ownTexts({ ...changes })
const reminding = (changes: Members) =>
  ownTexts({
    sendReminder: true,
    reminderEmailSubject: 'Ulest melding',
    reminderEmailBody: 'Du har en ulest melding.',
    reminderSmsBody: 'Du har en ulest melding.',
    ...changes,
  })

describe('a notification is refused with Altinn’s number', () => {
  it.each<[number, string, Members, string]>([
    [3002, 'an e-mail without a subject', own({ notificationChannel: 'Email', emailSubject: '' }), 'EmailSubject'],
    [3002, 'an e-mail without a body', own({ notificationChannel: 'Email', emailBody: null }), 'EmailBody'],
    [3002, 'no channel, which is e-mail, and no text', { notificationTemplate: 0 }, 'EmailBody'],
    [
      3003,
      'a reminding e-mail without a body',
      reminding({ reminderNotificationChannel: 'Email', reminderEmailBody: '' }),
      'ReminderEmailBody',
    ],
    [3004, 'an SMS without text', own({ notificationChannel: 'Sms', smsBody: '' }), 'SmsBody'],
    [
      3005,
      'a reminding SMS without text',
      reminding({ reminderNotificationChannel: 'Sms', reminderSmsBody: null }),
      'ReminderSmsBody',
    ],
    [
      3005,
      'a reminder by the channel of the main notification',
      own({ notificationChannel: 'Sms', sendReminder: true }),
      'ReminderSmsBody',
    ],
    [3006, 'e-mail preferred without an SMS', own({ notificationChannel: 'EmailPreferred', smsBody: null }), 'SmsBody'],
    [3006, 'SMS preferred without an e-mail', own({ notificationChannel: 3, emailBody: null }), 'EmailBody'],
    [
      3007,
      'a reminder by e-mail preferred without an SMS',
      reminding({ reminderNotificationChannel: 'EmailPreferred', reminderSmsBody: '' }),
      'ReminderSmsBody',
    ],
    [3024, 'both channels without an SMS', own({ smsBody: '' }), 'SmsBody'],
    [
      3025,
      'a reminder by both channels without a subject',
      reminding({ reminderEmailSubject: '' }),
      'ReminderEmailSubject',
    ],
    [
      3011,
      'a custom e-mail address that is none',
      { customRecipients: [{ emailAddress: 'ola' }] },
      'CustomRecipients[0].EmailAddress',
    ],
    [
      3011,
      'two addresses in one',
      { customRecipients: [{ emailAddress: 'test@example.com;test2@example.com' }] },
      'CustomRecipients[0].EmailAddress',
    ],
    [
      3012,
      'a number that is none',
      { customRecipients: [{ mobileNumber: '12345678' }] },
      'CustomRecipients[0].MobileNumber',
    ],
    [
      3015,
      '$recipientName$ with an address',
      { emailBody: 'Hei $recipientName$', customRecipients: [EMAIL] },
      'EmailBody',
    ],
    [3015, 'the same in capitals', { smsBody: '$RECIPIENTNAME$', customRecipients: [EMAIL] }, 'SmsBody'],
    [3018, 'two identifiers', { customRecipients: [{ ...EMAIL, mobileNumber: '+4799999999' }] }, 'CustomRecipients[0]'],
    [3019, 'no identifier', { customRecipients: [{}] }, 'CustomRecipients[0]'],
    [3019, 'an identifier that is empty', { customRecipients: [{ emailAddress: '' }] }, 'CustomRecipients[0]'],
    [
      3022,
      'override with nobody',
      { overrideRegisteredContactInformation: true },
      'OverrideRegisteredContactInformation',
    ],
    [
      3022,
      'override with an empty list',
      { overrideRegisteredContactInformation: true, customRecipients: [] },
      'OverrideRegisteredContactInformation',
    ],
  ])('%i: %s', async (code, _what, notification, member) => {
    const answer = await withNotification(notification)
    expectNumbered(answer, code)
    expect(Object.keys(Object(answer.json.errors))).toContain(`Correspondence.Notification.${member}`)
  })

  it('3017: custom recipients of a message to several', async () => {
    const recipients = [`0192:${ORGANIZATION}`, `0192:${OTHER_ORGANIZATION}`]
    const answer = await initialise(
      messageRequest({ notification: { customRecipients: [EMAIL] }, request: { recipients } }),
      token,
    )
    expectNumbered(answer, 3017)
    expect(answer.json.errors).toHaveProperty(['Correspondence.Notification.CustomRecipients'])
  })

  it('3001, which is 404: the template that is no more', async () => {
    for (const notificationTemplate of [2, '2'])
      expectNumbered(await withNotification({ notificationTemplate }), 3001, 404)
  })

  it('3023: a template of another number', async () => {
    for (const notificationTemplate of [3, -1, 99])
      expectNumbered(await withNotification({ notificationTemplate }), 3023)
  })

  it('STD-00000: a template, channel or type of another name', async () => {
    for (const notification of [
      { notificationTemplate: 'CustomText' },
      { notificationTemplate: [2] },
      { notificationChannel: 'Post' },
    ]) {
      const { status, json } = await withNotification(notification)
      const [member] = Object.keys(notification)
      const key = `$.correspondence.notification.${member}`
      expect([status, json.code]).toEqual([400, 'STD-00000'])
      expect(json.errors).toEqual({
        [key]: [`The JSON value could not be converted to the member's type. Path: ${key}.`],
      })
    }
  })

  // docs/altinn/correspondence.md §1.5: a number can be read, so that its validators look at it.
  it.each([
    ['NotificationChannel', { notificationChannel: 5 }],
    ['ReminderNotificationChannel', { reminderNotificationChannel: -1 }],
    ['EmailContentType', { emailContentType: 2 }],
  ])('STD-00000: a %s of another number', async (name, notification) => {
    const { status, json } = await withNotification(notification)
    expect([status, json.code]).toEqual([400, 'STD-00000'])
    expect(json.errors).toEqual({
      [`Correspondence.Notification.${name}`]: [`The ${name} field must be a defined value.`],
    })
  })
})

describe('a length is', () => {
  it.each([
    ['emailSubject', 128],
    ['emailBody', 10_000],
    ['smsBody', 2_144],
    ['reminderEmailSubject', 128],
    ['reminderEmailBody', 10_000],
    ['reminderSmsBody', 2_144],
  ])('%s: taken at %i characters, refused with the field’s name above', async (member, most) => {
    const name = member.slice(0, 1).toUpperCase() + member.slice(1)
    const notification = { notificationTemplate: 'CustomMessage', sendReminder: true }
    const full = { ...reminding({}), ...notification }
    expect((await withNotification({ ...full, [member]: 'a'.repeat(most) })).status).toBe(200)
    const { status, json } = await withNotification({ ...full, [member]: 'a'.repeat(most + 1) })
    expect([status, json.code]).toEqual([400, 'STD-00000'])
    expect(json.errors).toEqual({
      [`Correspondence.Notification.${name}`]: [`The field ${name} must be a string with a maximum length of ${most}.`],
    })
  })

  it('told under the field’s proper name, however it is spelt', async () => {
    const { json } = await withNotification({ EMAILSUBJECT: 'a'.repeat(129) })
    expect(json.errors).toHaveProperty(['Correspondence.Notification.EmailSubject'])
  })
})

describe('a message is refused', () => {
  it.each<[number, string, { request?: Members; correspondence?: Members; content?: Members }, string]>([
    [
      1006,
      'the same recipient twice',
      { request: { recipients: [`0192:${ORGANIZATION}`, `urn:altinn:organization:identifier-no:${ORGANIZATION}`] } },
      'Recipients[1]',
    ],
    [
      1008,
      'due in the past',
      { correspondence: { dueDateTime: '2020-01-01T00:00:00Z' } },
      'Correspondence.DueDateTime',
    ],
    [
      1009,
      'due before it is published',
      { correspondence: { requestedPublishTime: '2099-12-02T00:00:00Z', dueDateTime: '2099-12-01T00:00:00Z' } },
      'Correspondence.DueDateTime',
    ],
    [
      1016,
      'to be confirmed nobody knows when',
      { correspondence: { isConfirmationNeeded: true } },
      'Correspondence.DueDateTime',
    ],
    [1020, 'without a title', { content: { messageTitle: ' ' } }, 'Correspondence.Content.MessageTitle'],
    [1021, 'without a body', { content: { messageBody: '' } }, 'Correspondence.Content.MessageBody'],
    [1022, 'with a long body', { content: { messageBody: 'a'.repeat(30_001) } }, 'Correspondence.Content.MessageBody'],
    [1023, 'in Sami', { content: { language: 'se' } }, 'Correspondence.Content.Language'],
    [
      1035,
      'with a reply over http',
      { correspondence: { replyOptions: [{ linkURL: 'http://example.com' }] } },
      'Correspondence.ReplyOptions[0].LinkURL',
    ],
    [1037, 'with a long title', { content: { messageTitle: 'a'.repeat(256) } }, 'Correspondence.Content.MessageTitle'],
    [
      1042,
      'with a long summary',
      { content: { messageSummary: 'a'.repeat(256) } },
      'Correspondence.Content.MessageSummary',
    ],
    [
      1047,
      'with a key for several',
      {
        request: {
          idempotentKey: crypto.randomUUID(),
          recipients: [`0192:${ORGANIZATION}`, `0192:${OTHER_ORGANIZATION}`],
        },
      },
      'IdempotentKey',
    ],
  ])('%i: %s', async (code, _what, changes, member) => {
    const answer = await initialise(messageRequest(changes), token)
    expectNumbered(answer, code)
    expect(answer.json.errors).toHaveProperty([member])
  })

  it.each<[string, { request?: Members; correspondence?: Members; content?: Members }, string]>([
    ['without its resource', { correspondence: { resourceId: '' } }, 'Correspondence.ResourceId'],
    ['without your reference', { correspondence: { sendersReference: null } }, 'Correspondence.SendersReference'],
    [
      'with a resource of another kind',
      { correspondence: { resourceId: 'urn:altinn:org:x' } },
      'Correspondence.ResourceId',
    ],
    [
      'published beyond every zone',
      { correspondence: { requestedPublishTime: '2099-12-01T09:00:00+14:30' } },
      '$.correspondence.requestedPublishTime',
    ],
    [
      'published on 31 February',
      { correspondence: { requestedPublishTime: '2099-02-31T09:00:00Z' } },
      '$.correspondence.requestedPublishTime',
    ],
    ['with a key that is none', { request: { idempotentKey: 'key' } }, '$.idempotentKey'],
    ['with a key of zeros', { request: { idempotentKey: '00000000-0000-0000-0000-000000000000' } }, 'IdempotentKey'],
    ['to nobody', { request: { recipients: [] } }, 'Recipients'],
    ['to a bare organisation number', { request: { recipients: [ORGANIZATION] } }, 'Recipients'],
    ['to another country’s organisation', { request: { recipients: [`1234:${ORGANIZATION}`] } }, 'Recipients'],
    ['to a number nobody can have', { request: { recipients: ['12345678901'] } }, 'Recipients'],
    [
      'to more than 500',
      { request: { recipients: Array.from({ length: 501 }, (_, index) => `0192:${100_000_000 + index}`) } },
      'Recipients',
    ],
  ])('with the member’s name: %s', async (_what, changes, member) => {
    const { status, json } = await initialise(messageRequest(changes), token)
    expect([status, json.code, json.errorCode]).toEqual([400, 'STD-00000', undefined])
    expect(json.errors).toHaveProperty([member])
  })

  it('with Altinn’s words for a key that is no key', async () => {
    const idempotentKey = '00000000-0000-0000-0000-000000000000'
    const { json } = await initialise(messageRequest({ request: { idempotentKey } }), token)
    expect(json.errors).toEqual({ IdempotentKey: ['The idempotency key must be a valid non-empty GUID'] })
  })

  it('with the reader’s words where it lacks its recipients', async () => {
    const { correspondence } = messageRequest()
    const { json } = await initialise({ correspondence }, token)
    expect(json.errors).toEqual({
      $: ["JSON deserialization was missing required properties including: 'recipients'."],
    })
  })

  it('without repeating a name of the sender’s own', async () => {
    const { json } = await initialise(messageRequest({ correspondence: { propertyList: { mine: null } } }), token)
    const key = '$.correspondence.propertyList'
    expect(json.errors).toEqual({ [key]: [expect.stringContaining('could not be converted')] })
  })

  it('for a link in its notification, as links must never be there', async () => {
    for (const emailBody of [
      'Se https://example.com/innboks',
      'Logg inn på altinn.no',
      '<a href="https://a.no">her</a>',
    ]) {
      const { status, json } = await withNotification({ emailBody })
      expect(status).toBe(400)
      expect(JSON.stringify(json.findings)).toContain('link-forbidden')
    }
  })
})

describe('the first mistake, in Altinn’s order, gives the number', () => {
  const bad = { mobileNumber: '12345678' }

  it.each<[number, string, Members]>([
    [3022, 'override before texts', own({ smsBody: '', overrideRegisteredContactInformation: true })],
    [3019, 'no identifier before a bad one', { customRecipients: [{}, bad] }],
    [3012, 'the first recipient before the second', { customRecipients: [bad, {}] }],
    [3018, 'several identifiers before the form of one', { customRecipients: [{ ...bad, emailAddress: 'ola' }] }],
    [3015, 'the keyword before the form of the number', { smsBody: 'Hei $recipientName$', customRecipients: [bad] }],
    [3012, 'recipients before texts', own({ smsBody: '', customRecipients: [bad] })],
    [3002, 'the main text before the reminder’s', { notificationTemplate: 0, sendReminder: true }],
    [3023, 'the template before all others', { notificationTemplate: 7, customRecipients: [{}] }],
    [3001, 'the template that is no more before recipients', { notificationTemplate: 2, customRecipients: [{}] }],
  ])('%i: %s', async (code, _what, notification) => {
    expectNumbered(await withNotification(notification), code, code === 3001 ? 404 : 400)
  })

  it('and everything is told all the same', async () => {
    const { json } = await withNotification({ notificationTemplate: 0, sendReminder: true, customRecipients: [bad] })
    expect(json.errorCode).toBe(3012)
    expect(Object.keys(Object(json.errors)).length).toBeGreaterThan(3)
  })

  it('lengths and types come before all numbers', async () => {
    const { json } = await withNotification({ emailSubject: 'a'.repeat(129), customRecipients: [{}] })
    expect([json.code, json.errorCode]).toEqual(['STD-00000', undefined])
  })
})

describe('nothing of a refused request', () => {
  it('comes back in the answer', async () => {
    const emailAddress = `secret-${crypto.randomUUID()}`
    const answer = await withNotification({ customRecipients: [{ emailAddress }] })
    expect(JSON.stringify(answer.json)).not.toContain(emailAddress)
  })
})
