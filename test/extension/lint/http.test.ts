import { describe, expect, it } from 'vitest'
import { fileForm } from '../../../extension/document/file-form.ts'
import { findingsOfFile, lintFile } from '../../../extension/lint/lint-file.ts'
import { DEFAULT_LINT_OPTIONS } from '../../../extension/lint/options.ts'
import { fixText } from '../../../extension/repair/fix-file.ts'

const form = fileForm('calls.http')
if (!form) throw new Error('no form for .http')

/** The codes found in a file, each with the text that it is about. */
const found = (text: string): readonly string[] =>
  findingsOfFile(lintFile(text, form, DEFAULT_LINT_OPTIONS)).map(
    ({ code, start, end }) => `${code} ${text.slice(start, end)}`,
  )

const SMS = `{
  "idempotencyId": "{{$guid}}",
  "recipientSms": {
    "phoneNumber": "+4799999999",
    "timeToLiveInSeconds": 300,
    "smsSettings": { "body": "Hei" }
  }
}`

const HEAD = 'POST {{host}}/notifications/api/v1/future/orders/instant/sms\ncontent-type: application/json\n'

const request = (body: string) => `${HEAD}\n${body}\n`

const sms = (body: string, phoneNumber = '"+4799999999"', timeToLive = '300', rest = '') =>
  request(
    `{"idempotencyId":"{{$guid}}",${rest}"recipientSms":{"phoneNumber":${phoneNumber},"timeToLiveInSeconds":${timeToLive},"smsSettings":{"body":"${body}"}}}`,
  )

describe('what stands around a body is not judged', () => {
  it.each([
    ['a response script', `${request(SMS)}\n> {%\n  client.test("ok", () => {\n\n    client.assert(true)\n  })\n%}\n`],
    ['a response script on one line', `${request(SMS)}\n> {% client.global.set("id", response.body.id) %}\n`],
    ['a response script right after the body', `${request(SMS)}> {% client.log({ a: 1 }) %}\n`],
    ['a script in a file', `${request(SMS)}\n> ./handler.js\n`],
    ['a script before the request', `< {%\n  request.variables.set("a", { b: 1 })\n\n%}\n${request(SMS)}`],
    ['a script before the request on one line', `< {% request.variables.set("a", 1) %}\n${request(SMS)}`],
    ['a script of httpYac', `{{\n  exports.a = { b: 1 }\n}}\n${request(SMS)}\n{{@response\n  console.log({})\n}}\n`],
    ['an assertion', `${request(SMS)}\n?? status == 201\n?? body notification.shipmentId exists\n`],
    ['an assertion right after the body', `${request(SMS)}?? status == 201\n`],
    ['comments after the body', `${request(SMS)}\n# then read the status\n// and the feed\n`],
    ['comments right after the body', `${request(SMS)}# then read the status\n`],
    ['the name of a recorded answer', `${request(SMS)}\n<> 2026-01-01T120000.201.json\n`],
    ['where the answer is written', `${request(SMS)}\n>> answer.json\n\n>>! answer.json\n`],
    [
      'a recorded answer',
      `${request(SMS)}\nHTTP/1.1 201 Created\ncontent-type: application/json\n\n{ "notificationOrderId": "1", }\n`,
    ],
    [
      'a recorded answer by itself',
      `${request(SMS)}\n### Answer\nHTTP/2 201\n\n{ "recipientSms": { "phoneNumber": "x" } }\n`,
    ],
    ['an answer that was pasted in', `${request(SMS)}\n###\n{\n  "recipientSms": {\n\n "phoneNumber": 1 }}\n`],
    ['a comment line in the body', request(SMS.replace('{\n', '{\n  # "sendersReference": "x",\n  // more\n'))],
    ['lines that end as on Windows', `${request(SMS)}\n> {% a %}\n?? status == 201\n`.replaceAll('\n', '\r\n')],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([])
  })

  it('and what stands before and after it in the next request is', () => {
    const bad = SMS.replace('+4799999999', '99999999')
    expect(found(`${request(SMS)}\n> {%\n  x({\n%}\n\n### next\n${request(bad)}\n?? status == 400\n`)).toEqual([
      'phone-number "99999999"',
    ])
  })

  it('but a trailing comma and a comment behind a value are', () => {
    expect(found(request('{ "idempotencyId": "a", }'))).toContain('json-syntax ,')
    expect(found(request(SMS.replace('300,', '300, // why')))).toEqual(['json-syntax // why'])
  })
})

describe('a variable is unknown text', () => {
  it.each([
    ['a whole value', sms('Hei', '"{{phone}}"')],
    ['a value outside quotes', sms('Hei', '"+4799999999"', '{{ttl}}')],
    ['a part of a number', sms('Hei', '"+47{{rest}}"', '{{minutes}}00')],
    ['two variables in a row', sms('Hei', '"+47{{a}}{{b}}"', '{{a}}{{b}}')],
    ['a variable with quotes of its own', sms('Kl. {{$datetime "HH:mm" 1 d}} er det klart')],
    ['the whole text', sms('{{text}}')],
    ['an object', request('{"idempotencyId":"a","recipientSms":{{recipient}}}')],
    ['members', sms('Hei', '"+4799999999"', '300', '{{more}},')],
    ['all other members', request('{"recipientSms":{"phoneNumber":"+4799999999", {{more}}},{{rest}}}')],
    ['the end of an address', sms('Se nav.no{{rest}}')],
    ['the middle of an address', sms('Se nav{{x}}.no')],
    ['the beginning of an address', sms('Se {{host}}.no')],
    ['a part of a keyword', sms('Hei $code{{x}}$')],
    ['what a validity says', sms('Koden er 428516. Den er gyldig i {{n}} minutter.', '"+4799999999"', '60')],
    ['a time-to-live', sms('Koden er 428516. Den er gyldig i 2 minutter.', '"+4799999999"', '{{ttl}}')],
  ])('%s is no mistake', (_, text) => {
    expect(found(text)).toEqual([])
  })

  it.each([
    ['a link', sms('Hei {{navn}}, logg inn på altinn.no nå'), ['link-forbidden altinn.no']],
    ['a link before it', sms('altinn.no {{navn}}'), ['link-forbidden altinn.no']],
    ['a link after it', sms('{{navn}} altinn.no'), ['link-forbidden altinn.no']],
    ['a link that goes on into it', sms('Se https://{{host}}/skjema'), ['link-forbidden https://']],
    ['characters outside GSM-7', sms('Hei {{navn}} – velkommen'), ['sms-encoding –']],
    [
      'a misspelt member',
      sms('Hei', '"{{phone}}"', '300', '"senderReference":"{{x}}",'),
      ['unknown-member "senderReference"'],
    ],
    ['a telephone number', sms('Hei {{navn}}', '"99999999"'), ['phone-number "99999999"']],
    [
      'a validity that the time-to-live does not reach',
      sms('{{navn}}, koden er 428516. Gyldig i 5 minutter.', '"+4799999999"', '60'),
      ['otp-validity 60'],
    ],
  ])('what is known beside it is judged: %s', (_, text, codes) => {
    expect(found(text)).toEqual(codes)
  })

  it('and the known length is the least there is', () => {
    const [one] = findingsOfFile(lintFile(sms(`{{navn}} ${'a'.repeat(159)}`), form, DEFAULT_LINT_OPTIONS))
    expect(one).toBeUndefined()
    expect(found(sms(`{{navn}} ${'a'.repeat(200)}`))).toMatchObject([expect.stringMatching(/^sms-parts/)])
    const mail = (subject: string) =>
      `POST {{host}}/orders/instant/email\n\n{"idempotencyId":"a","recipientEmail":{"emailAddress":"a@example.com","emailSettings":{"subject":"${subject}","body":"Hei"}}}`
    expect(found(mail(`{{navn}}${'a'.repeat(125)}`))).toEqual([])
    expect(found(mail(`{{navn}}${'a'.repeat(140)}`))).toMatchObject([expect.stringMatching(/^length-limit/)])
  })

  it('that a repair never fills in, nor takes away', () => {
    const text = sms('Hei {{navn}} \\ud83c', '"99999999"', '{{ttl}}', '{{more}},')
    expect(fixText(text, form, DEFAULT_LINT_OPTIONS)).toBe(text.replace('"99999999"', '"+4799999999"'))
  })
})

describe('a variable that the file gives a value', () => {
  const PHONE = 'phone-number "{{phone}}"'

  it.each([
    ['is judged by it, where it is used', '@phone = 99999999\n\n', [PHONE]],
    [
      'is judged by it also without blanks around the sign, and on a line that ends as on Windows',
      '@phone=99999999\r\n',
      [PHONE],
    ],
    ['is all right where its value is', '@phone = +4799999999\n', []],
    ['may be defined twice alike', '@phone = 99999999\n@phone = 99999999\n', [PHONE]],
    ['is unknown where it has two values', '@phone = 99999999\n@phone = +4799999999\n', []],
    ['is unknown where it has none', '@phone =\n', []],
    ['is unknown where it is made of others', '@phone = {{prefix}}99999999\n', []],
    ['is unknown where a client may read quotes', '@phone = "99999999"\n', []],
    ['is unknown where a comment may follow', '@phone = 99999999 # mine\n', []],
    ['is unknown where a person is asked', '# @prompt phone\n@phone = 99999999\n', []],
    ['is unknown where a script sets it', '@phone = 99999999\n< {% client.global.set("phone", "+4799999999") %}\n', []],
    ['is unknown where it is longer than a line is written', `@phone = ${'9'.repeat(1_000)}\n`, []],
  ])('%s', (_what, before, codes) => {
    expect(found(before + sms('Hei', '"{{phone}}"'))).toEqual(codes)
  })

  it('is filled in as it stands: a number where no quotes are', () => {
    expect(found(`@ttl = 30\n${sms('Hei', undefined, '{{ ttl }}')}`)).toEqual(['time-to-live {{ ttl }}'])
  })

  it('leaves what stands around it at its place, with comments, and repaired', () => {
    const text = (number: string) =>
      `@name = Ola\n${request(`{"idempotencyId":"{{$guid}}",\n# to {{name}}\n"recipientSms":{"phoneNumber":"${number}","timeToLiveInSeconds":300,"smsSettings":{"body":"Hei {{name}} og {{other}}"}}}`)}`
    expect(found(text('99999999'))).toEqual(['phone-number "99999999"'])
    expect(fixText(text('99999999'), form, DEFAULT_LINT_OPTIONS)).toBe(text('+4799999999'))
  })

  it('is not repaired where it is used, as its value stands elsewhere', () => {
    const text = `@phone = 99999999\n${sms('Hei', '"{{phone}}"')}`
    expect(fixText(text, form, DEFAULT_LINT_OPTIONS)).toBe(text)
  })
})
