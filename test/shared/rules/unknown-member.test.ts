import type { Example, JsonValue } from '@straks/shared'
import { describe, expect, it } from 'vitest'
import { threadMilliseconds } from '../../support/thread-time.ts'
import { findingsIn, findingsOfRule, repairedBy } from './judging.ts'

const notification = (members: Readonly<Record<string, JsonValue>>): Example => ({
  kind: 'notification',
  document: { notificationTemplate: 'GenericAltinnMessage', notificationChannel: 'Email', ...members },
})

const message = (members: Readonly<Record<string, JsonValue>>): Example => ({
  kind: 'correspondence',
  document: {
    correspondence: {
      resourceId: 'example',
      sendersReference: '1',
      content: { messageTitle: 'Vedtak', messageBody: 'Her er vedtaket.' },
      ...members,
    },
    recipients: ['0192:991825827'],
  },
})

const sms = (settings: Readonly<Record<string, JsonValue>>, request: Readonly<Record<string, JsonValue>> = {}) => ({
  kind: 'instant-sms',
  document: {
    idempotencyId: '1',
    ...request,
    recipientSms: { phoneNumber: '+4799999999', timeToLiveInSeconds: 120, smsSettings: { body: 'Hei', ...settings } },
  },
})

const order = (members: Readonly<Record<string, JsonValue>>, settings: Readonly<Record<string, JsonValue>> = {}) => ({
  kind: 'order',
  document: {
    idempotencyId: '1',
    recipient: {
      recipientEmail: { emailAddress: 'ola@etaten.no', emailSettings: { subject: 'Brev', body: 'Hei', ...settings } },
    },
    ...members,
  },
})

/** The path of each unknown member and what it may mean. */
const told = (example: Example) =>
  findingsOfRule(example, 'unknown-member').map(({ path, message }) => [
    path.join('.'),
    /Did you mean `(\w+)`\?|belongs in (?:the )?`?(\w+)/.exec(message)?.slice(1).find(Boolean),
  ])

describe('a member that the API does not read', () => {
  it.each<[string, string | undefined, Example]>([
    ['sendReminders', 'sendReminder', notification({ sendReminders: true })],
    ['reminderSmsBdy', 'reminderSmsBody', notification({ sendReminder: true, reminderSmsBdy: 'Hei' })],
    ['recipients', 'customRecipients', notification({ recipients: [] })],
    ['correspondence.senderReference', undefined, message({ senderReference: '2' })],
    ['correspondence.visibleFrom', 'requestedPublishTime', message({ visibleFrom: '2030-01-01T00:00:00Z' })],
    ['correspondence.isReservable', undefined, message({ isReservable: true })],
    ['correspondence.content.mesageSummary', 'messageSummary', message({ content: { mesageSummary: 'Kort' } })],
    [
      'correspondence.replyOptions.0.linkUrls',
      undefined,
      message({ replyOptions: [{ linkURL: 'https://a.no', linkUrls: '' }] }),
    ],
    ['recipientSms.smsSettings.message', undefined, sms({ message: 'Hei' })],
    ['recipientSms.smsSettings.senderNumber', 'sender', sms({ senderNumber: 'Altinn' })],
    ['recipientSms.smsSettings.timeToLiveInSeconds', 'recipientSms', sms({ timeToLiveInSeconds: 60 })],
    ['recipientSms.smsSettings.idempotencyId', 'outermost', sms({ idempotencyId: '2' })],
    ['senderReference', 'sendersReference', sms({}, { senderReference: '2' })],
    ['reminder', 'reminders', order({ reminder: [] })],
    ['associationDialogporten', 'dialogportenAssociation', order({ associationDialogporten: {} })],
    ['dialogportenAssociation.dialogueId', 'dialogId', order({ dialogportenAssociation: { dialogueId: '1' } })],
    ['recipient.recipientEmail.emailSettings.contentTyp', 'contentType', order({}, { contentTyp: 'Html' })],
    ['recipient.recipientEmail.emailSettings.fromAddress', 'senderEmailAddress', order({}, { fromAddress: 'a@b.no' })],
    ['recipient.recipientEmail.emailSettings.attachments', undefined, order({}, { attachments: [] })],
  ])('%s is told, and that %s may be meant', (path, meant, example) => {
    expect(told(example)).toEqual([[path, meant]])
  })

  it('is told in every element of a list', () => {
    const recipients = [{ emailAdress: 'a@b.no' }, { emailAddress: 'a@b.no' }, { mobilNumber: '+4799999999' }]
    expect(told(notification({ customRecipients: recipients }))).toEqual([
      ['customRecipients.0.emailAdress', 'emailAddress'],
      ['customRecipients.2.mobilNumber', 'mobileNumber'],
    ])
    const reminder = {
      delayDay: 3,
      recipient: { recipientSms: { phoneNumber: '+4799999999', smsSettings: { body: 'Hei', text: '' } } },
    }
    expect(told(order({ reminders: [reminder] }))).toEqual([
      ['reminders.0.delayDay', 'delayDays'],
      ['reminders.0.recipient.recipientSms.smsSettings.text', undefined],
    ])
  })

  it('is a warning about its name, which a rename puts right', () => {
    const example = sms({}, { senderReference: 'a' })
    const [finding] = findingsOfRule(example, 'unknown-member')
    expect(finding).toMatchObject({ severity: 'warning', about: 'name', path: ['senderReference'] })
    if (!finding) throw new Error('There is no finding')
    expect(finding.repairs?.map(({ safety }) => safety)).toEqual(['suggested'])
    expect(repairedBy(example, finding).document).toMatchObject({ sendersReference: 'a' })
  })

  it('has no repair where what may be meant is there already', () => {
    for (const there of [{ sendersReference: 'b' }, { SendersReference: null }]) {
      const [finding] = findingsOfRule(sms({}, { senderReference: 'a', ...there }), 'unknown-member')
      expect(finding?.repairs).toBeUndefined()
    }
  })
})

describe('a member that is passed over for good reason', () => {
  it.each<[string, Example]>([
    ['$schema', sms({}, { $schema: 'https://example.com/x.schema.json' })],
    ['a comment', sms({}, { '//': 'for the test', $comment: 'x', _comment: 'y' })],
    ['another letter case', sms({ BODY: 'Hei' })],
    ['the reference of a notification', notification({ sendersReference: '1' })],
    ['isReserved', notification({ customRecipients: [{ emailAddress: 'a@b.no', isReserved: false }] })],
    ['what newer versions take', message({ allowForwarding: true, systemLabel: 'x', altinn2CorrespondenceId: 1 })],
    [
      'what attachments have elsewhere',
      message({ content: { attachments: [{ fileName: 'a', dataLocationType: 0 }] } }),
    ],
    ['properties of one’s own', message({ propertyList: { smsBdy: '1', anything: '2' } })],
  ])('such as %s is no finding', (_what, example) => {
    expect(told(example)).toEqual([])
  })
})

it('takes time in proportion to a document of nothing but unknown members', () => {
  const members = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`reminderEmailBodi${at}`, 1]))
  const took = threadMilliseconds(() => {
    const found = findingsOfRule(notification(members), 'unknown-member')
    expect(found.reduce((sum, { more = 0 }) => sum + 1 + more, 0)).toBe(20_000)
  })
  expect(took).toBeLessThan(1_500)
})

describe('a choice that is none', () => {
  it.each<[string, string | undefined, Example]>([
    ['EmailPrefered', 'EmailPreferred', notification({ notificationChannel: 'EmailPrefered' })],
    ['email_and_sms', 'EmailAndSms', notification({ notificationChannel: 'email_and_sms' })],
    ['CustomMesage', 'CustomMessage', notification({ notificationTemplate: 'CustomMesage' })],
    ['Hmtl', 'Html', order({}, { contentType: 'Hmtl' })],
    ['Any time', 'Anytime', order({}, { sendingTimePolicy: 'Any time' })],
    ['Pigeon', undefined, notification({ notificationChannel: 'Pigeon' })],
    ['7', undefined, notification({ notificationChannel: 7 })],
  ])('such as %s may mean %s', (_written, meant, example) => {
    const [finding] = findingsIn(example).filter(({ code }) => code === 'schema')
    expect(/Did you mean `(\w+)`\?/.exec(finding?.message ?? '')?.[1]).toBe(meant)
    if (!finding) throw new Error('There is no finding')
    if (meant === undefined) expect(finding.repairs).toBeUndefined()
    else expect(JSON.stringify(repairedBy(example, finding).document)).toContain(`"${meant}"`)
  })
})
