import { correspondence, instantSms, notification, order } from '@straks/shared'
import { describe, expect, it } from 'vitest'

describe('a document', () => {
  it('is read with names in any letter case, and known by the names that it uses', () => {
    const { value, fields } = instantSms.read({ RECIPIENTSMS: { PhoneNumber: '+4799999999' } })
    expect(value).toEqual({ recipientSms: { phoneNumber: '+4799999999' } })
    expect(fields.map(({ path }) => path)).toEqual([['RECIPIENTSMS', 'PhoneNumber']])
  })

  it('is read with numbers in quotes, but not with quoted truths', () => {
    expect(instantSms.read({ recipientSms: { timeToLiveInSeconds: '120' } }).value).toEqual({
      recipientSms: { timeToLiveInSeconds: 120 },
    })
    expect(notification.read({ sendReminder: 'true' }).value).toEqual({ sendReminder: 'true' })
  })

  it('is read with choices by name in any case or by number', () => {
    for (const notificationChannel of ['emailAndSms', 4, '4']) {
      const { value, respellings } = notification.read({ notificationChannel })
      expect(value).toEqual({ notificationChannel: 'EmailAndSms' })
      expect(respellings).toEqual([
        { path: ['notificationChannel'], written: notificationChannel, name: 'EmailAndSms' },
      ])
    }
    expect(notification.read({ notificationChannel: 5 }).value).toEqual({ notificationChannel: 5 })
    expect(notification.read({ notificationChannel: -1 }).value).toEqual({ notificationChannel: -1 })
  })

  it('counts from 1 where the choice does', () => {
    const policies = [0, 1, 2, 3].map((sendingTimePolicy) => {
      const recipientSms = { phoneNumber: '1', smsSettings: { body: 'x', sendingTimePolicy } }
      return order.read({ recipient: { recipientSms } }).value
    })
    const read = policies.map((value) => JSON.stringify(value).match(/"sendingTimePolicy":(.*?)\}/)?.[1])
    expect(read).toEqual(['0', '"Anytime"', '"Daytime"', '3'])
  })

  it('is read without what is null, and without empty identifiers of custom recipients', () => {
    const { value } = notification.read({
      emailBody: null,
      smsBody: '',
      customRecipients: [{ emailAddress: '', mobileNumber: ' ', organizationNumber: null }],
    })
    expect(value).toEqual({ smsBody: '', customRecipients: [{ mobileNumber: ' ' }] })
  })

  it('keeps the last of two names that differ in case only', () => {
    expect(notification.read({ smsBody: 'one', SMSBODY: 'two' }).value).toEqual({ smsBody: 'two' })
    expect(notification.read({ smsBody: 'one', SMSBODY: null }).value).toEqual({})
  })

  it('takes a spelling that comes again to stand where it stood first, as the engine’s parser does', () => {
    const document: unknown = JSON.parse('{"smsBody":"one","SMSBODY":"two","smsBody":"three"}')
    expect(notification.read(document).value).toEqual({ smsBody: 'two' })
  })

  it('has nothing of the first of them for a rule to judge', () => {
    const { fields, notifications } = notification.read({ SMSBODY: 'https://example.com', smsBody: 'Hei' })
    expect(fields.map(({ value }) => value)).toEqual(['Hei'])
    expect(notifications[0]?.object.spellings.get('smsBody')).toBeUndefined()
    const { value, objects } = correspondence.read({ correspondence: { content: {} }, Correspondence: { content: {} } })
    expect(objects.filter(({ role }) => role === 'message-content')).toHaveLength(1)
    expect(value).toEqual({ correspondence: { content: {} } })
  })

  it('is not led astray by names of another kind', () => {
    const input: unknown = JSON.parse('{"__proto__": {"smsBody": "x"}, "constructor": 1, "smsBody": "y"}')
    expect(notification.read(input).value).toEqual({ smsBody: 'y' })
  })
})

describe('a notification', () => {
  const viewOf = (members: object) => notification.read(members).notifications[0]

  it('is found wherever it stands, with the place of its members', () => {
    const document = { Correspondence: { Notification: { SmsBody: 'x' } } }
    const [view] = correspondence.read(document).notifications
    expect(view?.object.path).toEqual(['Correspondence', 'Notification'])
    expect(view?.object.spellings.get('smsBody')).toBe('SmsBody')
  })

  it('has its defaults', () => {
    expect(viewOf({})).toMatchObject({
      ownText: true,
      channels: { main: 'Email', reminder: 'Email' },
      sendsReminder: false,
      recipients: [],
      isExcerpt: true,
    })
    expect(viewOf({ notificationChannel: 1 })?.channels).toEqual({ main: 'Sms', reminder: 'Sms' })
  })

  it('uses the first list of recipients that holds any', () => {
    const customRecipients = [{ emailAddress: 'a@example.com' }]
    const customRecipient = { emailAddress: 'b@example.com' }
    const customNotificationRecipients = [
      { recipientToOverride: 'x', recipients: [{ emailAddress: 'c@example.com' }, { emailAddress: 'd@example.com' }] },
      { recipientToOverride: 'y', recipients: [{ emailAddress: 'e@example.com' }] },
    ]
    const addresses = (members: object) =>
      viewOf(members)?.recipients.map((recipient) => recipient.members.emailAddress)
    const all = { customRecipients, customRecipient, customNotificationRecipients }
    expect(addresses(all)).toEqual(['a@example.com'])
    expect(addresses({ ...all, customRecipients: [] })).toEqual(['b@example.com'])
    expect(addresses({ ...all, customRecipients: [], customRecipient: null })).toEqual([
      'c@example.com',
      'd@example.com',
    ])
  })
})
