import { describe, expect, it } from 'vitest'
import { fixed, found } from '../support/judged-file.ts'

/** A notification by SMS in a form of a language, with the text that is sent. */
type Form = (body: string) => string

const javaSetters: Form = (body) => `Object notify(String name) {
  InitializeCorrespondenceNotificationExt n = new InitializeCorrespondenceNotificationExt();
  n.setNotificationTemplate(NotificationTemplateExt.CUSTOM_MESSAGE);
  n.setNotificationChannel(NotificationChannelExt.SMS);
  n.setSmsBody(${body});
  return n;
}`

const javaFluent: Form = (body) =>
  `return new InitializeCorrespondenceNotificationExt()
    .notificationTemplate(CUSTOM_MESSAGE).notificationChannel(SMS).smsBody(${body});`

const kotlinApply: Form = (body) => `fun notify() = InitializeCorrespondenceNotificationExt().apply {
    notificationTemplate = NotificationTemplateExt.CustomMessage
    notificationChannel =
        NotificationChannelExt.Sms
    smsBody = ${body}
    log.info("made")
    sendReminder = false
}`

const kotlinAlso: Form = (body) =>
  `val n = Notification().also { it.notificationTemplate = CUSTOM_MESSAGE; it.setNotificationChannel(SMS); it.smsBody = ${body} }`

const kotlinAssigned: Form = (body) => `val n = Notification()
n.notificationTemplate = NotificationTemplate.CustomMessage
n.notificationChannel = NotificationChannel.SMS
n.smsBody = ${body}
send(n)`

const kotlinJson: Form = (body) => `val n = buildJsonObject {
    put("notificationTemplate", "CustomMessage")
    put("notificationChannel", JsonPrimitive("Sms"))
    put("smsBody", ${body})
}`

const csharpAssigned: Form = (body) => `var n = new InitializeCorrespondenceNotificationExt();
n.NotificationTemplate = NotificationTemplateExt.CustomMessage;
n.NotificationChannel = NotificationChannelExt.Sms;
n.SmsBody = ${body};
return n;`

const csharpBoth: Form = (body) => `InitializeCorrespondenceNotificationExt n = new()
{
    NotificationTemplate = NotificationTemplateExt.CustomMessage,
    NotificationChannel = NotificationChannelExt.Sms,
};
n.SmsBody = ${body};
Send(n);`

describe.each<[string, string, Form]>([
  ['setters of Java', 'A.java', javaSetters],
  ['a chain of Java', 'A.java', javaFluent],
  ['what Kotlin applies', 'A.kt', kotlinApply],
  ['what Kotlin does also', 'A.kt', kotlinAlso],
  ['members that Kotlin assigns', 'A.kt', kotlinAssigned],
  ['a JSON object of Kotlin', 'A.kt', kotlinJson],
  ['members that C# assigns', 'A.cs', csharpAssigned],
  ['members that C# assigns to what it has initialised', 'A.cs', csharpBoth],
])('%s', (_, name, write) => {
  it('is judged, and repaired in its strings', () => {
    expect(found(name, write('"Hei"'))).toEqual([])
    expect(found(name, write('"Logg inn på altinn.no nå"'))).toEqual(['link-forbidden altinn.no'])
    const spelled = write('"Hei $recipientname$"')
    const written = name === 'A.kt' ? write('"Hei \\$recipientname\\$"') : spelled
    expect(fixed(name, written)).toBe(written.replace('recipientname', 'recipientName'))
  })

  it('what is not known is no mistake', () => {
    expect(found(name, write('texts.of(name)'))).toEqual([])
    expect(found(name, write('"Hei " + name + "!"'))).toEqual([])
  })
})

describe('JSON that Kotlin builds', () => {
  const sms = (number: string, name = 'body') => `client.post(buildJsonObject {
    put("idempotencyId", key)
    putJsonObject("recipientSms") {
        put("phoneNumber", "${number}")
        put("timeToLiveInSeconds", 300)
        putJsonObject("smsSettings") { put("${name}", "Hei") }
    }
})`

  it('is judged in depth', () => {
    expect(found('A.kt', sms('+4799999999'))).toEqual([])
    expect(found('A.kt', sms('99999999'))).toEqual(['phone-number "99999999"'])
    expect(found('A.kt', sms('+4799999999', 'bdy'))).toContain('unknown-member "bdy"')
    expect(fixed('A.kt', sms('99999999'))).toBe(sms('+4799999999'))
  })

  it('is judged with its lists', () => {
    const text = `val a = buildJsonObject {
      putJsonObject("correspondence") { put("resourceId", "a"); put("sendersReference", "b"); put("content", content) }
      putJsonArray("recipients") { add("0192:991825827"); add("0192:991825827") }
    }`
    expect(found('A.kt', text)).toEqual(['duplicate-recipient "0192:991825827"'])
  })

  it('may have more members where it has a condition', () => {
    const text = sms('+4799999999').replace(
      'putJsonObject("smsSettings")',
      'if (settings) putJsonObject("smsSettings")',
    )
    expect(found('A.kt', text)).toEqual([])
  })
})

it('a recipient may be applied within a request', () => {
  const text = (body: string) => `InstantSms().apply {
    idempotencyId = key
    recipientSms = RecipientSms().apply { phoneNumber = "+4799999999"; timeToLiveInSeconds = 300
      smsSettings = SmsSettings().apply { body = ${body} } }
  }`
  expect(found('A.kt', text('"Hei"'))).toEqual([])
  expect(found('A.kt', text('"Se altinn.no nå"'))).toEqual(['link-forbidden altinn.no'])
})

it.each([
  ['an address that a constant has', 'A.java', 'new Notification().notificationTemplate(CUSTOM_MESSAGE).smsBody(SMS);'],
  [
    'the parameters of a tool',
    'A.kt',
    'add(buildJsonObject { put("name", "send"); putJsonObject("properties") { putJsonObject("recipientEmail") { put("type", "STRING") }; putJsonObject("body") { put("type", "STRING") } } })',
  ],
  [
    'a record of another program',
    'A.java',
    'Notification n = new Notification(); n.setNotificationTemplate(template); n.setSmsBody("altinn.no"); n.setUser(user);',
  ],
  ['a class', 'A.kt', 'class A { var smsBody = "altinn.no"; var notificationChannel = "Sms" }'],
  [
    'another variable',
    'A.java',
    'A n = new A(); m.setNotificationTemplate("CustomMessage"); m.setSmsBody("altinn.no");',
  ],
  [
    'a comparison',
    'A.cs',
    'var n = new A(); n.NotificationChannel == NotificationChannelExt.Sms; n.SmsBody = "altinn.no";',
  ],
  ['a loop', 'A.kt', 'for (a in b) { apply { smsBody = "altinn.no" } }'],
])('and nothing else: %s', (_, name, text) => {
  expect(found(name, text)).toEqual([])
})

it('a member that is set again is what it is set to last', () => {
  const text =
    'var n = new Notification { NotificationChannel = Channel.Sms, SmsBody = "a" };\nn.SmsBody = "altinn.no";'
  expect(found('A.cs', text)).toEqual(['link-forbidden altinn.no'])
})

it('classes of Altinn that call members otherwise than its JSON does are known', () => {
  const text = (number: string, body: string) => `new InstantNotificationOrderRequestExt {
    IdempotencyId = id, InstantNotificationRecipient = new() { ShortMessageDeliveryDetails = new()
      { PhoneNumber = "${number}", TimeToLiveInSeconds = 300, ShortMessageContent = new() { Body = "${body}" } } } };`
  expect(found('A.cs', text('+4799999999', 'Hei'))).toEqual([expect.stringMatching(/^deprecated-instant /)])
  expect(found('A.cs', text('1', 'Se nav.no'))).toEqual(
    expect.arrayContaining(['phone-number "1"', 'link-forbidden nav.no']),
  )
})
