import { beforeAll, describe, expect, it } from 'vitest'
import { keepSecret } from '#client'
import {
  details,
  initialise,
  initialised,
  LATER,
  messageRequest,
  notificationsIn,
  ORGANIZATION,
  OTHER_ORGANIZATION,
  ownTexts,
  tokens,
} from './messages.ts'

let sender: string
let recipient: string
beforeAll(async () => {
  const all = await tokens()
  sender = all.sender
  recipient = all.recipient
})

type Members = Record<string, unknown>

/** A synthetic number that no log may show, as no address may. */
const NIN = '12857900020'
const EMAIL = { emailAddress: 'kari.konfidensiell@example.com' }
const MOBILE = { mobileNumber: '+4799999123' }
for (const secret of [NIN, 'konfidensiell', '99999123']) keepSecret(secret)
const MAIN = { organizationNumber: ORGANIZATION }
const OTHER = { organizationNumber: OTHER_ORGANIZATION }

/** Whom the notification of a message tells, and how, as its sender is shown it. */
async function told(notification: Members, request: Members = {}) {
  const correspondence = { requestedPublishTime: LATER }
  const id = await initialised(messageRequest({ notification, request, correspondence }), sender)
  return notificationsIn(await details(id, sender))
}

const recipientsOf = async (notification: Members, request: Members = {}) =>
  (await told(notification, request)).map((one) => one.recipient)

describe('the recipient of a notification, docs/altinn/correspondence.md §2.2', () => {
  it('is the recipient of the message', async () => {
    expect(await recipientsOf({})).toEqual([MAIN])
    expect(await recipientsOf({}, { recipients: [NIN] })).toEqual([{ nationalIdentityNumber: NIN }])
  })

  it('is a user known by an e-mail address at that address, and one known by a name nobody can reach', async () => {
    const user = 'urn:altinn:person:idporten-email:kari.konfidensiell@example.com'
    expect(await recipientsOf({ customRecipients: [EMAIL] }, { recipients: [user] })).toEqual([EMAIL])
    const named = 'urn:altinn:person:legacy-selfidentified:kari'
    expect(await recipientsOf({}, { recipients: [named] })).toEqual([{ externalIdentity: named }])
  })

  it('is also each of the custom recipients, who are told in addition to the recipient of the message', async () => {
    const customRecipients = [OTHER, { nationalIdentityNumber: NIN }, EMAIL, MOBILE]
    expect(await recipientsOf({ customRecipients })).toEqual([MAIN, ...customRecipients])
  })

  it('is the one of the deprecated customRecipient', async () => {
    expect(await recipientsOf({ customRecipient: EMAIL })).toEqual([MAIN, EMAIL])
  })

  it('is each of the first of the deprecated customNotificationRecipients', async () => {
    const customNotificationRecipients = [
      { recipientToOverride: `0192:${ORGANIZATION}`, recipients: [EMAIL, MOBILE] },
      { recipientToOverride: `0192:${ORGANIZATION}`, recipients: [OTHER] },
    ]
    expect(await recipientsOf({ customNotificationRecipients })).toEqual([MAIN, EMAIL, MOBILE])
  })

  it('is taken from the first of these members that holds any', async () => {
    const older = {
      customRecipient: MOBILE,
      customNotificationRecipients: [{ recipientToOverride: 'x', recipients: [OTHER] }],
    }
    expect(await recipientsOf({ customRecipients: [EMAIL], ...older })).toEqual([MAIN, EMAIL])
    expect(await recipientsOf({ customRecipients: [], ...older })).toEqual([MAIN, MOBILE])
  })

  it('is none of those whom the other members name, whatever is wrong with them', async () => {
    const wrong = [
      { emailAddress: 'nowhere' },
      { mobileNumber: '12' },
      { organizationNumber: '1' },
      { nationalIdentityNumber: 'x' },
      { ...EMAIL, ...MOBILE },
      {},
    ]
    const ignored = [{ recipientToOverride: 'x', recipients: wrong }]
    for (const customRecipient of wrong)
      expect(await recipientsOf({ customRecipients: [EMAIL], customRecipient })).toEqual([MAIN, EMAIL])
    const older = { customNotificationRecipients: ignored }
    expect(await recipientsOf({ customRecipients: [EMAIL], ...older })).toEqual([MAIN, EMAIL])
    expect(await recipientsOf({ customRecipient: EMAIL, ...older })).toEqual([MAIN, EMAIL])
    const first = { recipientToOverride: 'x', recipients: [EMAIL] }
    expect(await recipientsOf({ customNotificationRecipients: [first, ...ignored] })).toEqual([MAIN, EMAIL])
  })

  it('is told once, however often and in whatever spelling it is named', async () => {
    const customRecipients = [
      { organizationNumber: `0192:${ORGANIZATION}` },
      EMAIL,
      { emailAddress: 'KARI.Konfidensiell@example.com' },
      MOBILE,
      { mobileNumber: '0047 99 99 91 23' },
    ]
    expect(await recipientsOf({ customRecipients })).toEqual([MAIN, EMAIL, MOBILE])
  })

  it('is not shown to the recipient of the message, who sees only that there are notifications', async () => {
    const request = messageRequest({ notification: { customRecipients: [EMAIL] } })
    const answer = await details(await initialised(request, sender), recipient)
    expect(answer.status).toBe(200)
    expect(notificationsIn(answer)).toHaveLength(2)
    expect(JSON.stringify(answer.json)).not.toContain(EMAIL.emailAddress)
  })
})

describe('a deprecated member, docs/altinn/correspondence.md §2.2', () => {
  it.each([
    ['customRecipient', { customRecipient: EMAIL }],
    [
      'customNotificationRecipients',
      { customNotificationRecipients: [{ recipientToOverride: 'x', recipients: [EMAIL] }] },
    ],
  ])('%s is taken, with a Deprecation header that leads to a page', async (_name, notification) => {
    const { status, headers } = await initialise(messageRequest({ notification }), sender)
    expect(status).toBe(200)
    expect(headers.get('deprecation')).toMatch(/^@\d+$/)
    expect(headers.get('link')).toMatch(/^<http.*\/docs\/rules\/deprecated-recipient-field>; rel="deprecation"$/)
  })

  it('is told of in the answer to a refused request too, and only where there is one', async () => {
    const refused = await initialise(messageRequest({ notification: { customRecipient: {} } }), sender)
    expect([refused.status, refused.headers.has('deprecation')]).toEqual([400, true])
    const today = await initialise(messageRequest({ notification: { customRecipients: [EMAIL] } }), sender)
    expect(today.headers.has('deprecation')).toBe(false)
  })
})

describe('a custom recipient’s format, docs/altinn/correspondence.md §2.2', () => {
  it.each([
    ['0192: before the number', `0192:${OTHER_ORGANIZATION}`],
    ['the guide’s URN', `urn:altinn:organisasjonsnummer:${OTHER_ORGANIZATION}`],
    ['the register’s URN', `urn:altinn:organization:identifier-no:${OTHER_ORGANIZATION}`],
    ['the bare number of the guide’s scenarios', OTHER_ORGANIZATION],
  ])('that is an organisation is named with %s', async (_how, organizationNumber) => {
    expect(await recipientsOf({ customRecipients: [{ organizationNumber }] })).toEqual([MAIN, OTHER])
  })

  it.each([
    ['+', '+4797661466'],
    ['00', '004797661466'],
    ['nothing, being Norwegian and starting with 9', '97661466'],
  ])('that is a mobile number starts with %s', async (_how, mobileNumber) => {
    expect(await recipientsOf({ customRecipients: [{ mobileNumber }] })).toEqual([
      MAIN,
      { mobileNumber: '+4797661466' },
    ])
  })

  it('that is a mobile number may be Norwegian and start with 4, or be of another country', async () => {
    const customRecipients = [{ mobileNumber: '41234567' }, { mobileNumber: '+46701740605' }]
    expect(await recipientsOf({ customRecipients })).toEqual([
      MAIN,
      { mobileNumber: '+4741234567' },
      { mobileNumber: '+46701740605' },
    ])
  })

  it('with a national identity number that nobody can have is refused', async () => {
    const notification = { customRecipients: [{ nationalIdentityNumber: '12345678901' }] }
    expect((await initialise(messageRequest({ notification }), sender)).status).toBe(400)
  })
})

describe('overrideRegisteredContactInformation, docs/altinn/correspondence.md §2.3', () => {
  const customRecipients = [{ organizationNumber: '123456789' }]
  const custom = { organizationNumber: '123456789' }

  it('false, which it is by default: recipient and custom recipients are told (scenario 1)', async () => {
    const notification = { customRecipients, overrideRegisteredContactInformation: false }
    expect(await recipientsOf(notification)).toEqual([MAIN, custom])
    expect(await recipientsOf({ customRecipients })).toEqual([MAIN, custom])
  })

  it('true: only the custom recipients are told (scenario 2)', async () => {
    expect(await recipientsOf({ customRecipients, overrideRegisteredContactInformation: true })).toEqual([custom])
  })

  it('true goes with the deprecated members too', async () => {
    expect(await recipientsOf({ customRecipient: EMAIL, overrideRegisteredContactInformation: true })).toEqual([EMAIL])
  })
})

describe('the channel, docs/altinn/correspondence.md §2.2', () => {
  const customRecipients = [OTHER, { nationalIdentityNumber: NIN }, EMAIL, MOBILE]

  it('holds for custom organisations and persons, and not for addresses', async () => {
    const shown = await told(ownTexts({ notificationChannel: 'SmsPreferred', customRecipients }))
    expect(shown.map(({ notificationChannel }) => notificationChannel)).toEqual([
      'SmsPreferred',
      'SmsPreferred',
      'SmsPreferred',
      'Email',
      'Sms',
    ])
  })

  it('of a reminder may be another, and is the same where none is given', async () => {
    const sendReminder = true
    const channels = async (notification: Members) =>
      (await told({ sendReminder, ...notification })).map((one) => [one.isReminder, one.notificationChannel])
    expect(await channels({ notificationChannel: 'Email', reminderNotificationChannel: 'Sms' })).toEqual([
      [false, 'Email'],
      [true, 'Sms'],
    ])
    expect(await channels({ notificationChannel: 'EmailAndSms' })).toEqual([
      [false, 'EmailAndSms'],
      [true, 'EmailAndSms'],
    ])
  })

  it('left out is e-mail', async () => {
    expect((await told({ notificationChannel: undefined }))[0]?.notificationChannel).toBe('Email')
  })
})
