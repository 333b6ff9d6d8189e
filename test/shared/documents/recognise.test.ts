import { documentKinds, guessKind, type JsonValue, kindsElsewhere, parseJson, recognise } from '@straks/shared'
import { rulePages } from '@straks/shared/rule-pages'
import { describe, expect, it } from 'vitest'
import { threadMilliseconds } from '../../support/thread-time.ts'

const SMS = { phoneNumber: '+4799999999', smsSettings: { body: 'Hei' } }
const INSTANT_SMS = { ...SMS, timeToLiveInSeconds: 120 }

describe('recognise', () => {
  it.each<[string, JsonValue]>([
    ['instant-sms', { recipientSms: INSTANT_SMS }],
    ['instant-sms', { RECIPIENTSMS: { PHONENUMBER: '+4799999999' } }],
    ['instant-sms', { idempotencyId: '1', recipientSms: {} }],
    ['instant-email', { idempotencyId: '1', recipientEmail: {} }],
    ['instant-email', { recipientEmail: { emailAddress: 'ola@etaten.no' } }],
    ['instant', { recipient: { recipientSms: INSTANT_SMS } }],
    ['instant', { Recipient: { RecipientSms: { TimeToLiveInSeconds: 'soon' } } }],
    ['order', { recipient: { recipientSms: SMS } }],
    ['order', { recipient: { recipientSms: INSTANT_SMS }, reminders: [] }],
    ['order', { recipient: { recipientSms: INSTANT_SMS, recipientEmail: {} } }],
    ['order', { recipient: { recipientPerson: {} } }],
    ['order', { recipient: { recipientOrganization: {} } }],
    ['order', { recipient: { recipientExternalIdentity: {} } }],
    ['order', { idempotencyId: '1', recipient: {} }],
    ['order', { idempotencyId: '1', delayDays: 7, recipient: { recipientSms: SMS } }],
    ['order', { delayDays: 7, recipient: { recipientSms: SMS }, reminders: [] }],
    ['order', { recipient: { recipientPerson: { nationalIdentityNumber: '123' } } }],
    ['order', { idempotencyId: '1', recipient: { recipientPerson: { nationalIdentityNumber: true } } }],
    ['instant-email', { recipientEmail: { emailAddress: 'ola.etaten.no', emailSettings: {} } }],
    ['instant-email', { idempotencyId: '1', recipientEmail: { emailAddress: 'ola', emailSettings: {} } }],
    ['instant-sms', { idempotencyId: '1', recipientSms: { phoneNumber: true } }],
    ['order', { idempotencyId: '1', reminders: [] }],
    ['order', { idempotencyId: 1, recipient: {} }],
    ['correspondence', { correspondence: {}, recipients: [] }],
    ['correspondence', { Correspondence: { notification: {} }, Recipients: [], ExistingAttachments: {} }],
    ['correspondence', { correspondence: { notification: { notificationTemplate: 1 } } }],
    ['correspondence-part', { notification: { customRecipients: [] } }],
    ['correspondence-part', { resourceId: 'x', content: {}, Notification: { NotificationTemplate: 1 } }],
    ['correspondence-part', { notification: { notificationChannel: 'Sms' }, '\ue000': 0 }],
    ['correspondence-part', { sendersRefrence: 'x', notification: { notificationChannel: 'Sms' } }],
    ['notification', { notificationTemplate: 'CustomMessage' }],
    ['notification', { notificationChannel: 'EmailPrefered', smsBdy: 'Hei' }],
    ['notification', { smsBody: 'Hei', sendReminder: true }],
    ['notification', { customRecipient: {} }],
    ['notification', { sendReminder: true, emailSubject: 'x', emailBody: 'y' }],
    ['notification', { sendReminder: true, reminderEmailSubject: 'x' }],
    ['notification', { id: 1, notificationTemplate: 'CustomMessage', emailSubject: 'x' }],
    ['notification', { id: 1, customRecipients: [{ emailAddress: 'ola@etaten.no' }], smsBody: 'Hei' }],
    ['orders-email', { subject: 'Brev', body: 'Hei', recipients: [{ emailAddress: 'ola@etaten.no' }] }],
    ['orders-email', { subject: 'Brev', body: 'Hei', recipients: [{ NationalIdentityNumber: '1' }], fromAddress: '' }],
    ['orders-email', { body: 'Hei', recipients: [{ emailAddress: 'ola@etaten.no' }] }],
    ['orders-email', { subject: null, body: 'Hei', recipients: [{ emailAddress: 'ola@etaten.no' }] }],
    ['orders-email', { body: 'Hei', recipients: [{ emailAddress: 'ola@etaten.no', mobileNumber: null }] }],
    ['orders-sms', { body: 'Hei', recipients: [{ emailAddress: 'ola@etaten.no', mobileNumber: '' }] }],
    ['orders-sms', { body: 'Hei', recipients: [{ emailAddress: null, nationalIdentityNumber: '1' }] }],
    ['orders-sms', { body: 'Hei', recipients: [{ emailAddress: '', organizationNumber: '1' }] }],
    ['orders-sms', { body: 'Hei', recipients: [{ mobileNumber: '+4799999999' }], sendersReference: '1' }],
    ['orders', { notificationChannel: 'Sms', recipients: [{ organizationNumber: '1' }], smsTemplate: { body: 'Hei' } }],
    ['orders', { notificationChannel: 'Email', recipients: [], emailTemplate: { subject: 'a', body: 'b' } }],
    ['orders', { NotificationChannel: 'Sms', Recipients: [{ MobileNumber: '+4799999999' }] }],
    ['composed-email', { idempotencyId: '1', recipient: { emailAddress: 'ola@etaten.no', emailSettings: {} } }],
    ['composed-email', { recipient: { recipientEmail: { emailSettings: { attachments: [] } } } }],
    ['order', { idempotencyId: '1', recipient: { recipientOrganization: { orgNumber: '1' }, emailSettings: {} } }],
    ['order', { idempotencyId: '1', recipient: { recipientSms: { phoneNumber: '1' }, emailSettings: {} } }],
  ])('takes for %s: %j', (name, document) => {
    expect(recognise(document)?.name).toBe(name)
  })

  it.each<[JsonValue]>([
    [null],
    [7],
    ['recipientSms'],
    [[]],
    [{}],
    [{ recipient: 'Ola', name: 'x' }],
    [{ name: 'package', version: '1.0.0', dependencies: {} }],
    [{ notificationOrderId: '1', notification: { shipmentId: '2', sendersReference: 'x' } }],
    [{ shipmentId: '1', status: 'SMS_Delivered', recipients: [{ destination: '+4799999999' }] }],
    [{ notification: 'smsBody' }],
    // The texts of other systems' mails.
    [{ emailSubject: 'Welcome', emailBody: 'Visit https://example.com' }],
    [{ smsBody: 'Hei', reminderSmsBody: 'Hei igjen' }],
    [{ recipientEmail: 'ola@etaten.no', subject: 'Hi', body: 'Hello' }],
    // Translations, flat and nested.
    [{ notificationChannel: 'Varslingskanal', notificationTemplate: 'Varslingsmal', smsBody: 'SMS-tekst' }],
    [{ notification: { notificationChannel: 'Varslingskanal', sendReminder: 'Send revarsel', smsBody: 'Tekst' } }],
    [{ recipientSms: 'SMS-mottaker', recipientEmail: 'E-postmottaker', idempotencyId: 'Nøkkel' }],
    [{ recipientSms: { phoneNumber: 'Telefonnummer', smsSettings: 'Innstillinger' } }],
    [
      {
        idempotencyId: 'Nøkkel',
        recipientSms: { phoneNumber: 'Nummer', timeToLiveInSeconds: 'Levetid', smsSettings: {} },
      },
    ],
    [{ idempotencyId: 'Nøkkel', recipientEmail: { emailAddress: { label: 'Adresse' }, emailSettings: {} } }],
    // What is wrong with a form.
    [{ recipientSms: { phoneNumber: 'Ugyldig nummer', timeToLiveInSeconds: 'For kort' } }],
    [{ correspondence: { resourceId: 'Ressurs', content: { messageTitle: 'Tittel' } }, recipients: 'Mottakere' }],
    // Settings of programs that send notifications.
    [{ Logging: { LogLevel: {} }, AllowedHosts: '*', Notification: { NotificationTemplate: 'GenericAltinnMessage' } }],
    [{ ConnectionStrings: {}, AllowedHosts: '*', NotificationChannel: 'EmailPreferred', Serilog: {} }],
    [{ SmsSettings: { Provider: 'Twilio' }, EmailSettings: { From: 'a@b.no' } }],
    // Records of other programs, which know them by an id.
    [{ id: 1, sendReminder: true, emailSubject: 'x', emailBody: 'y' }],
    [{ sendReminder: true, emailSubject: 'x' }],
    [{ emailBody: 'x', sendReminder: false }],
    [{ _id: '5f', sendReminder: false, smsBody: 'Hei' }],
    [{ id: 'a', notificationChannel: 'Email', emailSubject: 'Welcome' }],
    [{ uuid: 'a', reminderNotificationChannel: 'Sms', smsBody: 'Hei' }],
    [{ createdAt: '2026-01-01', overrideRegisteredContactInformation: true, smsBody: 'Hei' }],
    [{ notification: { id: 1, sendReminder: true, emailSubject: 'x', emailBody: 'y' } }],
    [{ notification: { sendReminder: true, emailSubject: 'x' } }],
    // Which fields a form has touched, and which a query asks for or sorts by.
    [{ recipientSms: { phoneNumber: true, timeToLiveInSeconds: true, smsSettings: { body: true } } }],
    [{ recipientSms: { phoneNumber: true, smsSettings: { body: true, sender: false } } }],
    [{ recipientEmail: { emailAddress: true, emailSettings: { body: true } } }],
    [{ idempotencyId: true, recipient: { recipientPerson: { nationalIdentityNumber: true } }, reminders: true }],
    [{ recipient: { recipientOrganization: { orgNumber: false, channelSchema: false } } }],
    // What a form calls its fields, and says of them.
    [{ recipientEmail: { emailAddress: 'E-post', emailSettings: { subject: 'Emne', body: 'Tekst' } } }],
    [{ recipientEmail: { emailAddress: 'Må fylles ut', emailSettings: { subject: 'Må fylles ut' } } }],
    [{ recipient: { recipientPerson: { nationalIdentityNumber: 'Fødselsnummer', channelSchema: 'Kanal' } } }],
    [{ recipient: { recipientSms: { phoneNumber: 'Telefon (mobil)' } } }],
    [{ recipient: { recipientExternalIdentity: { externalIdentity: 'Ekstern identitet:' } } }],
    // A reminder by itself.
    [{ delayDays: 7, recipient: { recipientSms: SMS } }],
    [{ delayDays: 7, conditionEndpoint: 'https://a.no', recipient: { recipientPerson: {} } }],
    // Answers.
    [{ id: '1', creator: 'ttd', notificationChannel: 'Sms', recipients: [], smsTemplate: {}, links: {} }],
    [{ shipmentId: '1', notificationChannel: 'Email', recipients: [] }],
  ])('takes for no request: %j', (document) => {
    expect(recognise(document)).toBeUndefined()
  })

  it.each(['1', '1.5', '1e3', '12345678901234567890'])('takes a key that is the number %s for a key', (number) => {
    expect(recognise(parseJson(`{"idempotencyId":${number},"recipient":{}}`))?.name).toBe('order')
    expect(recognise(parseJson(`{"idempotencyId":${number},"recipientSms":{}}`))?.name).toBe('instant-sms')
  })

  it('takes time in proportion to an object of nothing but strange members', () => {
    const strange = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`emailBodi${at}`, at]))
    const notification = { ...strange, notificationChannel: 'Sms' }
    const took = threadMilliseconds(() => {
      recognise({ ...notification, notification })
      guessKind(strange)
    })
    expect(took).toBeLessThan(1_000)
  })

  it('recognises the example of every rule as the kind that it says it is', () => {
    for (const page of Object.values(rulePages))
      for (const { kind, document } of Object.values(page.examples()).flat()) {
        const recognised = recognise(document)?.name
        // Texts alone are no notification, except in a file whose name promises one.
        if (recognised !== undefined) expect(recognised).toBe(kind)
      }
  })
})

describe('a slip in the name that tells a request', () => {
  const letter = { resourceId: 'a', sendersReference: 'b', content: {} }
  it.each<[string, JsonValue]>([
    ['instant-sms', { idempotencyId: '1', recipentSms: INSTANT_SMS }],
    ['instant-sms', { recipientSMSs: SMS }],
    ['instant-sms', { 'recipient-sms': INSTANT_SMS, sendersReference: '2' }],
    ['instant-email', { recipientEmial: { emailAddress: 'ola@etaten.no', emailSettings: {} } }],
    ['order', { recipent: { recipientPerson: {} } }],
    ['correspondence', { corespondence: letter, recipients: [] }],
    ['correspondence', { correspondences: letter }],
    ['orders', { emailTemplate: {}, recipents: [{ emailAddress: 'ola@etaten.no' }] }],
  ])('leaves it %s: %j', (name, document) => {
    expect(recognise(document)?.name).toBe(name)
  })

  it.each<[JsonValue]>([
    [{ sms: INSTANT_SMS }],
    [{ recipentSms: { phoneNumber: 'Telefon' } }],
    [{ corespondence: { title: 'Brev' } }],
    [{ emailTemplate: {}, receivers: ['a'] }],
    [{ receiver: { recipientPerson: {} } }],
  ])('but what says less is none: %j', (document) => {
    expect(recognise(document)).toBeUndefined()
  })
})

describe('names of requests in other documents', () => {
  it.each<[string, JsonValue]>([
    ['a form', { recipientSms: { phoneNumber: 'Telefonnummer', smsSettings: { body: 'Melding' } } }],
    ['a translation', { notificationChannel: 'Email', emailBody: 'Body', sendReminder: 'Send reminder' }],
    ['a translation to nynorsk', { notificationChannel: 'Sms', smsBody: 'Tekst', sendReminder: 'Send påminning' }],
    ['settings', { recipientSms: { phoneNumber: '+4799999999' }, Logging: {} }],
    ['a list of names', { customRecipients: ['a', 'b'] }],
    ['a schema', { recipientEmail: { emailAddress: { type: 'string' }, emailSettings: { type: 'object' } } }],
    ['a form’s fields', { sendReminder: false, smsBody: { type: 'string' } }],
  ])('make no request of %s', (_, document) => {
    expect(recognise(document)).toBeUndefined()
  })
})

describe('a guess of what is promised to be a request', () => {
  it.each<[string | undefined, JsonValue]>([
    ['instant-sms', { recipentSms: INSTANT_SMS }],
    ['instant-sms', { recipientSms: null, idempotencyId: '1' }],
    ['instant-email', { recipientEmial: {} }],
    ['order', { recipeint: {}, reminder: [] }],
    ['order', { recipient: {} }],
    ['order', { idempotencyId: null, Recipient: null }],
    ['correspondence', { corespondence: {}, recipients: [] }],
    ['correspondence-part', { notificaton: {}, content: {} }],
    ['notification', { emailBdy: 'Hei', smsBody: 'Hei' }],
    ['orders-email', { recipents: [], subject: 'Brev', body: 'Hei' }],
    ['orders', { recipients: [], emailTemplat: {} }],
    [undefined, { idempotencyId: '1', sendersReference: '2' }],
    [undefined, { name: 'package', version: '1.0.0' }],
    [undefined, []],
  ])('is %s for %j', (name, document) => {
    expect(guessKind(document)?.name).toBe(name)
  })

  it('is what its shape shows, where that is enough', () => {
    for (const page of Object.values(rulePages))
      for (const { kind, document } of Object.values(page.examples()).flat())
        if (recognise(document) === undefined) expect([kind, undefined]).toContain(guessKind(document)?.name)
  })
})

it('names every kind once', () => {
  const names = [...documentKinds, ...kindsElsewhere].map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})
