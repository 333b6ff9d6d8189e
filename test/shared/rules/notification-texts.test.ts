import type { Example, JsonValue } from '@straks/shared'
import { describe, expect, it } from 'vitest'
import { findingsOfRule, repairedBy } from './judging.ts'

type Members = Readonly<Record<string, JsonValue>>

const notification = (members: Members): Example => ({ kind: 'notification', document: { ...members } })

const pathsOf = (example: Example, code: string): readonly string[] =>
  findingsOfRule(example, code).map(({ path }) => path.join('.'))

const TEXTS = { emailSubject: 'Brev', emailBody: 'Du har et brev.', smsBody: 'Du har et brev.' }
const REMINDER = { reminderEmailSubject: 'Brev', reminderEmailBody: 'Et brev.', reminderSmsBody: 'Et brev.' }

describe('a text that no channel sends', () => {
  it.each<[readonly string[], Members]>([
    [['smsBody'], { notificationChannel: 'Email', ...TEXTS }],
    [['emailSubject', 'emailBody'], { notificationChannel: 1, ...TEXTS }],
    [['emailSubject', 'emailBody'], { notificationChannel: 'sms', notificationTemplate: 1, ...TEXTS }],
    [[], { notificationChannel: 'EmailPreferred', ...TEXTS }],
    [[], { notificationChannel: 'EmailAndSms', ...TEXTS }],
    [[], { notificationChannel: 'Pigeon', ...TEXTS }],
    [[], { notificationChannel: 'Email', smsBody: ' ' }],
    // The channel that is used where none is written is `channel-missing`'s to tell.
    [[], TEXTS],
    [[], { notificationChannel: 'Email', ...TEXTS, customRecipients: [{ mobileNumber: '+4799999999' }] }],
    [
      ['emailSubject', 'emailBody'],
      {
        notificationChannel: 'EmailAndSms',
        overrideRegisteredContactInformation: true,
        ...TEXTS,
        customRecipients: [{ mobileNumber: '+4799999999' }],
      },
    ],
    [['reminderSmsBody'], { notificationChannel: 'Email', sendReminder: true, emailSubject: 'B', ...REMINDER }],
    [
      ['reminderEmailSubject', 'reminderEmailBody'],
      { notificationChannel: 'EmailAndSms', reminderNotificationChannel: 'Sms', sendReminder: true, ...REMINDER },
    ],
    // `unused-reminder-text` tells of a reminder that is not sent.
    [[], { notificationChannel: 'Email', ...REMINDER }],
  ])('%j is told of %j', (paths, members) => {
    expect(pathsOf(notification(members), 'unused-text')).toEqual(paths)
  })

  it('may be sent by a wider channel, where that has all its texts', () => {
    const whole = notification({ notificationChannel: 'Email', ...TEXTS })
    const [finding] = findingsOfRule(whole, 'unused-text')
    if (!finding) throw new Error('There is no finding')
    expect(finding.repairs?.map(({ key, safety }) => [key, safety])).toEqual([
      ['widen', 'suggested'],
      ['remove', 'suggested'],
    ])
    expect(repairedBy(whole, finding, 'widen').document).toMatchObject({ notificationChannel: 'EmailPreferred' })
    const lacking = notification({ notificationChannel: 'Sms', smsBody: 'Hei', emailSubject: 'Brev' })
    expect(findingsOfRule(lacking, 'unused-text')[0]?.repairs?.map(({ key }) => key)).toEqual(['remove'])
  })
})

describe('the token of a template', () => {
  it.each([
    ['{textToken}', undefined],
    ['Hei. {textToken} Logg inn.', 'Hei. Logg inn.'],
    ['{ texttoken }Frist 1. mai.', 'Frist 1. mai.'],
    ['Frist: {{textToken}}', 'Frist: '],
  ])('in %j is read by the recipient', (text, mended) => {
    const example = notification({ notificationTemplate: 1, smsBody: text })
    const [finding] = findingsOfRule(example, 'text-token')
    if (!finding) throw new Error('There is no finding')
    if (mended === undefined) expect(finding.repairs).toBeUndefined()
    else expect(repairedBy(example, finding).document).toMatchObject({ smsBody: mended })
  })

  it.each(['textToken', 'Bruk {navn}', 'Se {text}'])('is not in %j', (smsBody) => {
    expect(pathsOf(notification({ smsBody }), 'text-token')).toEqual([])
  })
})

describe('own words before Altinn’s', () => {
  const generic = (members: Members) => notification({ notificationTemplate: 'GenericAltinnMessage', ...members })

  it.each([
    ['Fristen er 1. mai', 'Fristen er 1. mai.'],
    ['Fristen er 1. mai  ', 'Fristen er 1. mai.  '],
    ['Svar innen fredag,', 'Svar innen fredag.'],
    ['Gjelder sak 2026/17 (vedtak)', 'Gjelder sak 2026/17 (vedtak).'],
    ['Hilsen $sendersName$', 'Hilsen $sendersName$.'],
    ['Gjelder «Skattemelding»', 'Gjelder «Skattemelding».'],
  ])('run on where they are %j', (emailBody, mended) => {
    const example = generic({ emailBody })
    const [finding] = findingsOfRule(example, 'generic-text-end')
    if (!finding) throw new Error('There is no finding')
    expect(repairedBy(example, finding).document).toMatchObject({ emailBody: mended })
  })

  it.each([
    'Fristen er 1. mai.',
    'Svar innen fredag!',
    'Har du glemt noe?',
    'Vi svarte: «Ja.»',
    'Takk 😊',
    'Fristen er 1. mai\n',
    'Se vedlegg …',
    ' ',
    '',
  ])('end well where they are %j', (smsBody) => {
    expect(pathsOf(generic({ smsBody }), 'generic-text-end')).toEqual([])
  })

  it('may end with a block of HTML', () => {
    for (const emailBody of ['<p>Frist 1. mai</p>', 'Frist<br/>\n', '<b>Frist.</b>', '<div><b>Frist</b></div> '])
      expect(pathsOf(generic({ emailBody, emailContentType: 'Html' }), 'generic-text-end')).toEqual([])
    expect(pathsOf(generic({ emailBody: '<b>Frist</b>', emailContentType: 'Html' }), 'generic-text-end')).toEqual([
      'emailBody',
    ])
  })

  it('are the whole text in a message of one’s own, and need no end', () => {
    expect(pathsOf(notification({ smsBody: 'Du har fått et brev' }), 'generic-text-end')).toEqual([])
  })

  it.each<[number, Members]>([
    [0, { emailSubject: 'a'.repeat(90) }],
    [1, { emailSubject: 'a'.repeat(91) }],
    [0, { emailSubject: 'a'.repeat(129) }],
    [1, { sendReminder: true, reminderEmailSubject: 'a'.repeat(78) }],
    [0, { notificationTemplate: 'CustomMessage', emailSubject: 'a'.repeat(128) }],
  ])('leave a subject %i times too long: %j', (count, members) => {
    expect(pathsOf(generic(members), 'generic-subject-length')).toHaveLength(count)
  })

  it('are counted in the language of the message', () => {
    const subject = 'a'.repeat(92)
    const message = (language: string): Example => ({
      kind: 'correspondence-part',
      document: { content: { language }, notification: { notificationTemplate: 1, emailSubject: subject } },
    })
    const told = (language: string) => findingsOfRule(message(language), 'generic-subject-length').length
    expect([told('nb'), told('nn'), told('en')]).toEqual([1, 1, 1])
    expect(findingsOfRule(message('en'), 'generic-subject-length')[0]?.message).toContain('130')
  })
})
