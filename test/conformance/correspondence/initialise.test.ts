import { beforeAll, describe, expect, it } from 'vitest'
import { send } from '#client'
import { putParty, someOrganizationNumber } from '../orders/support.ts'
import { post, read, tokenFor } from '../support.ts'
import {
  CORRESPONDENCE,
  details,
  idsOf,
  initialise,
  initialised,
  LATER,
  listIn,
  messageRequest,
  notificationsIn,
  ORGANIZATION,
  OTHER_ORGANIZATION,
  overview,
  ownTexts,
  READ,
  tokens,
  WRITE,
} from './messages.ts'

let sender: string
let stranger: string
beforeAll(async () => {
  const all = await tokens()
  sender = all.sender
  stranger = all.stranger
})

const REPLY = { linkURL: 'https://example.com/reply' }

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** Synthetic persons of this file's own: the seeded ones are as other tests expect them. */
const RESERVED = '14917070068'
const REACHABLE = '14917070149'

/** Their numbers are no secrets here: the development route has them in its path. */
async function register(nin: string, reserved: boolean): Promise<void> {
  const body = JSON.stringify({ name: 'Ola Nordmann', email: 'ola.nordmann@example.com', reserved })
  const answer = await send(`/dev/register/persons/${nin}`, { method: 'PUT', body })
  expect(answer.status).toBe(200)
}

describe('initialising a message', () => {
  it('answers with an id, a status and the recipient as a URN', async () => {
    const answer = await initialise(messageRequest(), sender)
    expect(answer.status).toBe(200)
    expect(answer.json).toEqual({
      correspondences: [
        {
          correspondenceId: expect.stringMatching(UUID),
          status: 'ReadyForPublish',
          recipient: `urn:altinn:organization:identifier-no:${ORGANIZATION}`,
          notifications: null,
        },
      ],
      attachmentIds: [],
    })
  })

  it('makes one correspondence for each recipient', async () => {
    const recipients = [`0192:${ORGANIZATION}`, `urn:altinn:organization:identifier-no:${OTHER_ORGANIZATION}`]
    const answer = await initialise(messageRequest({ request: { recipients } }), sender)
    expect(new Set(idsOf(answer)).size).toBe(2)
    for (const id of idsOf(answer)) expect((await overview(id, sender)).status).toBe(200)
  })

  it('takes 500 recipients', async () => {
    const recipients = Array.from({ length: 500 }, (_, index) => `0192:${100_000_000 + index}`)
    const request = messageRequest({
      request: { recipients },
      notification: null,
      correspondence: { requestedPublishTime: LATER },
    })
    const answer = await initialise(request, sender)
    expect(answer.status).toBe(200)
    expect(new Set(idsOf(answer)).size).toBe(500)
  }, 120_000)

  it('needs no notification', async () => {
    const id = await initialised(messageRequest({ notification: null }), sender)
    expect((await details(id, sender)).json.notifications).toEqual([])
  })

  it('reads member names in any case, and passes unknown ones over', async () => {
    const { correspondence, recipients } = messageRequest()
    const answer = await initialise({ Correspondence: correspondence, Recipients: recipients, Other: 1 }, sender)
    expect(answer.status).toBe(200)
  })

  it('needs the scope to write, and says so', async () => {
    const reader = await tokenFor({ scope: READ })
    const answer = await initialise(messageRequest(), reader)
    expect([answer.status, answer.json.type]).toEqual([403, 'urn:straks:error:scope-missing'])
    expect(answer.headers.get('www-authenticate')).toContain(WRITE)
    expect((await initialise(messageRequest(), 'nonsense')).status).toBe(401)
    const nobody = await tokenFor({ org: '', scope: WRITE })
    expect((await initialise(messageRequest(), nobody)).json.type).toBe('urn:straks:error:organization-missing')
  })

  it.each([
    [
      'by name',
      { notificationTemplate: 'GenericAltinnMessage', notificationChannel: 'EmailAndSms', emailContentType: 'Html' },
    ],
    ['by number', { notificationTemplate: 1, notificationChannel: 4, emailContentType: 1 }],
    ['by name in any case', { notificationTemplate: 'genericaltinnmessage', notificationChannel: 'EMAILANDSMS' }],
    ['by number in quotes', { notificationTemplate: '1', notificationChannel: '4' }],
  ])('takes template, channel and content type %s', async (_how, notification) => {
    const reminderNotificationChannel = notification.notificationChannel
    const request = messageRequest({
      notification: { ...notification, sendReminder: true, reminderNotificationChannel },
    })
    const shown = notificationsIn(await details(await initialised(request, sender), sender))
    expect(shown.map(({ notificationChannel }) => notificationChannel)).toEqual(['EmailAndSms', 'EmailAndSms'])
  })

  it('takes the guide’s own example, its placeholders filled in', async () => {
    const { correspondence, recipients } = messageRequest()
    const notification = {
      ...ownTexts({ notificationTemplate: 0, notificationChannel: 4 }),
      sendReminder: true,
      emailContentType: 0,
      reminderNotificationChannel: 1,
      reminderEmailContentType: 0,
      reminderEmailBody: 'Ulest.',
      reminderEmailSubject: 'Ulest melding',
      reminderSmsBody: 'Ulest.',
      requestedSendTime: '2025-10-15T10:00:00+02:00',
      customRecipients: [{ organizationNumber: '123456789', nationalIdentityNumber: null, emailAddress: '' }],
      overrideRegisteredContactInformation: false,
    }
    const request = {
      correspondence: { ...correspondence, notification },
      Recipients: recipients,
      ExistingAttachments: {},
    }
    expect((await initialise(request, sender)).status).toBe(200)
  })

  it('takes a publication in year 9999, and shows it', async () => {
    const requestedPublishTime = '9999-12-31T23:59:59Z'
    const id = await initialised(messageRequest({ correspondence: { requestedPublishTime } }), sender)
    expect((await details(id, sender)).json).toMatchObject({ requestedPublishTime, status: 'ReadyForPublish' })
  })

  it('takes a requested send time, which has no effect', async () => {
    const correspondence = { requestedPublishTime: LATER }
    const plain = await initialised(messageRequest({ correspondence }), sender)
    const notification = { requestedSendTime: '2098-01-01T00:00:00Z' }
    const timed = await initialised(messageRequest({ correspondence, notification }), sender)
    const timeOf = async (id: string) => notificationsIn(await details(id, sender))[0]?.requestedSendTime
    expect(await timeOf(timed)).toBe(await timeOf(plain))
  })
})

describe('an idempotency key', () => {
  it('makes one message: the second is refused with 409 and its number', async () => {
    const request = messageRequest({ request: { idempotentKey: crypto.randomUUID() } })
    const first = await initialise(request, sender)
    const again = await initialise(request, sender)
    expect([first.status, again.status, again.json.errorCode, again.json.code]).toEqual([200, 409, 1034, 'CORR-01034'])
  })

  it('makes one message of many at once', async () => {
    const request = messageRequest({ request: { idempotentKey: crypto.randomUUID() } })
    const answers = await Promise.all(Array.from({ length: 10 }, () => initialise(request, sender)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(9)
  })

  it('is an organisation’s own', async () => {
    const request = messageRequest({ request: { idempotentKey: crypto.randomUUID() } })
    expect((await initialise(request, sender)).status).toBe(200)
    expect((await initialise(request, stranger)).status).toBe(200)
  })

  it('of a refused message is not used up', async () => {
    const idempotentKey = crypto.randomUUID()
    const refused = messageRequest({ request: { idempotentKey }, content: { messageTitle: '' } })
    expect((await initialise(refused, sender)).status).toBe(400)
    expect((await initialise(messageRequest({ request: { idempotentKey } }), sender)).status).toBe(200)
  })
})

describe('someone who has declined electronic communication', () => {
  beforeAll(async () => {
    await register(RESERVED, true)
    await register(REACHABLE, false)
  })

  it('as the only recipient stops the message: 422 with its number', async () => {
    const answer = await initialise(messageRequest({ request: { recipients: [RESERVED] } }), sender)
    expect([answer.status, answer.json.errorCode, answer.json.code]).toEqual([422, 1030, 'CORR-01030'])
    expect(JSON.stringify(answer.json)).not.toContain(RESERVED)
  })

  it('gets it where the reservation is ignored', async () => {
    const correspondence = { ignoreReservation: true }
    const answer = await initialise(messageRequest({ request: { recipients: [RESERVED] }, correspondence }), sender)
    expect(answer.status).toBe(200)
    expect(listIn(answer.json.correspondences)[0]?.status).toBe('ReadyForPublish')
  })

  it('among several gets no notification, and the others do', async () => {
    const correspondence = { requestedPublishTime: LATER }
    const request = messageRequest({ request: { recipients: [RESERVED, REACHABLE] }, correspondence })
    const answer = await initialise(request, sender)
    expect(listIn(answer.json.correspondences).map(({ status }) => status)).toEqual(['Reserved', 'ReadyForPublish'])
    const [reserved = '', other = ''] = idsOf(answer)
    expect(notificationsIn(await details(reserved, sender))[0]?.status).toBe('reserved')
    expect(notificationsIn(await details(other, sender))[0]?.status).toBe('planned')
  })
})

describe('a message that names its recipient in its texts', () => {
  const TOKEN = '{{recipientName}}'
  const contentOf = async (id: string) => Object((await overview(id, sender)).json.content)
  const naming = (recipients: readonly string[]) =>
    messageRequest({
      request: { recipients },
      correspondence: { requestedPublishTime: LATER },
      content: { messageTitle: `Til ${TOKEN}`, messageSummary: TOKEN, messageBody: `Hei ${TOKEN}, ${TOKEN}!` },
    })

  it('has each recipient’s own name in them, as the register writes it', async () => {
    const [one, other] = [someOrganizationNumber(), someOrganizationNumber()]
    await putParty(`organizations/${one}`, { name: 'Ola $& Sønn AS', emails: [], mobiles: [] })
    await putParty(`organizations/${other}`, { name: 'Kari AS', emails: [], mobiles: [] })
    const [first = '', second = ''] = idsOf(await initialise(naming([`0192:${one}`, `0192:${other}`]), sender))
    expect(await contentOf(first)).toMatchObject({
      messageTitle: 'Til Ola $& Sønn AS',
      messageSummary: 'Ola $& Sønn AS',
      messageBody: 'Hei Ola $& Sønn AS, Ola $& Sønn AS!',
    })
    expect((await contentOf(second)).messageTitle).toBe('Til Kari AS')
  })

  it('has none where the register does not answer', async () => {
    const known = someOrganizationNumber()
    await putParty(`organizations/${known}`, { name: 'Kari AS', emails: [], mobiles: [] })
    await putParty('availability', { available: false })
    try {
      const [id = ''] = idsOf(await initialise(naming([`0192:${known}`]), sender))
      expect((await contentOf(id)).messageTitle).toBe('Til ')
    } finally {
      await putParty('availability', { available: true })
    }
  })

  it('has none where the register knows none', async () => {
    const [id = ''] = idsOf(await initialise(naming([`0192:${someOrganizationNumber()}`]), sender))
    expect(await contentOf(id)).toMatchObject({ messageTitle: 'Til ', messageBody: 'Hei , !' })
  })
})

/** A form with these fields. */
function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

const upload = async (body: BodyInit, headers: Record<string, string> = {}) =>
  read(
    await send(`${CORRESPONDENCE}/upload`, {
      method: 'POST',
      body,
      headers: { authorization: `Bearer ${sender}`, ...headers },
    }),
  )

const FIELDS = {
  'correspondence.resourceId': 'example',
  'correspondence.sendersReference': 'case-2026-1234',
  'correspondence.content.language': 'nb',
  'correspondence.content.messageTitle': 'Vedtak',
  'correspondence.content.messageBody': 'true',
  'recipients[0]': `0192:${ORGANIZATION}`,
}

describe('a form', () => {
  it('is the same message, in the guide’s names', async () => {
    const form = formOf({
      ...FIELDS,
      'correspondence.notification.notificationTemplate': '1',
      'correspondence.notification.notificationChannel': 'EmailPreferred',
      'correspondence.notification.sendReminder': 'True',
      'correspondence.notification.customRecipients[0].emailAddress': 'kari@example.com',
      'correspondence.notification.customRecipients[1].mobileNumber': '97661466',
      'correspondence.notification.smsBody': '',
    })
    const answer = await upload(form)
    expect([answer.status, answer.json.errors]).toEqual([200, undefined])
    const shown = await details(idsOf(answer)[0] ?? '', sender)
    expect(shown.json.sendersReference).toBe(FIELDS['correspondence.sendersReference'])
    expect(notificationsIn(shown).map(({ recipient, isReminder }) => [isReminder, recipient])).toEqual([
      [false, { organizationNumber: ORGANIZATION }],
      [true, { organizationNumber: ORGANIZATION }],
      [false, { emailAddress: 'kari@example.com' }],
      [true, { emailAddress: 'kari@example.com' }],
      [false, { mobileNumber: '+4797661466' }],
      [true, { mobileNumber: '+4797661466' }],
    ])
  })

  it.each([
    ['PascalCase', (key: string) => key.replaceAll(/(^|\.)([a-z])/g, (_, dot, letter) => dot + letter.toUpperCase())],
    ['upper case', (key: string) => key.toUpperCase()],
    ['the prefix of Altinn’s own model', (key: string) => `request.${key}`],
    ['the prefix in PascalCase', (key: string) => `Request.${key}`],
  ])('has its keys in %s, with a file', async (_how, spell) => {
    const fields = { ...FIELDS, 'correspondence.propertyList.caseId': 'A-1' }
    const form = formOf(Object.fromEntries(Object.entries(fields).map(([key, value]) => [spell(key), value])))
    form.append('Attachments', new File(['%PDF'], 'vedtak.pdf'))
    const answer = await upload(form)
    expect([answer.status, answer.json.errors]).toEqual([200, undefined])
    const shown = (await overview(idsOf(answer)[0] ?? '', sender)).json
    expect(shown.sendersReference).toBe(FIELDS['correspondence.sendersReference'])
    expect(Object(shown.content).attachments).toMatchObject([{ fileName: 'vedtak.pdf' }])
  })

  // docs/altinn/correspondence.md §1.5
  it('is refused under the names of the server’s members, as no JSON is read', async () => {
    const { status, json } = await upload(formOf({ ...FIELDS, 'correspondence.isConfidential': 'on' }))
    expect([status, json.code, Object.keys(Object(json.errors))]).toEqual([
      400,
      'STD-00000',
      ['Correspondence.IsConfidential'],
    ])
  })

  it('may leave numbers of a list out: whoever is named gets the message', async () => {
    const { 'recipients[0]': first, ...rest } = FIELDS
    const one = await upload(formOf({ ...rest, 'recipients[1]': first }))
    const two = await upload(formOf({ ...FIELDS, 'recipients[2]': `0192:${someOrganizationNumber()}` }))
    expect([idsOf(one).length, idsOf(two).length]).toEqual([1, 2])
  })

  it('takes two spellings of one member as one, of which the first counts', async () => {
    const form = formOf({ ...FIELDS, 'Correspondence.SendersReference': 'case-2' })
    const shown = await details(idsOf(await upload(form))[0] ?? '', sender)
    expect(shown.json.sendersReference).toBe(FIELDS['correspondence.sendersReference'])
  })

  it('has times as a .NET client writes them by itself', async () => {
    const answer = await upload(formOf({ ...FIELDS, 'Correspondence.DueDateTime': '12/31/2126 6:00:00 PM +01:00' }))
    expect([answer.status, answer.json.errors]).toEqual([200, undefined])
    const { dueDateTime } = (await overview(idsOf(answer)[0] ?? '', sender)).json
    expect(Date.parse(String(dueDateTime))).toBe(Date.UTC(2126, 11, 31, 17))
    const none = await upload(formOf({ ...FIELDS, 'Correspondence.DueDateTime': '31/12/2126 18:00:00' }))
    expect([none.status, Object.keys(Object(none.json.errors))]).toEqual([400, ['Correspondence.DueDateTime']])
  })

  it('has a key in every spelling that .NET reads, and JSON in one', async () => {
    const key = crypto.randomUUID()
    const spellings = [key.replaceAll('-', ''), `{${key}}`, `(${key})`, ` ${key.toUpperCase()} `]
    const first = await upload(formOf({ ...FIELDS, IdempotentKey: spellings[0] ?? '' }))
    expect([first.status, first.json.errors]).toEqual([200, undefined])
    for (const IdempotentKey of spellings)
      expect((await upload(formOf({ ...FIELDS, IdempotentKey }))).json.errorCode).toBe(1034)
    for (const idempotentKey of spellings)
      expect((await initialise(messageRequest({ request: { idempotentKey } }), sender)).status).toBe(400)
    expect((await initialise(messageRequest({ request: { idempotentKey: key } }), sender)).status).toBe(409)
  })

  it('is judged as JSON is', async () => {
    const answer = await upload(formOf({ ...FIELDS, 'correspondence.notification.notificationChannel': 'Sms' }))
    expect([answer.status, answer.json.errorCode]).toEqual([400, 3004])
  })

  it('says what its fields say in the character sets that they name', async () => {
    const fields = Object.entries({
      ...FIELDS,
      'correspondence.requestedPublishTime': LATER,
      'correspondence.content.messageTitle': 'Påminnelse om blåbær',
    })
    const parts = fields.map(
      ([name, value]) =>
        `--x\r\nContent-Disposition: form-data; name="${name}"\r\nContent-Type: text/plain; charset=ISO-8859-1\r\n\r\n${value}\r\n`,
    )
    const body = Uint8Array.from(`${parts.join('')}--x--`, (character) => character.charCodeAt(0))
    const answer = await upload(body, { 'content-type': 'multipart/form-data; boundary=x' })
    const { content } = (await overview(idsOf(answer)[0] ?? '', sender)).json
    expect(Object(content).messageTitle).toBe('Påminnelse om blåbær')
  })

  it('keeps a reference to each file', async () => {
    const form = formOf(FIELDS)
    form.append('attachments', new File(['%PDF'], 'vedtak.pdf'))
    form.append('attachments', new File(['%PDF'], 'vedlegg.pdf'))
    const answer = await upload(form)
    expect(answer.json.attachmentIds).toHaveLength(2)
    const { content } = (await overview(idsOf(answer)[0] ?? '', sender)).json
    expect(Object(content).attachments).toMatchObject([{ fileName: 'vedtak.pdf' }, { fileName: 'vedlegg.pdf' }])
  })

  it('that is none is refused, and so is another type', async () => {
    const type = 'multipart/form-data; boundary=x'
    expect((await upload('no form', { 'content-type': type })).status).toBe(400)
    expect((await upload('{}', { 'content-type': 'application/json' })).status).toBe(415)
    expect(
      (
        await post(CORRESPONDENCE, formOf(FIELDS).toString(), {
          token: sender,
          headers: { 'content-type': 'text/plain' },
        })
      ).status,
    ).toBe(415)
  })

  it('with a name of many dots is refused, not followed', async () => {
    expect((await upload(formOf({ ...FIELDS, [`a${'.a'.repeat(100)}`]: 'x' }))).status).toBe(400)
    expect(
      (await upload(formOf({ ...FIELDS, '__proto__.polluted': 'x', 'constructor.prototype.polluted': 'x' }))).status,
    ).toBe(200)
    expect(Object({}).polluted).toBeUndefined()
  })
})

describe('references to things elsewhere', () => {
  const dialog = { referenceType: 3, referenceValue: crypto.randomUUID() }
  const typed = (referenceValue: string) => ({ referenceType: 6, referenceValue })

  it('may be to a transmission and its type, by name or number', async () => {
    const transmission = crypto.randomUUID()
    for (const type of [6, '6', 'DialogportenTransmissionType'])
      for (const referenceValue of ['information', '8']) {
        const written = [
          dialog,
          { referenceType: 'DialogportenTransmissionId', referenceValue: transmission },
          { referenceType: type, referenceValue },
        ]
        const id = await initialised(messageRequest({ correspondence: { externalReferences: written } }), sender)
        expect(listIn((await overview(id, sender)).json.externalReferences).slice(1)).toEqual([
          { referenceType: 'DialogportenTransmissionId', referenceValue: transmission },
          { referenceType: 'DialogportenTransmissionType', referenceValue },
        ])
      }
  })

  it.each([
    ['a type that there is not', { externalReferences: [dialog, typed('0')] }, undefined],
    ['a type in other words', { externalReferences: [dialog, typed('Vedtak')] }, undefined],
    ['a transmission without an id', { externalReferences: [{ referenceType: 5, referenceValue: '12' }] }, undefined],
    ['a second type', { externalReferences: [dialog, typed('1'), typed('Decision')] }, 1052],
    ['a type without a dialogue', { externalReferences: [typed('Decision')] }, 1053],
    ['a dialogue without an id', { externalReferences: [{ referenceType: 3, referenceValue: 'x' }] }, 1048],
    ['an answer asked for in a dialogue', { externalReferences: [dialog], replyOptions: [REPLY] }, 1051],
    [
      'a confirmation asked for in a dialogue',
      { externalReferences: [dialog], isConfirmationNeeded: true, dueDateTime: LATER },
      1051,
    ],
  ])('are refused where there is %s', async (_what, correspondence, errorCode) => {
    const { status, json } = await initialise(messageRequest({ correspondence }), sender)
    expect([status, json.errorCode, json.code]).toEqual([
      400,
      errorCode,
      errorCode ? `CORR-0${errorCode}` : 'STD-00000',
    ])
  })

  it('may say how the dialogue stands, by name or number, and in words', async () => {
    const written = [
      dialog,
      { referenceType: 7, referenceValue: '4' },
      { referenceType: 'DialogportenDialogExtendedStatus', referenceValue: 'Needs review' },
    ]
    const id = await initialised(messageRequest({ correspondence: { externalReferences: written } }), sender)
    expect(listIn((await overview(id, sender)).json.externalReferences).slice(1)).toEqual([
      { referenceType: 'DialogportenDialogStatus', referenceValue: '4' },
      { referenceType: 'DialogportenDialogExtendedStatus', referenceValue: 'Needs review' },
    ])
  })

  it.each([
    ['no dialogue', [{ referenceType: 7, referenceValue: 'Sent' }]],
    ['a status that there is not', [dialog, { referenceType: 7, referenceValue: 'Posted' }]],
    ['no words', [dialog, { referenceType: 8, referenceValue: ' ' }]],
    ['too many words', [dialog, { referenceType: 8, referenceValue: 'x'.repeat(26) }]],
    ['two statuses', [dialog, ...['1', '2'].map((referenceValue) => ({ referenceType: 7, referenceValue }))]],
  ])('may not say how a dialogue stands with %s', async (_what, externalReferences) => {
    const { status, json } = await initialise(messageRequest({ correspondence: { externalReferences } }), sender)
    expect([status, JSON.stringify(json.findings)]).toEqual([400, expect.stringContaining('external-reference')])
  })

  it('make a message of several recipients none of a dialogue', async () => {
    const recipients = [`0192:${ORGANIZATION}`, '0192:313756270']
    const request = messageRequest({ request: { recipients }, correspondence: { externalReferences: [dialog] } })
    expect((await initialise(request, sender)).json.errorCode).toBe(1045)
  })
})

describe('what a message says of forwarding', () => {
  it('is kept and shown', async () => {
    const id = await initialised(messageRequest({ correspondence: { allowForwarding: true } }), sender)
    expect((await overview(id, sender)).json.allowForwarding).toBe(true)
    const plain = await initialised(messageRequest(), sender)
    expect((await details(plain, sender)).json.allowForwarding).toBe(false)
  })
})

describe('attachments', () => {
  it('that a message only describes are references, with ids of their own', async () => {
    const content = { attachments: [{ fileName: 'vedtak.pdf', sendersReference: 'a' }] }
    const answer = await initialise(messageRequest({ content }), sender)
    expect(answer.json.attachmentIds).toEqual([expect.stringMatching(UUID)])
  })
})

describe('a custom message', () => {
  it('is taken with all its texts', async () => {
    expect((await initialise(messageRequest({ notification: ownTexts() }), sender)).status).toBe(200)
  })
})
