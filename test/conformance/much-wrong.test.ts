import { beforeAll, describe, expect, it } from 'vitest'
import { send } from '#client'
import { API, SCOPE, tokenFor } from './support.ts'

const ANSWER_MAX_BYTES = 65_536
const FINDINGS_MAX = 100

let token: string
beforeAll(async () => {
  token = await tokenFor({ scope: `${SCOPE} altinn:correspondence.write` })
})

const SMS = { phoneNumber: '+4799999999', smsSettings: { body: 'You have a letter.' } }
const repeat = (piece: string, units: number): string => piece.repeat(Math.floor(units / piece.length))
const list = (count: number, item: unknown): unknown => Array.from({ length: count }, () => item)

const message = (notification: unknown, request: object = {}) => ({
  correspondence: {
    resourceId: 'example',
    sendersReference: 'x',
    content: { messageTitle: 'x', messageBody: 'y' },
    notification,
  },
  recipients: ['0192:991825827'],
  ...request,
})
const notified = (text: string, custom: unknown = []) =>
  message({
    notificationTemplate: 'CustomMessage',
    notificationChannel: 'Email',
    emailSubject: 'x',
    emailBody: text,
    customRecipients: custom,
  })
const order = (body: string) => ({ idempotencyId: '', recipient: { recipientSms: { ...SMS, smsSettings: { body } } } })

const CORRESPONDENCE = '/correspondence/api/v1/correspondence'
const ORDERS = `${API}/orders`

/** Requests in which more is wrong than anyone wants to read. */
const REQUESTS: readonly (readonly [what: string, path: string, document: unknown])[] = [
  ['links', CORRESPONDENCE, notified(repeat('127.0.0.1:', 65_000))],
  ['other links', CORRESPONDENCE, notified(repeat('a.no/b ', 200_000))],
  ['broken keywords', CORRESPONDENCE, notified(`https://a.no ${repeat('[$recipientName', 65_000)}`)],
  ['keywords in braces', ORDERS, order(repeat('{{recipientName}} ', 200_000))],
  ['unknown keywords', CORRESPONDENCE, notified(`https://a.no ${repeat('$recipientNam$ ', 200_000)}`)],
  [
    'keywords for direct addresses',
    CORRESPONDENCE,
    notified(repeat('$recipientName$ ', 200_000), list(500, { mobileNumber: '+4799999999' })),
  ],
  ['characters outside GSM', ORDERS, order(repeat('’', 80_000))],
  ['empty reminders', ORDERS, { ...order('x'), reminders: list(60_000, {}) }],
  ['as many empty reminders as there may be', ORDERS, { ...order('x'), reminders: list(254, {}) }],
  ['empty custom recipients', CORRESPONDENCE, notified('x', list(500, {}))],
  ['recipients of the wrong type', CORRESPONDENCE, message(undefined, { recipients: list(70_000, 0) })],
  ['as many of them as there may be', CORRESPONDENCE, message(undefined, { recipients: list(500, 0) })],
  [
    'lists in lists',
    CORRESPONDENCE,
    message({ customNotificationRecipients: list(10, { recipients: list(500, 0) }), notificationChannel: 'Email' }),
  ],
  ['attachments that are no ids', CORRESPONDENCE, message(undefined, { existingAttachments: list(70_000, 0) })],
  ['a list in place of everything', ORDERS, list(130_000, 0)],
  ['many unknown members', ORDERS, Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`a${index}`, 0]))],
]

describe('a request in which much is wrong', () => {
  it.each(REQUESTS)('gets a short answer, soon: %s', async (_what, path, document) => {
    const body = JSON.stringify(document)
    expect(body.length).toBeLessThan(262_144)
    const startedMs = performance.now()
    const response = await send(path, {
      method: 'POST',
      body,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    })
    const text = await response.text()
    expect(performance.now() - startedMs).toBeLessThan(10_000)
    expect(response.status).toBe(400)
    expect(new TextEncoder().encode(text).byteLength).toBeLessThanOrEqual(ANSWER_MAX_BYTES)
    const { findings }: { findings: readonly { severity: string }[] } = JSON.parse(text)
    expect(findings.length).toBeLessThanOrEqual(FINDINGS_MAX)
    expect(findings.some(({ severity }) => severity === 'error')).toBe(true)
  })

  it.each([
    ['en', 'and 1 929 more'],
    ['nb', 'og 1 929 til'],
    ['nn', 'og 1 929 til'],
  ])('says how much it leaves out, in %s', async (language, words) => {
    const document = order('{{recipientName}} '.repeat(2_027))
    const response = await send(ORDERS, {
      method: 'POST',
      body: JSON.stringify(document),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'accept-language': language },
    })
    const { findings, more }: { findings: unknown[]; more: unknown } = JSON.parse(await response.text())
    expect(findings).toHaveLength(FINDINGS_MAX)
    expect(more).toMatchObject({ message: words })
  })

  it('tells a repair of several findings once', async () => {
    const document = notified('Se https://a.no og https://b.no og https://c.no')
    const response = await send(CORRESPONDENCE, {
      method: 'POST',
      body: JSON.stringify(document),
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    })
    const { findings }: { findings: readonly { repairs?: readonly unknown[] }[] } = JSON.parse(await response.text())
    const repairs = findings.flatMap((finding) => finding.repairs ?? []).map((repair) => JSON.stringify(repair))
    expect(new Set(repairs).size).toBe(repairs.length)
  })
})
