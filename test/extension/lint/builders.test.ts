import { describe, expect, it } from 'vitest'
import { fixed, found } from '../support/judged-file.ts'

/** A request for an SMS in a form of a language, with its number and its text. */
type Form = (number: string, body: string) => string

const javaBuilder: Form = (number, body) => `final class Sender {
  void send() { api.send(InstantSms.builder().idempotencyId(key.toString()).recipientSms(
      RecipientSms.newBuilder().setPhoneNumber(${number}).setTimeToLiveInSeconds(300L)
        .setSmsSettings(new SmsSettingsBuilder().withBody(${body}).withTracing(true).build()).build()).build()); }
}`

const javaMap: Form = (number, body) =>
  `var a = Map.of("idempotencyId", key, "recipientSms", Map.ofEntries(Map.entry("phoneNumber", ${number}), entry("timeToLiveInSeconds", 300), entry("smsSettings", Map.of("body", ${body}))));`

const kotlinNamed: Form = (number, body) => `suspend fun send(name: String = "x") = client.post(InstantSms(
    idempotencyId = key,
    recipientSms = RecipientSms(phoneNumber = ${number}, timeToLiveInSeconds = 300, smsSettings = SmsSettings(body = ${body})),
))`

const kotlinMap: Form = (number, body) =>
  `val a = mapOf("idempotencyId" to key, "recipientSms" to mapOf("phoneNumber" to ${number}, "timeToLiveInSeconds" to 300, "smsSettings" to mapOf("body" to ${body})))`

const csharpBuilder: Form = (number, body) =>
  `var a = InstantSmsBuilder.Create().WithIdempotencyId(id).WithRecipientSms(RecipientSmsBuilder.Create().WithPhoneNumber(${number}).WithTimeToLiveInSeconds(300).WithSmsSettings(new() { Body = ${body} }).Build()).Build();`

const javaPuts: Form = (number, body) =>
  `var a = new JSONObject().put("idempotencyId", key).put("recipientSms", mapper.createObjectNode().put("phoneNumber", ${number}).put("timeToLiveInSeconds", 300).set("smsSettings", new JsonObject().put("body", ${body})));`

const csharpNamed: Form = (number, body) =>
  `var a = new InstantSms(IdempotencyId: id, RecipientSms: new RecipientSms(PhoneNumber: ${number}, TimeToLiveInSeconds: 300, SmsSettings: new(Body: ${body})));`

describe.each<[string, string, Form]>([
  ['JSON objects of Java', 'A.java', javaPuts],
  ['named arguments of C#', 'A.cs', csharpNamed],
  ['a builder of Java', 'A.java', javaBuilder],
  ['maps of Java', 'A.java', javaMap],
  ['named arguments of Kotlin', 'A.kt', kotlinNamed],
  ['maps of Kotlin', 'A.kts', kotlinMap],
  ['a builder of C#', 'A.cs', csharpBuilder],
])('%s', (_, name, write) => {
  it('is judged, and repaired in its strings', () => {
    expect(found(name, write('"+4799999999"', '"Hei"'))).toEqual([])
    const bad = write('"99999999"', '"Logg inn på altinn.no nå"')
    expect(found(name, bad)).toEqual(['phone-number "99999999"', 'link-forbidden altinn.no'])
    expect(fixed(name, bad)).toBe(bad.replace('99999999', '+4799999999'))
  })

  it('what is not known is no mistake', () => {
    expect(found(name, write('number', 'texts.of(name)'))).toEqual([])
    expect(found(name, write('"+47" + number', '"Hei " + name + "!"'))).toEqual([])
  })
})

it('a misspelt name in a map is told', () => {
  const java = javaMap('number', '"Hei"').replace('"phoneNumber"', '"phoneNumer"')
  expect(found('A.java', java)).toContain('unknown-member "phoneNumer"')
  const kotlin = kotlinMap('number', '"Hei"').replace('"body"', '"bdy"')
  expect(found('A.kt', kotlin)).toContain('unknown-member "bdy"')
})

it('an order is judged with its lists', () => {
  const text = `val n = InitializeCorrespondences(
    correspondence = Correspondence(resourceId = "a", sendersReference = "b", notification = Notification(
        notificationTemplate = NotificationTemplate.CustomMessage, notificationChannel = NotificationChannel.Sms, smsBody = "Se altinn.no")),
    recipients = listOf("0192:991825827", "0192:991825827"))`
  expect(found('A.kt', text)).toEqual(['link-forbidden altinn.no', 'duplicate-recipient "0192:991825827"'])
})

it.each([
  [
    'a declaration',
    'A.kt',
    'data class A(val recipientSms: RecipientSms = RecipientSms("1"), val smsBody: String = "altinn.no")',
  ],
  ['a parameter', 'A.kt', 'fun f(notificationChannel: String = "Sms", smsBody: String = "altinn.no") {}'],
  ['an annotation', 'A.kt', '@Send(notificationChannel = "Sms", smsBody = "altinn.no") class A'],
  ['a query', 'A.java', 'var q = Query.builder().recipients("a").status("SENT").build();'],
  [
    'an answer',
    'A.java',
    'when(api.get()).thenReturn(Map.of("shipmentId", "1", "notificationChannel", "Sms", "smsBody", "altinn.no"));',
  ],
  ['a comment', 'A.java', '// Map.of("recipientSms", Map.of("phoneNumber", "1", "smsSettings", Map.of()))'],
])('and nothing else: %s', (_, name, text) => {
  expect(found(name, text)).toEqual([])
})

describe('JSON that is joined of several strings', () => {
  const json = (quote: string, number: string): string => {
    const escaped = (text: string) => quote + (quote === '"' ? text.replaceAll('"', '\\"') : text) + quote
    return [
      escaped('{"idempotencyId":"'),
      'key.get(0)',
      escaped(`","recipientSms":{"phoneNumber":"${number}",`),
      escaped('"timeToLiveInSeconds":'),
      'seconds',
      escaped(',"smsSettings":{"body":"Hei"}}}'),
    ].join(' +\n  ')
  }
  it.each([
    ['A.java', '"', ';\nint b = 1;'],
    ['A.kt', '"', '\nval b = 1'],
    ['A.cs', '"', ';\nvar b = 1;'],
    ['a.ts', "'", '\nconst b = 1'],
    ['a.js', '`', ''],
  ])('is judged in %s', (name, quote, rest) => {
    const text = (number: string) => `a = ${json(quote, number)}${rest}`
    expect(found(name, text('+4799999999'))).toEqual([])
    expect(found(name, text('99999999'))).toEqual([expect.stringMatching(/^phone-number /)])
    expect(fixed(name, text('99999999'))).toBe(text('+4799999999'))
  })
})
