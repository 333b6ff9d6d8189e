// biome-ignore-all lint/suspicious/noTemplateCurlyInString: programs that are judged have placeholders
import { describe, expect, it } from 'vitest'
import { fixed, found, repaired } from '../support/judged-file.ts'

const sms = (phoneNumber = '+4799999999', body = 'Hei') =>
  `{
  "idempotencyId": "a",
  "recipientSms": {
    "phoneNumber": "${phoneNumber}",
    "timeToLiveInSeconds": 300,
    "smsSettings": { "body": "${body}" }
  }
}`

describe('a Bruno request', () => {
  const bru = (body: string, path = 'notifications/api/v1/future/orders/instant/sms') => `meta {
  name: Send a code
  type: http
  seq: 1
}

post {
  url: {{baseUrl}}/${path}
  body: json
  auth: bearer
}

body:json {
${body.replaceAll(/^/gm, '  ')}
}

script:pre-request {
  const body = { recipientSms: { phoneNumber: "1" } }
}

tests {
  test("ok", () => { expect(res.status).to.equal(201) })
}
`

  it('is judged by its JSON body, and by nothing around it', () => {
    expect(found('a.bru', bru(sms()))).toEqual([])
    expect(found('a.bru', bru(sms('99999999')))).toEqual(['phone-number "99999999"'])
    expect(fixed('a.bru', bru(sms('99999999')))).toBe(bru(sms('+4799999999')))
  })

  it('has variables and comments, and no trailing commas', () => {
    expect(found('a.bru', bru(sms('{{phone}}', 'Hei {{navn}}')))).toEqual([])
    expect(found('a.bru', bru(sms().replace('300,', '300, // seconds')))).toEqual([])
    expect(found('a.bru', bru(sms().replace('"Hei"', '"Hei",')))).toEqual(['json-syntax ,'])
  })

  it('is what its address says, whatever slip is in it', () => {
    expect(found('a.bru', bru(sms().replace('recipientSms', 'recipentSms')))).toContain('unknown-member "recipentSms"')
  })

  it('no repair is offered that brings a mistake once what was unknown is gone', () => {
    const texts =
      '"emailSubject":"Brev","smsBody":"Hei","sendReminder":true,"reminderNotificationChannel":"Sms","emailBody":null,"notificationChannel":null'
    const both = (number: string) => `{"mobileNumber":"${number}","emailAddress":"ola.nordmann@example.com"}`
    const recipients = `[${both('+4799999999')},${both('{{a}}')}]`
    const text = `body:json {\n  {"notificationTemplate":"CustomMessage",${texts},"customRecipients":${recipients}}\n}\n`
    const errorsOf = (file: string) =>
      found('a.bru', file).filter((one) => one.startsWith('direct-recipient-text')).length
    for (const edited of repaired('a.bru', text)) expect(errorsOf(edited)).toBeLessThanOrEqual(errorsOf(text))
  })

  it('of another kind is left alone', () => {
    expect(found('a.bru', bru('{ "name": "x", }', 'users'))).toEqual([])
  })
})

describe('a Postman collection', () => {
  const collection = (body: string) =>
    JSON.stringify(
      {
        info: { name: 'Altinn', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
        item: [
          {
            name: 'Orders',
            item: [
              {
                name: 'Send a code',
                event: [{ script: { exec: ['const a = { recipientSms: {} }'] } }],
                request: {
                  method: 'POST',
                  body: { mode: 'raw', raw: body },
                  url: { raw: '{{host}}/notifications/api/v1/future/orders/instant/sms' },
                },
                response: [{ originalRequest: { body: { raw: '{"recipientSms":{' } }, body: '{"recipientSms": 1}' }],
              },
            ],
          },
        ],
      },
      null,
      '\t',
    )

  it.each(['a.postman_collection.json', 'collection.json'])('is judged by the JSON in its strings: %s', (name) => {
    expect(found(name, collection(sms()))).toEqual([])
    const bad = collection(sms('99999999', 'Bl\\u00e5 \\"hei\\" altinn.no'))
    expect(found(name, bad)).toEqual(['phone-number \\"99999999\\"', 'link-forbidden altinn.no'])
    expect(fixed(name, bad)).toBe(bad.replace('99999999', '+4799999999'))
  })

  it('has variables', () => {
    const body = sms('{{phone}}', 'Hei {{navn}}').replace('300', '{{ttl}}')
    expect(found('a.postman_collection.json', collection(body))).toEqual([])
  })
})

describe('a Markdown file', () => {
  const text = (fence: string, language = 'json') => `# Guide

Send \`{"recipientSms": {}}\` like this:

\`\`\`${language}
${fence}
\`\`\`

    { "recipientSms": { "phoneNumber": 1 } }

The answer:

\`\`\`json
{ "notificationOrderId": "1", ... }
\`\`\`
`

  it.each(['jsonc', 'json5 {3}'])('may have trailing commas in a fence of %s', (language) => {
    const body = sms('99999999').replace('"Hei" }', '"Hei", /* all */ },')
    const text = `\`\`\`${language}\n${body}\n\`\`\`\n`
    expect(found('a.md', text)).toEqual(['phone-number "99999999"'])
    expect(fixed('a.md', text)).toBe(text.replace('99999999', '+4799999999'))
    expect(found('a.md', text.replace(language, 'json')).filter((one) => one.startsWith('json-syntax'))).not.toEqual([])
  })

  it.each(['json', 'jsonc', '', 'json title="otp.json"'])('is judged by its fences: %s', (language) => {
    expect(found('README.md', text(sms(), language))).toEqual([])
    expect(found('README.md', text(sms('99999999'), language))).toEqual(['phone-number "99999999"'])
    expect(fixed('README.md', text(sms('99999999'), language))).toBe(text(sms('+4799999999'), language))
  })

  it.each([
    ['members', sms().replace('"idempotencyId": "a",', '...')],
    ['members at the end', sms().replace('"smsSettings": { "body": "Hei" }', '...')],
    ['members without a comma', sms().replace('300,\n    "smsSettings": { "body": "Hei" }', '300\n    …')],
    ['an object', sms().replace('{ "body": "Hei" }', '{ ... }')],
    ['a value', sms().replace('"Hei"', '...')],
    ['words', sms('...', '…')],
    ['what is to be filled in', sms('<the number>', '<your text>')],
    ['types', sms('string', 'string (valgfri)').replace('"a"', '"uuid"')],
    [
      'what is to be filled in, without quotes',
      sms('<number>').replace('"<number>"', '<number>').replace('300', '<seconds>'),
    ],
    ['types without quotes', sms('string').replace('"string"', 'string').replace('300', 'integer (seconds)')],
    ['types that may be left out', sms().replace('300', 'number?').replace('"Hei"', '"Hei", "sender": string')],
    ['choices', sms().replace('"Hei"', '"Hei", "sender": "Altinn | Etaten"')],
    ['nothing, with a comment', sms().replace('300,', '300, // seconds')],
  ])('may leave out %s', (_, example) => {
    expect(found('README.md', text(example))).toEqual([])
    const bad = text(example.replace('+47', ''))
    expect(found('README.md', bad)).toEqual(example.includes('+47') ? ['phone-number "99999999"'] : [])
    expect(fixed('README.md', bad)).toBe(text(example))
  })

  it('has channels that are called as types are', () => {
    const example = '{ "notificationTemplate": "CustomMessage", "notificationChannel": "email", "emailBody": "Hei" }'
    expect(found('a.md', text(example)).join()).toContain('required-text')
  })

  it('has fences in lists and quotations', () => {
    const bad = sms('99999999')
    const list = `1. Send\n\n   ~~~json\n${bad.replaceAll(/^/gm, '   ')}\n   ~~~\n`
    expect(found('a.md', list)).toEqual(['phone-number "99999999"'])
    const quotation = `> \`\`\`json\n${bad.replaceAll(/^/gm, '> ')}\n> \`\`\`\n`
    expect(found('a.md', quotation)).toEqual(['phone-number "99999999"'])
    for (const end of ['\n', '\r\n']) {
      const file = (number: string) => quotation.replace('99999999', number).replaceAll('\n', end)
      expect(fixed('a.md', file('99999999'))).toBe(file('+4799999999'))
    }
  })

  it('has a fence that goes on to its end', () => {
    expect(found('a.md', `\`\`\`json\n${sms('99999999')}\n`)).toEqual(['phone-number "99999999"'])
  })

  it('has other languages in its fences', () => {
    expect(found('a.md', text(`POST x\n\n${sms('99999999')}\n`, 'http'))).toEqual(['phone-number "99999999"'])
    expect(
      found(
        'a.md',
        text(
          `send({ recipientSms: { phoneNumber: '99999999', timeToLiveInSeconds: 300, smsSettings: { body: 'Hei' } }, idempotencyId: id })`,
          'ts',
        ),
      ),
    ).toEqual(["phone-number '99999999'"])
  })
})

describe('JavaScript and TypeScript', () => {
  const order = (phoneNumber: string, body = "'Hei'", rest = '') =>
    `{ idempotencyId: crypto.randomUUID(), ${rest}recipientSms: { phoneNumber: ${phoneNumber}, timeToLiveInSeconds: 5 * 60, smsSettings: { body: ${body} } } }`

  it.each([
    ['a constant', (object: string) => `const request = ${object}\n`],
    ['a constant with a type', (object: string) => `const request: InstantSms<{ a: 1 }> = ${object} as const\n`],
    ['an argument', (object: string) => `await fetch(url, { method: 'POST', body: JSON.stringify(${object}) })`],
    ['what is returned', (object: string) => `function f() { return ${object} satisfies Order }`],
    ['what an arrow returns', (object: string) => `export const f = (id: string) => (${object})`],
    ['a member', (object: string) => `const options = { headers, data: ${object}, a() { return 1 } }`],
    ['an element', (object: string) => `for (const one of [${object}]) if (send(one)) { x() }`],
    ['a choice', (object: string) => `const a = b ? undefined : ${object}`],
    ['a component', (object: string) => `const A = () => <Send order={${object}}>don't</Send>`],
    ['after a regular expression', (object: string) => `const a = /[/"'{]/.test(b)\nsend(${object})`],
  ])('an object literal is judged: %s', (_, around) => {
    expect(found('a.tsx', around(order("'+4799999999'")))).toEqual([])
    const bad = around(order("'99999999'", '`Hei ${navn}, logg inn på altinn.no`'))
    expect(found('a.tsx', bad)).toEqual(["phone-number '99999999'", 'link-forbidden altinn.no'])
    expect(fixed('a.tsx', bad)).toBe(bad.replace('99999999', '+4799999999'))
  })

  it('what is not known is no mistake', () => {
    for (const [phone, body, rest] of [
      ['phone', 'body', ''],
      ['`+47${number}`', "'Hei ' + navn", ''],
      ["'+47' + number", '`${text}`', ''],
      ["user?.phone ?? '+4799999999'", 'cond ? "a" : b', ''],
      ["'+4799999999'", "'Hei'", '...more, '],
      ["'+4799999999'", "'Hei'", '[key]: 1, '],
    ] as const)
      expect(found('a.ts', `send(${order(phone, body, rest)})`)).toEqual([])
    const partial = `send({ ...base, recipientSms: { ...recipient, smsSettings: { body: 'Hei' } } })`
    expect(found('a.ts', partial)).toEqual([])
    const changed = `const order = { recipientSms: { phoneNumber: '+4799999999' } }\norder.idempotencyId = id`
    expect(found('a.ts', changed)).toEqual([])
    const direct = "const direct = { recipientSms: { phoneNumber: '+4799999999', smsSettings: { body: 'Hei' } } }"
    expect(found('a.ts', `${direct}\nsend({ idempotencyId: id, recipient: direct })`)).toEqual([])
    expect(found('a.ts', `${direct}\nsend({ idempotencyId: id, ...direct })`)).toEqual([])
  })

  it('what is missing, misspelt or too long is', () => {
    const missing = (call: string) =>
      `${call}({ recipientSms: { phoneNumber: '+4799999999', timeToLiveInSeconds: 300, smsSettings: { body: 'Hei' } } })`
    expect(found('a.ts', missing('JSON.stringify'))).toHaveLength(1)
    expect(found('a.ts', missing('const a = '))).toHaveLength(1)
    // A function of one's own may add a key.
    expect(found('a.ts', missing('client.sendInstantSms'))).toEqual([])
    expect(found('a.ts', "example({ notification: { notificationChannel: 'Sms' } })")).toEqual([])
    expect(found('a.ts', "example({ recipientSms: { phoneNumber: '99999999' } })")).toEqual(["phone-number '99999999'"])
    expect(found('a.ts', `send(${order("'+4799999999'", "'Hei'", 'senderReference: ref, ')})`)).toEqual([
      'unknown-member senderReference',
    ])
    expect(repaired('a.ts', `JSON.stringify(${order("'+4799999999'", "'Hei'", 'senderReference: ref, ')})`)).toContain(
      `JSON.stringify(${order("'+4799999999'", "'Hei'", 'sendersReference: ref, ')})`,
    )
    expect(found('a.ts', `send(${order("'+4799999999'", `navn + '${'a'.repeat(200)}'`)})`)).toMatchObject([
      expect.stringMatching(/^sms-parts/),
    ])
  })

  it('a repair is written as the string is', () => {
    const text = `send(${order("'+4799999999'", "'it\\'s \\uD83C – å'")})`
    expect(found('a.ts', text)).toEqual(["malformed-text 'it\\'s \\uD83C – å'", 'sms-encoding –'])
    expect(fixed('a.ts', text)).toBe(text.replace('\\uD83C', '').replace('–', '-'))
  })

  it('a repair at the end of a string stays in it', () => {
    const text =
      "send({ notificationTemplate: 'GenericAltinnMessage', notificationChannel: 'Email', emailSubject: 'Brev', emailBody: 'Hei' })"
    expect(repaired('a.ts', text)).toContain(text.replace("'Hei'", "'Hei.'"))
  })

  it('what follows String.raw is read and repaired without escapes', () => {
    const text = `const body = String.raw\`${sms('99999999', 'Se “Altinn”\\n')}\``
    expect(fixed('a.js', text)).toBe(text.replace('99999999', '+4799999999').replace('“', '\\"').replace('”', '\\"'))
  })

  it('all that a repair makes room for is repaired too', () => {
    const letter = (recipients: string) =>
      `send('{"correspondence":{"resourceId":"a","sendersReference":"b"},"recipients":[${recipients}]}')`
    const one = '"0192:991825827"'
    expect(fixed('a.ts', letter([one, one, one, one].join(',')))).toBe(letter(one))
  })

  it('JSON in a string is judged', () => {
    const text = `const body = \`${sms('99999999', 'Hei ${navn} å')}\``
    expect(found('a.js', text)).toEqual(['phone-number "99999999"'])
    expect(fixed('a.js', text)).toBe(text.replace('99999999', '+4799999999'))
    expect(
      found(
        'a.js',
        `x('{"idempotencyId":"a","recipientSms":{"phoneNumber":"99999999","timeToLiveInSeconds":300,"smsSettings":{"body":"Hei"}}}')`,
      ),
    ).toEqual(['phone-number "99999999"'])
  })

  it.each([
    ['a type', 'type Order = { recipientSms: { phoneNumber: string, timeToLiveInSeconds: 300 } }'],
    ['an interface', 'interface Order { recipientSms: { phoneNumber: string; timeToLiveInSeconds: 300 } }'],
    ['a type of an argument', "function f(a: { recipientSms: { phoneNumber: 'x', timeToLiveInSeconds: 1 } }) {}"],
    ['a schema', 'const s = z.object({ recipientSms: z.object({ phoneNumber: z.string() }) })'],
    ['an object taken apart', "const { recipientSms: { phoneNumber = '1', timeToLiveInSeconds = 1 } } = body"],
    ['an argument taken apart', "const f = ({ recipientSms: { phoneNumber = '1', timeToLiveInSeconds } }) => 1"],
    [
      'translations',
      "export default { emailSubject: 'Emne', smsBody: 'Se altinn.no', notificationChannel: 'Varslingskanal' }",
    ],
    ['another program', "db.user.create({ data: { recipientEmail: 'a', notificationTemplate: { id: 1 } } })"],
    ['blocks and labels', 'if (recipientSms) { phoneNumber: for (;;) break } else { x = { recipients: [] } }'],
    [
      'an answer',
      "expect(answer).toEqual({ notification: { shipmentId: 'a' }, notificationOrderId: 'b', recipients: [] })",
    ],
    [
      'comments',
      '// { recipientSms: { phoneNumber: "1" } }\n/* send({ recipientSms: { phoneNumber: "1", smsSettings: {} } }) */',
    ],
  ])('and nothing else: %s', (_, text) => {
    expect(found('a.ts', text)).toEqual([])
  })
})

describe('C#', () => {
  const typed = (phoneNumber: string, body = '"Hei"', rest = '') => `using System.Text.Json;
namespace Etaten;
#region Don't
public class Sender(HttpClient client)
{
    private const char Quote = '"';
    public Task Send(string name, string phone) => client.PostAsJsonAsync("x", new InstantSmsNotificationOrderRequestExt
    {
        IdempotencyId = Guid.NewGuid().ToString(),${rest}
        RecipientSms = new ShortMessageDeliveryDetailsExt
        {
            PhoneNumber = ${phoneNumber},
            TimeToLiveInSeconds = 300,
            SmsSettings = new() { Body = ${body} }
        }
    });
}
`
  const raw = (json: string, before = '$$') => `var json = ${before}"""
    ${json.replaceAll('\n', '\n    ')}
    """;
`

  it('an object initialiser is judged', () => {
    expect(found('A.cs', typed('"+4799999999"'))).toEqual([])
    const bad = typed('"99999999"', '$"Hei {name}, logg inn på altinn.no nå"')
    expect(found('A.cs', bad)).toEqual(['phone-number "99999999"', 'link-forbidden altinn.no'])
    expect(fixed('A.cs', bad)).toBe(bad.replace('99999999', '+4799999999'))
  })

  it('an anonymous object is judged', () => {
    const text = `var body = new { idempotencyId = id, senderReference = "x", recipientSms = new { phoneNumber = "99999999", timeToLiveInSeconds = 300L, smsSettings = new { body = "Hei " + name } } };`
    expect(found('A.cs', text)).toEqual(['unknown-member senderReference', 'phone-number "99999999"'])
  })

  it('a dictionary is judged', () => {
    const text = `var d = new Dictionary<string, object> { ["idempotencyId"] = "a", ["recipientSms"] = new Dictionary<string, object> { { "phoneNumber", "99999999" }, { "timeToLiveInSeconds", 300 }, { "smsSettings", new { body = "Hei" } } } };`
    expect(found('A.cs', text)).toEqual(['phone-number "99999999"'])
  })

  it('a correspondence is judged, with its enumerations and lists', () => {
    const text = (channel: string, recipients: string) => `var request = new InitializeCorrespondencesExt()
{
    Correspondence = new BaseCorrespondenceExt()
    {
        ResourceId = "res",
        SendersReference = "1",
        Content = new InitializeCorrespondenceContentExt() { Language = "nb", MessageTitle = "T", MessageBody = "B" },
        Notification = new InitializeCorrespondenceNotificationExt()
        {
            NotificationTemplate = NotificationTemplateExt.CustomMessage,
            NotificationChannel = ${channel},
            SendReminder = false,
            EmailSubject = "Emne",
            EmailBody = "Tekst",
        },
    },
    Recipients = ${recipients},
};`
    const sms = 'required-text'
    expect(
      found('A.cs', text('NotificationChannelExt.Email', '["urn:altinn:organization:identifier-no:991825827"]')),
    ).toEqual([])
    expect(found('A.cs', text('channel', 'recipients.ToList()'))).toEqual([])
    const wrong = found(
      'A.cs',
      text('NotificationChannelExt.Sms', 'new List<string> { "0192:991825827", "0192:991825827" }'),
    )
    expect(wrong.some((one) => one.startsWith(sms))).toBe(true)
    expect(wrong).toContain('duplicate-recipient "0192:991825827"')
  })

  it('JSON in strings of every kind is judged', () => {
    expect(found('A.cs', raw(sms('+47{{number}}', 'Hei {{name}}')))).toEqual([])
    const bad = raw(sms('99999999', 'Hei {{name}} å'))
    expect(found('A.cs', bad)).toEqual(['phone-number "99999999"'])
    expect(fixed('A.cs', bad)).toBe(bad.replace('99999999', '+4799999999'))
    const plain = (json: string) => `var a = "${json.replaceAll('"', '\\"').replaceAll('\n', '\\n')}";`
    expect(found('A.cs', plain(sms('99999999')))).toEqual(['phone-number \\"99999999\\"'])
    expect(fixed('A.cs', plain(sms('99999999')))).toBe(plain(sms('+4799999999')))
    const verbatim = (json: string) => `var a = @"${json.replaceAll('"', '""')}";`
    expect(found('A.cs', verbatim(sms('99999999')))).toEqual(['phone-number ""99999999""'])
    expect(fixed('A.cs', verbatim(sms('99999999')))).toBe(verbatim(sms('+4799999999')))
    const interpolated = `var a = $@"${sms('99999999', 'Hei').replaceAll('"', '""').replaceAll(/[{}]/g, '$&$&').replace('Hei', 'Hei {name}')}";`
    expect(found('A.cs', interpolated)).toEqual(['phone-number ""99999999""'])
  })

  it('a repair is written as the string is, and left out where that cannot be', () => {
    const written = (body: string) => typed('"+4799999999"', body)
    expect(fixed('A.cs', written('@"Se “Altinn”"'))).toBe(written('@"Se ""Altinn"""'))
    expect(fixed('A.cs', written('$@"Se “Altinn”"'))).toBe(written('$@"Se ""Altinn"""'))
    expect(fixed('A.cs', written('"""Se “Altinn” nå"""'))).toBe(written('"""Se "Altinn" nå"""'))
    // A quote at either end, or a third in a row, would end the string elsewhere.
    for (const text of ['"""Se “Altinn”"""', '"""“Altinn” er nede"""', '"""Se “““Altinn nå"""'])
      expect(fixed('A.cs', written(text))).toBe(written(text))
  })

  it('what is not known is no mistake', () => {
    expect(found('A.cs', typed('phone', 'Texts.Body'))).toEqual([])
    expect(found('A.cs', typed('$"+47{phone}"', '$"""Hei {name}"""'))).toEqual([])
    // The JSON name of a member may be another than its name in the class.
    expect(found('A.cs', typed('"+4799999999"').replace('SmsSettings', 'ShortMessageContent'))).toEqual([])
    expect(found('A.cs', typed('"+4799999999"').replace('Ext\n    {', 'Ext(defaults)\n    {'))).toEqual([])
    const changed = `var order = new Order { RecipientSms = new Sms { PhoneNumber = "+4799999999" } };\norder.IdempotencyId = id;`
    expect(found('A.cs', changed)).toEqual([])
  })

  it.each([
    ['a class', 'public class Order { public Sms RecipientSms { get; set; } = new() { PhoneNumber = "1" }; }'],
    ['a record', 'var copy = order with { RecipientSms = recipient, IdempotencyId = "a" };'],
    [
      'another class',
      'new EmailTemplate { EmailSubject = "Emne", EmailBody = "Se altinn.no", NotificationChannel = "Varsel" };',
    ],
    ['an answer', 'var a = new { notificationOrderId = "1", recipients = new[] { "a" } };'],
    ['a comment', '// new { recipientSms = new { phoneNumber = "1", smsSettings = new { body = "x" } } }'],
  ])('and nothing else: %s', (_, text) => {
    expect(found('A.cs', text)).toEqual([])
  })
})

describe('a string that a program fills in', () => {
  const json = sms('PHONE', 'Hei NAME å').replaceAll(/\s+/g, ' ').replace('300', 'TTL')
  const filled = (phone: string, name: string, ttl: string) =>
    json.replace('PHONE', phone).replace('NAME', name).replace('TTL', ttl)
  const formatted = filled('%s', '%2$s', '%d')
  const numbered = filled('{0}', '{1}', '{2:D}')
    .replaceAll(/\{(?!\d)/g, '{{')
    .replaceAll(/(?<!\{[\d:D]+)\}/g, '}}')

  it.each([
    ['a.ts', `util.format('${formatted}', a, b, c)`],
    ['a.ts', `const TEMPLATE = '${filled('PHONE', 'NAME', '60')}'\nsend(TEMPLATE.replace('PHONE', phone))`],
    ['a.ts', `const body: string = '${filled('%PHONE%', '%NAME%', '%TTL%')}'`],
    ['A.java', `String a = ${JSON.stringify(formatted)}.formatted(a, b, c);`],
    [
      'A.java',
      `static final String BODY = """\n  ${filled('PHONE', 'NAME', '60')}""";\nvar a = BODY.replace("PHONE", phone);`,
    ],
    ['A.kt', `val a = """${formatted.replace('2$', '')}""".trimIndent().format(a, b, c)`],
    ['A.kt', `val a = """${filled('PHONE', 'NAME', '60')}""".trimIndent().replace("PHONE", phone)`],
    ['A.cs', `var a = string.Format(${JSON.stringify(numbered)}, a, b, c);`],
    ['A.cs', `var a = string.Format(@"${numbered.replaceAll('"', '""')}", a, b, c);`],
    ['A.cs', `var a = ${JSON.stringify(filled('PHONE', 'NAME', '60'))}.Replace("PHONE", phone);`],
  ])('is judged by what else it says: %s %s', (name, text) => {
    expect(found(name, text)).toEqual([])
  })

  it('has its mistakes repaired where they are', () => {
    const java = (phone: string) => `String a = ${JSON.stringify(filled(phone, '%s', '%d'))}.formatted(a, b);`
    expect(fixed('A.java', java('99999999'))).toBe(java('+4799999999'))
    const csharp = (phone: string) => `var a = string.Format(${JSON.stringify(numbered.replace('{0}', phone))}, a, b);`
    expect(fixed('A.cs', csharp('99999999'))).toBe(csharp('+4799999999'))
  })
})

describe('Java and Kotlin', () => {
  const java = (body: string) => `package no.etat;

/** Sends {"recipientSms": {"phoneNumber": "1"}} */
final class Sender {
  // "{\\"recipientSms\\":{}}
  private static final char QUOTE = '"';
  String code() {
    return """
${body.replaceAll(/^/gm, '        ')}
        """;
  }
  String other() { return "a" + QUOTE; }
}
`

  it('are judged in a text block, and in nothing else', () => {
    expect(found('Sender.java', java(sms()))).toEqual([])
    expect(found('Sender.java', java(sms('99999999')))).toEqual(['phone-number "99999999"'])
    expect(fixed('Sender.java', java(sms('99999999')))).toBe(java(sms()))
  })

  it('are judged in an ordinary string, whose repair is escaped', () => {
    const text = (number: string) => `class A { String b = ${JSON.stringify(sms(number).replaceAll(/\s+/g, ''))}; }`
    expect(found('A.java', text('99999999'))).toEqual(['phone-number \\"99999999\\"'])
    expect(fixed('A.java', text('99999999'))).toBe(text('+4799999999'))
  })

  it('are left alone where what is joined is no request, or a text block has no end', () => {
    const joined = 'class A { String b = "{\\"recipientSms\\":{\\"phoneNumber\\":\\"" + number + "\\"}}"; }'
    expect(found('A.java', joined)).toEqual([])
    expect(found('A.kt', joined)).toEqual([])
    expect(found('A.java', 'class A { String recipientSms = """')).toEqual([])
    expect(found('A.java', 'interface A { SmsDetails recipientSms(); String body = "Hei {"; }')).toEqual([])
  })

  it('are not repaired where Kotlin would take what is left for a name', () => {
    const text = `val a = """${sms('+4799999999', 'Hei $ sendersName $')}"""`
    expect(repaired('A.kt', text)).toEqual([])
    expect(fixed('A.kt', text)).toBe(text)
  })

  it('know nothing of what Kotlin fills in', () => {
    const kotlin = (number: string) =>
      `val body = """${sms(number).replace('300', '$ttl').replace('"a"', '"${key.id}"')}"""`
    expect(found('A.kt', kotlin('$number'))).toEqual([])
    expect(found('A.kts', kotlin('99999999'))).toEqual(['phone-number "99999999"'])
    expect(fixed('A.kts', kotlin('99999999'))).toBe(kotlin('+4799999999'))
  })

  it('are judged in fences', () => {
    expect(found('a.md', `\`\`\`kotlin\nval a = """${sms('99999999')}"""\n\`\`\`\n`)).toEqual([
      'phone-number "99999999"',
    ])
  })
})
