import { describe, expect, it } from 'vitest'
import { fileForm } from '../../../extension/document/file-form.ts'
import { applyTextEdits } from '../../../extension/document/text-edit.ts'
import { findingsOfFile, lintFile } from '../../../extension/lint/lint-file.ts'
import { DEFAULT_LINT_OPTIONS, type LintOptions } from '../../../extension/lint/options.ts'
import { fixEditsOf, fixText } from '../../../extension/repair/fix-file.ts'
import { createOffers } from '../../../extension/repair/offers.ts'

function formOf(name: string) {
  const form = fileForm(name)
  if (!form) throw new Error(`${name} is not read`)
  return form
}

/** What `--fix` makes of a text. */
const fixed = (text: string, name = 'a.notification.json'): string => fixText(text, formOf(name), DEFAULT_LINT_OPTIONS)

/** What the repairs of a text's findings of a rule make of it, by their titles; safe ones are marked. */
function repairsOf(text: string, code: string, name = 'a.notification.json'): Readonly<Record<string, string>> {
  const form = formOf(name)
  const findings = findingsOfFile(lintFile(text, form, DEFAULT_LINT_OPTIONS)).filter((one) => one.code === code)
  const offers = findings.flatMap(createOffers(form, DEFAULT_LINT_OPTIONS))
  return Object.fromEntries(
    offers.map(({ repair, edits }) => [`${repair.safety}: ${repair.title}`, applyTextEdits(text, edits)]),
  )
}

const codesIn = (text: string, name = 'a.notification.json'): readonly string[] =>
  findingsOfFile(lintFile(text, formOf(name), DEFAULT_LINT_OPTIONS)).map(({ code }) => code)

const message = (recipients: string, notification = '') =>
  `{"correspondence":{"resourceId":"a","sendersReference":"b","content":{"language":"nb","messageTitle":"V","messageBody":"H"}${notification}},"recipients":${recipients}}`

const sms = (phoneNumber: string, timeToLiveInSeconds: string, body = 'Hei') =>
  `{"idempotencyId":"1","recipientSms":{"phoneNumber":"${phoneNumber}","timeToLiveInSeconds":${timeToLiveInSeconds},"smsSettings":{"body":"${body}"}}}`

describe('an element is taken from a list as the list is written', () => {
  const [a, b] = ['"0192:991825827"', '"0192:313756270"']
  it.each([
    ['on one line', `[${a}, ${a}]`, `[${a}]`],
    ['without spaces', `[${a},${b},${a},${a}]`, `[${a},${b}]`],
    ['all but the first of many', `[${a}, ${a}, ${a}, ${b}, ${b}]`, `[${a}, ${b}]`],
    ['with spaces inside', `[ ${a} , ${a} ]`, `[ ${a} ]`],
    ['on lines', `[\n  ${a},\n  ${a}\n]`, `[\n  ${a}\n]`],
    ['between others, on lines', `[\r\n\t${a},\r\n\t${a},\r\n\t${b}\r\n]`, `[\r\n\t${a},\r\n\t${b}\r\n]`],
    ['several on a line', `[${a}, ${b},\n ${a}, ${a}]`, `[${a}, ${b}]`],
  ])('%s', (_, list, without) => {
    expect(fixed(message(list))).toBe(message(without))
  })
})

describe('one line stays one line', () => {
  it.each([
    [
      'minified',
      '{"notificationTemplate":"GenericAltinnMessage"}',
      '{"notificationTemplate":"GenericAltinnMessage","notificationChannel":"Email"}',
    ],
    [
      'with spaces',
      '{ "notificationTemplate": "GenericAltinnMessage" }',
      '{ "notificationTemplate": "GenericAltinnMessage", "notificationChannel": "Email" }',
    ],
  ])('%s', (_, text, wanted) => {
    expect(fixed(text)).toBe(wanted)
  })

  it('in each record of JSON Lines', () => {
    const record = '{"notificationTemplate":"GenericAltinnMessage"}'
    const whole = '{"notificationTemplate":"GenericAltinnMessage","notificationChannel":"Email"}'
    expect(fixed(`${record}\r\n\r\n${record}\n${record}`, 'a.notification.jsonl')).toBe(
      `${whole}\r\n\r\n${whole}\n${whole}`,
    )
  })

  it('and lines get another one like their neighbours', () => {
    const text = '{\r\n\t"notificationTemplate": "GenericAltinnMessage"\r\n}\r\n'
    expect(fixed(text)).toBe(
      '{\r\n\t"notificationTemplate": "GenericAltinnMessage",\r\n\t"notificationChannel": "Email"\r\n}\r\n',
    )
  })
})

describe('what is not JSON is never rewritten', () => {
  it.each([
    ['a number with a zero first', sms('99999999', '0300')],
    ['a number with a sign', sms('99999999', '+30')],
    ['a hexadecimal number', sms('99999999', '0x1e')],
    ['a number without an end', sms('99999999', '30.')],
    ['a half-written word', sms('99999999', 'tru')],
    ['a missing brace', sms('99999999', '30').slice(0, -1)],
    ['a missing comma', sms('99999999', '30').replace('",', '" ')],
    ['a missing value', sms('99999999', '')],
    ['two values', `${sms('99999999', '30')} ${sms('99999999', '30')}`],
    ['single quotes', sms('99999999', '30').replaceAll('"', "'")],
    ['an open string', sms('99999999', '30', 'Hei"')],
    ['a list without an end', `[${sms('99999999', '30')},`],
    ['a list with one broken element', `[${sms('99999999', '30')}, {"a" 1}]`],
    ['a list with a hole', `[${sms('99999999', '30')},,${sms('99999999', '30')}]`],
    ['nothing', ''],
    ['a bracket', '['],
  ])('%s', (_, text) => {
    expect(fixed(text)).toBe(text)
    for (const code of codesIn(text)) expect(repairsOf(text, code)).toEqual({})
  })

  it('but the whole records beside a broken one are repaired', () => {
    const text = `${sms('99999999', '120')}\n${sms('99999999', '0120')}\n`
    expect(fixed(text, 'a.notification.jsonl')).toBe(`${sms('+4799999999', '120')}\n${sms('99999999', '0120')}\n`)
  })
})

describe('words that somebody wrote are not thrown away unasked', () => {
  const text =
    '{"notificationTemplate":"GenericAltinnMessage","notificationChannel":"Email","sendReminder":false,"reminderEmailBody":"Husk brevet"}'

  it('a reminder that is not sent', () => {
    expect(fixed(text)).toBe(text)
    expect(repairsOf(text, 'unused-reminder-text')).toEqual({
      'suggested: Send the reminder': text.replace('false', 'true'),
      'suggested: Remove `reminderEmailBody`': text.replace(',"reminderEmailBody":"Husk brevet"', ''),
    })
  })

  it.each([
    ['a moment that has no effect', 'requested-send-time', '"requestedSendTime":"2026-12-01T09:00:00Z"'],
    [
      'recipients that are ignored',
      'deprecated-recipient-field',
      '"customRecipients":[{"mobileNumber":"+4799999999"}],"customRecipient":{"mobileNumber":"+4799999998"}',
    ],
    [
      'one of two identifiers',
      'custom-recipient-identifier',
      '"customRecipients":[{"mobileNumber":"+4799999999","organizationNumber":"991825827"}]',
    ],
    [
      'a wish to notify others only',
      'override-without-custom-recipients',
      '"overrideRegisteredContactInformation":true',
    ],
  ])('%s', (_, code, member) => {
    const notification = `{"notificationTemplate":"GenericAltinnMessage","notificationChannel":"Email",${member}}`
    expect(fixed(notification)).toBe(notification)
    expect(codesIn(notification)).toContain(code)
    for (const title of Object.keys(repairsOf(notification, code))) expect(title).toMatch(/^suggested: /)
  })
})

describe('words in angle brackets are words', () => {
  const email = (body: string, rest = '') =>
    `{"idempotencyId":"1","recipientEmail":{"emailAddress":"ola@example.com","emailSettings":{"subject":"S","body":${JSON.stringify(body)}${rest}}}}`

  it.each([
    'Kontakt <saksbehandler> på <ola@etaten.no>',
    'Gjelder hvis a<b og b>c',
    'Skriv <navn>, <b-nummer> og <p.nr>',
    'Bruk <code> fra brevet, og <link> til skjema',
    '1 < 2 > 0, a<i, i>b',
    'Svar <ja/nei> innen <dato>',
  ])('%s', (body) => {
    expect(codesIn(email(body))).not.toContain('html-content-type')
    expect(fixed(email(body))).toBe(email(body))
  })

  it.each([
    '<p>Hei</p>',
    'Hei<br>du',
    'Hei <b>du</b>',
    '<a href="x">her</a>',
    '<!doctype html><html>',
    '<td class=x>1</td>',
    '<h1>Hei',
  ])('but %s is HTML, which only a person can say is to be sent as such', (body) => {
    expect(codesIn(email(body))).toContain('html-content-type')
    expect(fixed(email(body))).toBe(email(body))
    expect(repairsOf(email(body), 'html-content-type')).toEqual({
      'suggested: Send it as HTML': email(body, ',"contentType":"Html"'),
    })
  })

  it('and a reminder goes on as it was where it takes the content type over', () => {
    const text =
      '{"notificationTemplate":"GenericAltinnMessage","notificationChannel":"Email","sendReminder":true,"emailBody":"<p>Hei</p>","reminderEmailBody":"Hei igjen"}'
    expect(repairsOf(text, 'html-content-type')).toEqual({
      'suggested: Send it as HTML': text.replace('}', ',"emailContentType":"Html","reminderEmailContentType":"Plain"}'),
    })
  })
})

describe('a link is replaced by words that read as language', () => {
  const notification = (smsBody: string) =>
    `{"notificationTemplate":"GenericAltinnMessage","notificationChannel":"Sms","smsBody":"${smsBody}"}`

  it.each([
    ['solgt av Møller Bil.no AS', ['solgt av Møller Bil AS']],
    ['Komplett.no Norge har sendt pakken', ['Komplett Norge har sendt pakken']],
    ['Hilsen Finn.no', ['Hilsen Finn']],
    ['Logg inn på altinn.no.', ['Logg inn på Altinns nettside.', 'Logg inn på Altinn.']],
  ])('%s', (body, wanted) => {
    const repairs = repairsOf(notification(body), 'link-forbidden')
    expect(Object.values(repairs)).toEqual(wanted.map(notification))
    for (const title of Object.keys(repairs)) expect(title).toMatch(/^suggested: /)
    expect(fixed(notification(body))).toBe(notification(body))
  })
})

describe('everything is fixed the first time', () => {
  it.each([
    ['three commas too many', `[${sms('+4799999999', '120')},,,]`, `[${sms('+4799999999', '120')}]`],
    [
      'commas at several places',
      '[{"notificationChannel":"Email",},{"notificationChannel":"Email",,},]',
      '[{"notificationChannel":"Email"},{"notificationChannel":"Email"}]',
    ],
    [
      'commas among comments',
      '{"notificationChannel":"Email" /* a */ , /* b */ ,\n}',
      '{"notificationChannel":"Email" /* a */  /* b */ \n}',
    ],
    [
      'a repair that makes room for another',
      message('["991825827","0192:991825827","991 825 827"]'),
      message('["0192:991825827"]'),
    ],
    [
      'two repairs of one member',
      sms('99999999', '"30"', 'Half \\ud83c – one'),
      sms('+4799999999', '60', 'Half  - one'),
    ],
  ])('%s', (_, text, wanted) => {
    expect(fixed(text)).toBe(wanted)
    expect(fixed(wanted)).toBe(wanted)
  })

  it('commas too many in a file with comments leave the one that it may have', () => {
    const text = '{"notificationChannel":"Email",,,}'
    expect(fixed(text, 'a.notification.jsonc')).toBe('{"notificationChannel":"Email",}')
  })
})

describe('no two members get one name', () => {
  it.each<[string, Partial<LintOptions>]>([
    ['where that is told', {}],
    ['where that is not told', { rules: { 'json-syntax': 'off' } }],
    ['where only errors are told, and more', { profile: 'api', rules: { 'unknown-member': 'warning' } }],
  ])('%s', (_, options) => {
    const form = formOf('a.notification.json')
    const text = '{"notificationTemplate":"CustomMessage","smsBdy":"a","smsBoddy":"b"}'
    const edits = fixEditsOf(text, form, { ...DEFAULT_LINT_OPTIONS, ...options }, ({ repairs }) =>
      repairs?.find(({ key }) => key === 'rename'),
    )
    expect(edits).toHaveLength(1)
  })
})

describe('a comment stays', () => {
  const remove = (text: string) =>
    repairsOf(text, 'requested-send-time', 'a.correspondence.jsonc')['suggested: Remove `requestedSendTime`']

  it('beside the member before one that goes', () => {
    const text = `{
  "notificationChannel": "Email", // about the channel
  "requestedSendTime": "2026-12-01T09:00:00Z"
}`
    expect(remove(text)).toBe(`{
  "notificationChannel": "Email" // about the channel
}`)
  })

  it('beside and above one that goes', () => {
    const text = `{
  "notificationChannel": "Email", /* about the channel */
  // about the moment
  "requestedSendTime": "2026-12-01T09:00:00Z", // more of it
  "sendReminder": false // about the reminder
}`
    expect(remove(text)).toBe(`{
  "notificationChannel": "Email", /* about the channel */
  // about the moment
  // more of it
  "sendReminder": false // about the reminder
}`)
  })

  it('beside the member that one is added after', () => {
    const text = `{
  "notificationTemplate": "GenericAltinnMessage" // whose text
  /* the end */
}`
    expect(fixed(text, 'a.correspondence.jsonc')).toBe(`{
  "notificationTemplate": "GenericAltinnMessage", // whose text
  "notificationChannel": "Email"
  /* the end */
}`)
  })

  it('in what is taken away', () => {
    const text = `{
  "notificationChannel": "Email",
  "customRecipients": [
    { "mobileNumber": "+4799999999" },
    { "mobileNumber": /* the same */ "004799999999" } // again
  ]
}`
    expect(fixed(text, 'a.correspondence.jsonc')).toBe(`{
  "notificationChannel": "Email",
  "customRecipients": [
    { "mobileNumber": "+4799999999" }
    /* the same */ // again
  ]
}`)
  })
})

describe('a time-to-live is set to what no rule objects to', () => {
  const code = (validity: string) => `Koden din er 428516. Den er gyldig i ${validity}.`

  it.each([
    ['too short for a phone', sms('+4799999999', '30'), '60'],
    ['too short for the text', sms('+4799999999', '60', code('2 minutter')), '120'],
    ['too long for the text', sms('+4799999999', '900', code('5 minutter')), '300'],
    ['none at all', sms('+4799999999', '0', code('3 minutter')), '180'],
    ['too long for anyone', sms('+4799999999', '999999'), '172800'],
    ['too long for a code', sms('+4799999999', '999999', code('2 minutter')), '120'],
  ])('%s', (_, text, wanted) => {
    const after = fixed(text)
    expect(after).toBe(text.replace(/(?<=timeToLiveInSeconds":)\d+/, wanted))
    expect(codesIn(after)).toEqual([])
  })

  it.each([
    ['where the code is valid for longer than is wise', '300', '10 minutter'],
    ['where it is tried for longer than is wise, as the text says', '600', '10 minutter'],
    ['where the code is valid for less than a phone needs', '30', '30 sekunder'],
  ])('but not %s: then the text is at fault', (_, seconds, validity) => {
    const text = sms('+4799999999', seconds, code(validity))
    expect(fixed(text)).toBe(text)
    for (const found of codesIn(text)) expect(repairsOf(text, found)).toEqual({})
  })
})

describe('the byte-order mark stays', () => {
  it.each([
    ['before one request', `\ufeff${sms('99999999', '120')}`, 'a.notification.json'],
    ['before a list', `\ufeff[\n${sms('99999999', '120')}\n]`, 'a.notification.json'],
    ['before lines', `\ufeff${sms('99999999', '120')}\n`, 'a.notification.jsonl'],
    ['before a file with comments', `\ufeff// c\n${sms('99999999', '120')}`, 'a.notification.jsonc'],
  ])('%s', (_, text, name) => {
    expect(codesIn(text, name)).toEqual(['phone-number'])
    expect(fixed(text, name)).toBe(text.replace('99999999', '+4799999999'))
  })
})

describe('only what is wrong in a text is written anew', () => {
  it('its other escapes stay as they are', () => {
    const text = sms('+4799999999', '120', 'Bl\\u00e5\\/b\\u00e6r \\ud83c \\"n\\u00e5\\"')
    expect(fixed(text)).toBe(text.replace('\\ud83c', ''))
  })

  it('in the body of an `.http` file whose variables stay', () => {
    const body = `{"idempotencyId":"{{$guid}}","recipientSms":{"phoneNumber":"99999999","timeToLiveInSeconds":{{ttl}},"smsSettings":{"body":"Hei"}}}`
    const request = `POST {{host}}/future/orders/instant/sms\n\n${body}\n\n### next\n`
    expect(fixed(request, 'a.http')).toBe(request.replace('"99999999"', '"+4799999999"'))
  })
})
