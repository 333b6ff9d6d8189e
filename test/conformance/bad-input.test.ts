import { beforeAll, describe, expect, it } from 'vitest'
import { keepSecret, send } from '#client'
import { type Answer, API, emailRequest, post, postEmail, postSms, smsRequest, tokenFor } from './support.ts'

let token: string
beforeAll(async () => {
  token = await tokenFor()
})

const without = (request: ReturnType<typeof smsRequest>, member: 'idempotencyId' | 'recipientSms') => {
  const { [member]: _left, ...rest } = request
  return rest
}

/** What every refusal has in common: its shape, and that it repeats nothing of the request. */
function expectRefusal(answer: Answer, sent: string): void {
  expect(answer.status).toBe(400)
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(answer.json).toMatchObject({ title: 'One or more validation errors occurred.', status: 400 })
  expect(Object.keys(Object(answer.json.errors))).not.toEqual([])
  for (const secret of sent.match(/\d{10}/g) ?? []) expect(JSON.stringify(answer.json)).not.toContain(secret)
}

describe('a wrong instant SMS is refused, field and rule named', () => {
  it.each([
    ['a missing key', without(smsRequest(), 'idempotencyId'), 'schema', '/idempotencyId'],
    ['a null key', smsRequest({ request: { idempotencyId: null } }), 'schema', '/idempotencyId'],
    ['an empty key', smsRequest({ request: { idempotencyId: '' } }), 'required-text', '/idempotencyId'],
    ['a blank key', smsRequest({ request: { idempotencyId: ' \t' } }), 'required-text', '/idempotencyId'],
    ['a missing recipient', without(smsRequest(), 'recipientSms'), 'schema', '/recipientSms'],
    ['a recipient that is a list', { idempotencyId: 'x', recipientSms: [] }, 'schema', '/recipientSms'],
    ['an empty body', smsRequest({ settings: { body: '' } }), 'required-text', '/recipientSms/smsSettings/body'],
    ['a blank body', smsRequest({ settings: { body: '\n ' } }), 'required-text', '/recipientSms/smsSettings/body'],
    ['a null body', smsRequest({ settings: { body: null } }), 'schema', '/recipientSms/smsSettings/body'],
    [
      'a body of digits without quotes',
      smsRequest({ settings: { body: 1 } }),
      'schema',
      '/recipientSms/smsSettings/body',
    ],
    [
      'a text of 17 parts',
      smsRequest({ settings: { body: 'a'.repeat(2_145) } }),
      'sms-parts',
      '/recipientSms/smsSettings/body',
    ],
    [
      'a Unicode text of 17 parts',
      smsRequest({ settings: { body: 'č'.repeat(1_073) } }),
      'sms-parts',
      '/recipientSms/smsSettings/body',
    ],
    [
      'a sender with a line end',
      smsRequest({ settings: { sender: 'A\r\nB' } }),
      'sender-name',
      '/recipientSms/smsSettings/sender',
    ],
    [
      'half a character',
      smsRequest({ settings: { body: 'Hei \ud83c' } }),
      'malformed-text',
      '/recipientSms/smsSettings/body',
    ],
    [
      'half a character in the key',
      smsRequest({ request: { idempotencyId: '\ude00' } }),
      'malformed-text',
      '/idempotencyId',
    ],
    [
      'several numbers',
      smsRequest({ recipient: { phoneNumber: '+4799999999,+4799999998' } }),
      'phone-number',
      '/recipientSms/phoneNumber',
    ],
  ])('%s', async (_what, request, code, pointer) => {
    const answer = await postSms(request, token)
    expectRefusal(answer, JSON.stringify(request))
    expect(answer.json.findings).toContainEqual(
      expect.objectContaining({
        code,
        pointer,
        severity: 'error',
        message: expect.stringContaining(String(pointer.split('/').at(-1))),
        page: expect.stringContaining(code),
      }),
    )
  })

  it.each([0, -1, 172_801, 1e12])('a time-to-live of %d, its limits named', async (timeToLiveInSeconds) => {
    const answer = await postSms(smsRequest({ recipient: { timeToLiveInSeconds } }), token)
    expectRefusal(answer, '')
    expect(answer.json.errors).toEqual({
      'RecipientSms.TimeToLiveInSeconds': ['Time-to-live must be between 1 and 172800 seconds (48 hours).'],
    })
    expect(answer.json.findings).toMatchObject([{ code: 'time-to-live', message: expect.stringContaining('172800') }])
  })

  it.each([[1.5], ['soon'], ['1.5'], [true], [null], [[60]], [{}], ['']])(
    'a time-to-live of %j',
    async (timeToLiveInSeconds) => {
      const answer = await postSms(smsRequest({ recipient: { timeToLiveInSeconds } }), token)
      expectRefusal(answer, '')
      expect(answer.json.findings).toMatchObject([{ code: 'schema', pointer: '/recipientSms/timeToLiveInSeconds' }])
    },
  )

  it.each([
    '120.0',
    '12e1',
    '1.2E2',
    '1e400',
    '-1e400',
    '9007199254740993',
    '12345678901234567890',
    '0.5',
    '"120.0"',
    '"12e1"',
  ])('a time-to-live of %s, which .NET takes for no whole number, once', async (written) => {
    const request = JSON.stringify(smsRequest({ recipient: { timeToLiveInSeconds: 0 } }))
    const answer = await postSms(request.replace('"timeToLiveInSeconds":0', `"timeToLiveInSeconds":${written}`), token)
    expectRefusal(answer, '')
    expect(answer.json.findings).toMatchObject([{ code: 'schema', pointer: '/recipientSms/timeToLiveInSeconds' }])
    expect(Object.keys(Object(answer.json.errors))).toEqual(['$.recipientSms.timeToLiveInSeconds'])
  })

  it.each([null, true, '7', 7])('an e-mail whose content type is %j', async (contentType) => {
    const answer = await postEmail(emailRequest({ settings: { contentType } }), token)
    expect(answer.status).toBe(400)
    expect(answer.json.findings).toMatchObject([
      { code: 'schema', pointer: '/recipientEmail/emailSettings/contentType' },
    ])
  })

  it.each([
    '40000001',
    '90000000',
    '12345678',
    '111100000',
    '+47',
    '12345',
    'abcdefg',
    '+479999999',
    '+479999999999',
    '+47900000001',
    '+4750000004',
    '+4712345678',
    '1234567890',
    '+14790000000',
    '++4740000000',
    ' +4799999999',
    '+47 99999999 x12',
    'tel:+4799999999',
    '+４７99999999',
  ])('the number %j, as Altinn refuses it', async (phoneNumber) => {
    const answer = await postSms(smsRequest({ recipient: { phoneNumber } }), token)
    expectRefusal(answer, '')
    expect(answer.json.errors).toEqual({
      'RecipientSms.PhoneNumber': ['Recipient phone number is not a valid mobile number.'],
    })
  })

  it.each(['', '   '])('the number %j, which says nothing', async (phoneNumber) => {
    const answer = await postSms(smsRequest({ recipient: { phoneNumber } }), token)
    expectRefusal(answer, '')
    expect(answer.json.errors).toEqual({ 'RecipientSms.PhoneNumber': ['The PhoneNumber field is required.'] })
  })

  it('every mistake at once, each under Altinn’s own name for it', async () => {
    const request = smsRequest({
      request: { idempotencyId: '' },
      recipient: { phoneNumber: '1', timeToLiveInSeconds: 0 },
      settings: { body: '' },
    })
    expect((await postSms(request, token)).json.errors).toEqual({
      IdempotencyId: ['The IdempotencyId field is required.'],
      'RecipientSms.PhoneNumber': ['Recipient phone number is not a valid mobile number.'],
      'RecipientSms.ShortMessageContent.Body': ['The Body field is required.'],
      'RecipientSms.TimeToLiveInSeconds': ['Time-to-live must be between 1 and 172800 seconds (48 hours).'],
    })
  })

  it('in the words of the language the client prefers', async () => {
    const request = smsRequest({ settings: { body: '' } })
    const messageIn = async (language: string) => {
      const headers = { 'accept-language': language }
      const { json } = await post(`${API}/orders/instant/sms`, request, { token, headers })
      return JSON.stringify(json.findings)
    }
    expect(await messageIn('nn, nb;q=0.8')).toContain('som ikkje er mellomrom')
    expect(await messageIn('no;q=0.9, fr')).toContain('som ikke er mellomrom')
    expect(await messageIn('fr, de')).toContain('is not a space')
  })
})

describe('a number that Altinn accepts is accepted', () => {
  it.each([
    '+4740000001',
    '004740000000',
    '+4790000000',
    '004790000002',
    '+233242426224',
    '+4799999999',
    '+4791234567',
    '+47 99999999',
    '+47 99 99 99 99 ',
  ])('%j', async (phoneNumber) => {
    expect((await postSms(smsRequest({ recipient: { phoneNumber } }), token)).status).toBe(201)
  })
})

describe('a wrong instant e-mail is refused, field and rule named', () => {
  it.each([
    '',
    '.user@example.com',
    'userexample.com',
    'user@',
    '@example.com',
    'user@example..com',
    'user@exa!mple.com',
    'user.@example.com',
    'one@example.com;two@example.com',
    'one@example.com, two@example.com',
    'Ola <ola@example.com>',
    'user@localhost',
    'user@999.999.999.999',
    'a;b@example.com',
    'a\r\n@example.com',
    `${'a'.repeat(65)}@example.com`,
  ])('the address %j', async (emailAddress) => {
    const answer = await postEmail(emailRequest({ recipient: { emailAddress } }), token)
    expectRefusal(answer, '')
    expect(answer.json.errors).toEqual({ 'InstantEmailDetails.EmailAddress': ['Invalid email address format.'] })
  })

  it.each([
    ['an empty subject', { subject: '' }, 'required-text', 'subject'],
    ['a blank body', { body: ' ' }, 'required-text', 'body'],
    ['an empty sender', { senderEmailAddress: '' }, 'email-address', 'senderEmailAddress'],
    [
      'a sender with a line end',
      { senderEmailAddress: 'a@b.no\r\nBcc: c@d.no' },
      'email-address',
      'senderEmailAddress',
    ],
    ['an unknown content type', { contentType: 'Markdown' }, 'schema', 'contentType'],
    ['an unknown content type number', { contentType: 2 }, 'schema', 'contentType'],
  ])('%s', async (_what, settings, code, member) => {
    const answer = await postEmail(emailRequest({ settings }), token)
    expectRefusal(answer, '')
    const pointer = `/recipientEmail/emailSettings/${member}`
    expect(answer.json.findings).toContainEqual(expect.objectContaining({ code, pointer, severity: 'error' }))
  })
})

describe('an address that Altinn accepts, and is one, is accepted', () => {
  it.each([
    'æge_sjøåsen@domain.com',
    'stephanie@kul.no',
    'bakken_kundeservice@sykkelverksted.com',
    'john.doe@sub.domain.example',
    'gratis-netflix+1@gmail.com',
    'user.name+tag@domain.co.uk',
    'user123@example-domain.com',
  ])('%s', async (emailAddress) => {
    expect((await postEmail(emailRequest({ recipient: { emailAddress } }), token)).status).toBe(201)
  })
})

describe('a body that is no request is refused', () => {
  const DEEP = 100_000
  it.each([
    ['nothing', ''],
    ['white space', ' \n'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a text', '"x"'],
    ['a number', '1'],
    ['half an object', '{"idempotencyId":'],
    ['a trailing comma', '{"idempotencyId":"x",}'],
    ['a comment', '{/* */}'],
    ['single quotes', "{'a':1}"],
    ['100 000 nested lists', '['.repeat(DEEP) + ']'.repeat(DEEP)],
    ['100 000 open brackets', '['.repeat(DEEP)],
    ['deep nesting in an unknown member', `{"x":${'{"y":'.repeat(70)}1${'}'.repeat(70)}}`],
    ['NaN', 'NaN'],
  ])('%s', async (_what, body) => {
    const answer = await post(`${API}/orders/instant/sms`, body, { token })
    expectRefusal(answer, '')
    expect(JSON.stringify(answer.json)).not.toMatch(/Unexpected|position|at JSON|\.ts/)
  })

  it('bytes that are not UTF-8', async () => {
    const response = await send(`${API}/orders/instant/sms`, {
      method: 'POST',
      body: new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    })
    expect(response.status).toBe(400)
  })

  it('a prototype’s name as a member changes nothing', async () => {
    const request = JSON.stringify(smsRequest())
    const body = request.replace('{', '{"__proto__":{"idempotencyId":"x"},"constructor":1,"toString":null,')
    expect((await post(`${API}/orders/instant/sms`, body, { token })).status).toBe(201)
  })

  it('a code in a refused body is not repeated anywhere', async () => {
    const code = '9081726354'
    keepSecret(code)
    const answer = await post(`${API}/orders/instant/sms`, `{"idempotencyId": ${code}, "x": "${code}`, { token })
    expect(answer.status).toBe(400)
    expect(JSON.stringify([...answer.headers, answer.json])).not.toContain(code)
  })
})

describe('a body that names its character set', () => {
  const encoder = new TextEncoder()
  const utf16 = (text: string) => new Uint8Array(Uint16Array.from(text, (one) => one.charCodeAt(0)).buffer)

  it.each<[string, Uint8Array<ArrayBuffer>, number]>([
    ['utf-16', utf16(JSON.stringify(smsRequest())), 201],
    ['"UTF-16"', utf16(`\ufeff${JSON.stringify(smsRequest())}`), 201],
    ['utf-16', encoder.encode(JSON.stringify(smsRequest())), 400],
    ['UTF-8', encoder.encode(JSON.stringify(smsRequest())), 201],
    ['utf8', encoder.encode(JSON.stringify(smsRequest())), 201],
    ['iso-8859-1', encoder.encode(JSON.stringify(smsRequest())), 415],
    ['x-none', encoder.encode(JSON.stringify(smsRequest())), 415],
  ])('is read as Altinn’s server reads it: %s', async (charset, body, status) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': `application/json; charset=${charset}` }
    const response = await send(`${API}/orders/instant/sms`, { method: 'POST', body, headers })
    await response.body?.cancel()
    expect(response.status).toBe(status)
  })
})
