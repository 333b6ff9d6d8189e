import { beforeAll, describe, expect, it } from 'vitest'
import { send } from '#client'
import { orderTo, toEmail, toOrganization, toPerson, toSms } from './orders/support.ts'
import { API, emailRequest, post, read, smsRequest, tokenFor } from './support.ts'

let token: string
beforeAll(async () => {
  token = await tokenFor({ org: 'errors' })
})

const LANGUAGES = ['en', 'nb', 'nn'] as const

type Language = (typeof LANGUAGES)[number]

const refused = (path: string, body: unknown, language: Language = 'en') =>
  post(`${API}${path}`, body, { token, headers: { 'accept-language': language } })

const errorsOf = async (path: string, body: unknown): Promise<unknown> => (await refused(path, body)).json.errors

const inOrder = (body: unknown): Promise<unknown> => errorsOf('/orders', body)
const inSms = (body: unknown): Promise<unknown> => errorsOf('/orders/instant/sms', body)

const reminded = (reminder: Record<string, unknown>) =>
  orderTo(toEmail(), { reminders: [{ recipient: toEmail(), ...reminder }] })

const toSomeone = (channelSchema: string) =>
  orderTo({ recipientPerson: { nationalIdentityNumber: '08900499559', channelSchema } })

describe('a refusal leads to the catalogue of errors', () => {
  it.each<[string, number, string, Language, string]>([
    ['one of our own', 404, '/nowhere', 'en', '/docs/errors#route-unknown'],
    ['one in another language', 404, '/nowhere', 'nn', '/docs/errors/nn#route-unknown'],
    ['one with findings', 400, '/orders', 'nb', '/docs/errors/nb#validation'],
    ['one of a deprecated route', 400, '/orders/instant', 'en', '/docs/errors#validation'],
  ])('%s', async (_which, status, path, language, place) => {
    const answer = await refused(path, {}, language)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('link')).toMatch(new RegExp(`<[^<>]*${place}>; rel="help"$`))
  })

  it('beside what replaces a deprecated route', async () => {
    expect((await refused('/orders/instant', {})).headers.get('link')).toContain('rel="successor-version", <')
  })
})

describe('errors speak as Altinn’s server', () => {
  it.each(['/orders', '/orders/instant/sms', '/orders/instant/email', '/orders/instant'])(
    'of a body that is null: %s',
    async (path) => {
      expect(await errorsOf(path, null)).toEqual({ '': ['A non-empty request body is required.'] })
    },
  )

  it.each<[string, unknown, Record<string, string>]>([
    [
      'a recipient’s number',
      orderTo(toSms({}, '1')),
      { 'Recipient.RecipientSms.PhoneNumber': 'Recipient phone number is not a valid mobile number.' },
    ],
    [
      'a sender’s address',
      orderTo(toEmail({ senderEmailAddress: 'x' })),
      { 'Recipient.RecipientEmail.Settings.SenderEmailAddress': 'The sender email address is not valid.' },
    ],
    [
      'a blank subject',
      orderTo(toEmail({ subject: ' ' })),
      { 'Recipient.RecipientEmail.Settings.Subject': 'The Subject field is required.' },
    ],
    [
      'a blank body',
      orderTo(toEmail({ body: '' })),
      { 'Recipient.RecipientEmail.Settings.Body': 'The Body field is required.' },
    ],
    [
      'a blank SMS',
      orderTo(toSms({ body: '' })),
      { 'Recipient.RecipientSms.Settings.Body': 'The Body field is required.' },
    ],
    [
      'a blank number',
      orderTo(toSms({}, ' ')),
      { 'Recipient.RecipientSms.PhoneNumber': 'The PhoneNumber field is required.' },
    ],
    [
      'a blank address',
      orderTo(toEmail({}, '')),
      { 'Recipient.RecipientEmail.EmailAddress': 'The EmailAddress field is required.' },
    ],
    [
      'a blank organisation number',
      orderTo(toOrganization('')),
      { 'Recipient.RecipientOrganization.OrgNumber': 'The OrgNumber field is required.' },
    ],
    [
      'a blank sender, which may be left out',
      orderTo(toEmail({ senderEmailAddress: '' })),
      { 'Recipient.RecipientEmail.Settings.SenderEmailAddress': 'The sender email address is not valid.' },
    ],
    [
      'an organisation number',
      orderTo(toOrganization('1')),
      { 'Recipient.RecipientOrganization.OrgNumber': 'Organization number must be 9 digits long.' },
    ],
    [
      'a person’s number',
      orderTo(toPerson('1')),
      { 'Recipient.RecipientPerson.NationalIdentityNumber': 'National identity number must be 11 digits long.' },
    ],
    [
      'a resource',
      orderTo(toPerson('08900499559', {}, { resourceId: 'x' })),
      { 'Recipient.RecipientPerson.ResourceId': 'ResourceId must have a valid syntax.' },
    ],
    [
      'an action by itself',
      orderTo(toPerson('08900499559', {}, { resourceAction: 'read' })),
      { 'Recipient.RecipientPerson.ResourceAction': 'ResourceAction cannot be specified without a ResourceId.' },
    ],
    [
      'no settings for one channel',
      toSomeone('Email'),
      { 'Recipient.RecipientPerson.EmailSettings': 'EmailSettings must be set when ChannelSchema is Email' },
    ],
    [
      'no settings for both channels',
      toSomeone('EmailAndSms'),
      {
        'Recipient.RecipientPerson.EmailSettings': 'EmailSettings must be set when ChannelSchema is EmailAndSms',
        'Recipient.RecipientPerson.SmsSettings': 'SmsSettings must be set when ChannelSchema is EmailAndSms',
      },
    ],
    [
      'no settings for a preferred channel',
      toSomeone('SmsPreferred'),
      {
        'Recipient.RecipientPerson.EmailSettings':
          'EmailSettings must be set when ChannelSchema is SmsPreferred or EmailPreferred',
        'Recipient.RecipientPerson.SmsSettings':
          'SmsSettings must be set when ChannelSchema is SmsPreferred or EmailPreferred',
      },
    ],
    ['no recipient', orderTo({}), { Recipient: 'Must have exactly one recipient.' }],
    [
      'a time without a zone',
      orderTo(toEmail(), { requestedSendTime: '2099-01-01T12:00:00' }),
      { RequestedSendTime: 'The requested send time value must have specified a time zone.' },
    ],
    [
      'a reminder’s time without a zone',
      reminded({ requestedSendTime: '2099-01-01' }),
      { 'Reminders[0].RequestedSendTime': 'The RequestedSendTime must have specified a time zone.' },
    ],
    [
      'a reminder in the past',
      reminded({ requestedSendTime: '2020-01-01T00:00:00Z' }),
      { 'Reminders[0].RequestedSendTime': 'RequestedSendTime must be greater than or equal to the current UTC time.' },
    ],
    [
      'a reminder the same day',
      reminded({ delayDays: 0 }),
      { 'Reminders[0].DelayDays': 'DelayDays must be greater than or equal to 1 day.' },
    ],
    [
      'a reminder at no time',
      reminded({}),
      { 'Reminders[0]': 'Either DelayDays or RequestedSendTime must be defined, but not both.' },
    ],
    [
      'a condition that is no address',
      orderTo(toEmail(), { conditionEndpoint: 'x' }),
      { ConditionEndpoint: 'ConditionEndpoint must be a valid absolute URI or null.' },
    ],
    [
      'a condition by another protocol',
      orderTo(toEmail(), { conditionEndpoint: 'ftp://example.com/x' }),
      { ConditionEndpoint: 'ConditionEndpoint must use http or https scheme.' },
    ],
    [
      'a content type without a name',
      orderTo(toEmail({ contentType: 7 })),
      { 'Recipient.RecipientEmail.Settings.ContentType': 'Email content type must be either Plain or HTML.' },
    ],
    [
      'a channel without a name',
      orderTo(toPerson('08900499559', {}, { channelSchema: 9 })),
      { 'Recipient.RecipientPerson.ChannelSchema': 'Invalid channel scheme value.' },
    ],
    [
      'a key that is null',
      orderTo(toEmail(), { idempotencyId: null }),
      { IdempotencyId: 'The IdempotencyId field is required.' },
    ],
    [
      'no key',
      orderTo(toEmail(), { idempotencyId: undefined }),
      { $: "JSON deserialization was missing required properties including: 'idempotencyId'." },
    ],
    [
      'a time that is none',
      orderTo(toEmail(), { requestedSendTime: 'soon' }),
      { '$.requestedSendTime': expect.stringContaining('could not be converted') },
    ],
    [
      'a delay in words',
      reminded({ delayDays: 'soon' }),
      {
        '$.reminders[0].delayDays':
          'The JSON value could not be converted to System.Int32. Path: $.reminders[0].delayDays.',
      },
    ],
    [
      'a body that is a number',
      orderTo(toSms({ body: 1 })),
      {
        '$.recipient.recipientSms.smsSettings.body':
          'The JSON value could not be converted to System.String. Path: $.recipient.recipientSms.smsSettings.body.',
      },
    ],
  ])('of %s in an order', async (_what, order, errors) => {
    const found = Object(await inOrder(order))
    expect(found).toMatchObject(Object.fromEntries(Object.entries(errors).map(([key, said]) => [key, [said]])))
  })

  it.each<[string, unknown, Record<string, string>]>([
    [
      'a key that is null',
      smsRequest({ request: { idempotencyId: null } }),
      { IdempotencyId: 'The IdempotencyId field is required.' },
    ],
    [
      'no number',
      smsRequest({ recipient: { phoneNumber: undefined } }),
      { '$.recipientSms': "JSON deserialization was missing required properties including: 'phoneNumber'." },
    ],
    [
      'a blank number',
      smsRequest({ recipient: { phoneNumber: '' } }),
      { 'RecipientSms.PhoneNumber': 'The PhoneNumber field is required.' },
    ],
    [
      'a body that is null',
      smsRequest({ settings: { body: null } }),
      { 'RecipientSms.ShortMessageContent.Body': 'The Body field is required.' },
    ],
    [
      'a time-to-live in words',
      smsRequest({ recipient: { timeToLiveInSeconds: 'soon' } }),
      {
        '$.recipientSms.timeToLiveInSeconds':
          'The JSON value could not be converted to System.Int32. Path: $.recipientSms.timeToLiveInSeconds.',
      },
    ],
  ])('of %s in an instant message', async (_what, request, errors) => {
    expect(await inSms(request)).toEqual(Object.fromEntries(Object.entries(errors).map(([key, said]) => [key, [said]])))
  })

  it('of a choice that an e-mail does not have', async () => {
    const errors = await errorsOf('/orders/instant/email', emailRequest({ settings: { contentType: 7 } }))
    expect(errors).toEqual({
      'InstantEmailDetails.EmailSettings.ContentType': ['Email content type must be either Plain or HTML.'],
    })
  })
})

describe('the language of a refusal', () => {
  it('is the caller’s in findings, and English in errors', async () => {
    const order = orderTo(toEmail({ subject: ' ' }), { requestedSendTime: '2020-01-01T00:00:00Z' })
    const told = await Promise.all(LANGUAGES.map((language) => refused('/orders', order, language)))
    const messages = told.map(({ json }) => JSON.stringify(json.findings))
    expect(new Set(messages).size).toBe(LANGUAGES.length)
    expect(new Set(told.map(({ json }) => JSON.stringify(json.errors))).size).toBe(1)
    for (const { json } of told) expect(json.title).toBe('One or more validation errors occurred.')
  })

  it.each<[number, string, RequestInit]>([
    [401, `${API}/orders/instant/sms`, { method: 'POST' }],
    [404, '/nothing/here', {}],
    [405, '/health', { method: 'PUT' }],
  ])('is the caller’s in the title of a %d', async (status, path, init) => {
    const titles = await Promise.all(
      LANGUAGES.map(async (language) => {
        const answer = await read(await send(path, { ...init, headers: { 'accept-language': language } }))
        expect(answer.status).toBe(status)
        expect(answer.json).not.toHaveProperty('code')
        return answer.json.title
      }),
    )
    expect(new Set(titles).size).toBe(LANGUAGES.length)
  })

  it('leaves Altinn’s titles as they are, and explains them', async () => {
    const path = `${API}/shipment/${crypto.randomUUID()}`
    const headers = { authorization: `Bearer ${token}`, 'accept-language': 'nb' }
    const { json } = await read(await send(path, { headers }))
    expect(json).toMatchObject({
      code: 'NOT-00003',
      title: 'Shipment not found',
      detail: 'Organisasjonen din har ingen forsendelse med denne id-en.',
    })
  })
})
