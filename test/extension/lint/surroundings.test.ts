// biome-ignore-all lint/suspicious/noTemplateCurlyInString: programs that are judged have variables
import { describe, expect, it } from 'vitest'
import { threadMilliseconds } from '../../support/thread-time.ts'
import { found } from '../support/judged-file.ts'

const sms = (phoneNumber: string): string =>
  `{"idempotencyId":"a","recipientSms":{"phoneNumber":"${phoneNumber}","timeToLiveInSeconds":120,"smsSettings":{"body":"Hei"}}}`
const PART = String.raw`"{\"recipientSms\":{\"phoneNumber\":\"99999999\"}}"`

describe('a text that is compared with a part of what was sent is no request', () => {
  it.each([
    ['A.java', `stubFor(post("/x").withRequestBody(equalToJson(${PART}, true, true)));`],
    ['A.java', `JSONAssert.assertEquals(${PART}, sent, false);`],
    ['A.java', `JSONAssert\n  .assertEquals("it", ${PART}, sent, JSONCompareMode.LENIENT);`],
    ['A.java', `mvc.perform(get("/x")).andExpect(content().json(${PART}));`],
    ['A.java', `client.get().exchange().expectBody().json(${PART});`],
    ['A.java', `assertThat(json).isEqualToJson(${PART});`],
    ['A.java', `assertThatJson(sent).isEqualTo(json(${PART}));`],
    ['A.java', `JsonAssertions.assertThatJson(sent).node("a").containsEntry("b", ${PART});`],
    ['a.kt', `sent shouldContainJson ${PART}\nsent.shouldEqualSpecifiedJson(${PART})`],
    ['a.kt', `verify(postRequestedFor(urlEqualTo("/x")).withRequestBody(equalToJson(${PART}.trimIndent())))`],
    ['a.cs', `server.Given(Request.Create().WithBody(new JsonPartialMatcher(${PART})));`],
    ['a.cs', `sent.Should().ContainSubtree(${PART});`],
    ['a.ts', `expect(sent).toMatchObject(JSON.parse(${PART}))`],
  ])('%s: %s', (name, program) => {
    expect(found(name, `${program}\n`)).toEqual([])
  })

  it('and one that is sent stays one', () => {
    const program = `stubFor(post(equalToJson(x)).willReturn(json));\nclient.json(${PART}); client.post().bodyValue(${PART});\n`
    expect(found('A.java', program).filter((one) => one.startsWith('phone-number'))).toHaveLength(2)
  })
})

describe('a part of an order, made for itself, is no request', () => {
  const JSON_REMINDER =
    '{"delayDays":7,"recipient":{"recipientSms":{"phoneNumber":"+4799999999","smsSettings":{"body":"Hei"}}}}'
  it.each([
    ['a.ts', `order.reminders.push(${JSON_REMINDER})`],
    ['a.ts', `const reminder = ${JSON_REMINDER}`],
    ['a.ts', `const remind = (): Reminder => (${JSON_REMINDER})`],
    ['a.ts', 'const to = { recipientSms: { phoneNumber: "+4799999999", smsSettings: { body: "Hei" } } }'],
    ['a.ts', 'return { recipientEmail: { emailAddress: "a@b.no", emailSettings: { subject: "a", body: "b" } } }'],
    [
      'a.cs',
      'order.Reminders.Add(new Reminder { DelayDays = 7, Recipient = new() { RecipientSms = new() { PhoneNumber = "+4799999999" } } });',
    ],
    [
      'a.cs',
      'var to = new { recipientSms = new { phoneNumber = "+4799999999", smsSettings = new { body = "Hei" } } };',
    ],
    [
      'A.java',
      'var r = Map.of("delayDays", 3, "recipient", Map.of("recipientSms", Map.of("phoneNumber", "+4799999999")));',
    ],
    [
      'A.java',
      'var to = Map.of("recipientSms", Map.of("phoneNumber", "+4799999999", "smsSettings", Map.of("body", "Hei")));',
    ],
    [
      'a.kt',
      'val to = mapOf("recipientSms" to mapOf("phoneNumber" to "+4799999999", "smsSettings" to mapOf("body" to "Hei")))',
    ],
    ['a.ps1', '$to = @{ recipientSms = @{ phoneNumber = "+4799999999"; smsSettings = @{ body = "Hei" } } }'],
    ['a.ps1', '$reminder = @{ delayDays = 3; recipient = @{ recipientSms = @{ phoneNumber = "+4799999999" } } }'],
    ['reminder.json', JSON_REMINDER],
    ['reminders.json', `[${JSON_REMINDER}]`],
    ['a.md', `\`\`\`json\n${JSON_REMINDER}\n\`\`\``],
  ])('%s: %s', (name, text) => {
    expect(found(name, `${text}\n`)).toEqual([])
  })

  it('and its mistakes are told where it is in one', () => {
    expect(
      found(
        'a.ts',
        'fetch("/x", { body: JSON.stringify({ recipientSms: { phoneNumber: "+4799999999", smsSettings: {} } }) })\n',
      ),
    ).toHaveLength(3)
    expect(
      found('a.ts', 'const to = { recipientSms: { phoneNumber: "99999999", smsSettings: { body: "Hei" } } }\n'),
    ).toEqual(['phone-number "99999999"'])
    expect(found('a.json', `{"idempotencyId":"a",${JSON_REMINDER.slice(1)}`)).toEqual(['unknown-member "delayDays"'])
    expect(found('a.notification.json', JSON_REMINDER)).not.toEqual([])
  })
})

describe('what a form begins with is no request', () => {
  const EMPTY = "{ recipientSms: { phoneNumber: '', timeToLiveInSeconds: 60, smsSettings: { body: '' } } }"
  it.each([
    `const form = reactive(${EMPTY})`,
    `const [order, setOrder] = useState<Order<Sms>>(${EMPTY})`,
    `const [order, setOrder] = useState(() => (${EMPTY}))`,
    `const { register } = useForm<Order>({ defaultValues: ${EMPTY} })`,
    `const order = signal(\n  ${EMPTY},\n)`,
    `export const initialState: Order = ${EMPTY}`,
    `const EMPTY_ORDER = ${EMPTY}`,
    `const a = <Formik initialValues={${EMPTY}} onSubmit={send} />`,
    `let order = $state(${EMPTY})`,
  ])('%s', (program) => {
    expect(found('a.tsx', `${program}\n`)).toEqual([])
  })

  it('and what is sent is one', () => {
    expect(found('a.ts', `await send(${EMPTY}); const order = ${EMPTY}\n`).length).toBeGreaterThan(3)
  })
})

describe('what is filled in ends where its language says', () => {
  const sent = (number: string, filled: string) =>
    `{"idempotencyId":"a","recipientSms":{"phoneNumber":"${number}","timeToLiveInSeconds":120,"smsSettings":{"body":"${filled}"}}}`

  it.each([
    ['a.ts', '`', '`', String.raw`\${text.replace(/"/g, '\\"')}`.slice(1)],
    ['a.ts', '`', '`', "${text.replace( /[/\"'`}]/gu, (c) => '-' + c)}"],
    ['a.ts', '`', '`', "${text /* don't } */}"],
    ['a.ts', '`', '`', "${text // it isn't\n}"],
    ['a.ts', '`', '`', '${a / b / c}'],
    ['a.ts', '`', '`', '${(a) / 2} of ${x[1] / 2 + "}"}'],
    ['a.kt', '"""', '"""', `\${text.replace('"', '_')}`],
    ['a.kt', '"""', '"""', `\${text.replace('}', '\\'').trim(/* " */)}`],
    ['a.cs', '$$"""', '"""', `{{text.Replace('"', '\\u0027')}}`],
    ['a.cs', '$$"""', '"""', `{{text.Trim('{', '\\'')}}`],
  ])('%s: %s%s %s', (name, opens, closes, filled) => {
    const program = (number: string) =>
      `class A { void a() { a = ${opens}${sent(number, filled)}${closes};\n b = ${opens}${sent(number, 'Hei')}${closes}; } }\n`
    expect(found(name, program('+4799999999'))).toEqual([])
    expect(found(name, program('99999999'))).toEqual(['phone-number "99999999"', 'phone-number "99999999"'])
  })
})

it.each([
  ['a.ts', '`${/* '],
  ['a.ts', '`${/*}`'],
  ['a.ts', '`${/"'],
  ['a.kt', '"${/*}" '],
  ['a.cs', '$"{/*'],
  ['a.cs', '$"{/*}" '],
])('what is filled in and never ends is read in time with its length: %s %j', (name, written) => {
  const units = 200_000
  const took = threadMilliseconds(() => found(name, `recipientSms\n${written.repeat(units / written.length)}`))
  expect(took).toBeLessThan(1_500)
})

describe('what Insomnia fills in is unknown', () => {
  const BODY = `{\n  "idempotencyId": "{% uuid 'v4' %}",\n  "recipientSms": {\n    "phoneNumber": "{% prompt 'Phone' %}",\n    "timeToLiveInSeconds": {% prompt 'Time' %},\n    "smsSettings": { "body": "{{ _.a }} {% now 'iso-8601', '' %}" }\n  }\n}`
  const exported = (body: string) =>
    JSON.stringify({ _type: 'export', __export_format: 4, resources: [{ _type: 'request', body: { text: body } }] })
  const collection = (body: string) =>
    `type: collection.insomnia.rest/5.0\ncollection:\n  - body:\n      text: |-\n        ${body.replaceAll('\n', '\n        ')}\n`

  it.each([
    ['a.json', exported],
    ['a.yaml', collection],
  ])('%s', (name, written) => {
    expect(found(name, written(BODY))).toEqual([])
    expect(found(name, written(BODY.replace("{% prompt 'Phone' %}", '99999999')))).toHaveLength(1)
  })
})

describe('a Markdown file', () => {
  const FENCE = `\`\`\`json\n${sms('99999999')}\n\`\`\`\n`

  it.each([
    ['a span of code at the start of a line', '```{ "a": 1 }``` is said of it.\n\n'],
    ['a span of code that names a language', '```json {}```\n'],
    ['a comment that begins and ends in a line of a fence', '<!-- ```json\n{}\n``` -->\n'],
    ['a comment with half a fence', '<!--\n```\n-->\n'],
    ['a comment on a line', '<!-- ``` -->\n'],
    ['tildes with backticks behind them', '~~~ `a`\n{}\n~~~\n'],
  ])('has its fences found behind %s', (_, before) => {
    expect(found('a.md', before + FENCE)).toEqual(['phone-number "99999999"'])
  })
})

describe('a shell script', () => {
  it.each([
    'curl -d \'{"recipientSms":1}\' \\\n',
    'curl "a\nb" \\\n',
    "curl 'a\n' -d '{\"recipientSms\":1}' \\\n",
    'curl "\n',
  ])('of many commands that go on is read in time with its length: %j', (command) => {
    const units = 200_000
    const took = threadMilliseconds(() => found('a.sh', `# recipientSms\n${command.repeat(units / command.length)}`))
    expect(took).toBeLessThan(5_000)
  })

  const sent = (number: string) => `curl -d '${sms(number)}' localhost\n`

  it.each([
    ['a command in quotes', 'kubectl exec pod -- sh -c "curl -s localhost"\n'],
    ['a command in single quotes', "ssh host 'curl -s localhost'\n"],
    ['a word in a comment that has a quote', "# curl isn't run here\n"],
    ['a message', 'echo "Needs curl."\n'],
  ])('is read behind %s', (_, before) => {
    expect(found('a.sh', before + sent('99999999') + sent('12345678'))).toEqual([
      'phone-number "99999999"',
      'phone-number "12345678"',
    ])
  })
})
