import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyWebhook } from '../../client/index.ts'
import { type Answering, json, type Seen, serveLocally } from '../client/local-server.ts'
import { listIn } from '../support/api/answer.ts'
import { Service } from '../support/api/service.ts'
import { type DevServer, startDevServer } from '../support/dev-server.ts'

const headersOf = ({ headers }: Seen): Record<string, string> => ({
  'webhook-id': String(headers['webhook-id']),
  'webhook-timestamp': String(headers['webhook-timestamp']),
  'webhook-signature': String(headers['webhook-signature']),
})

const received: Answering = (_seen, _count, response) => json(response, 200, {})

describe('webhooks', () => {
  let server: DevServer

  beforeAll(async () => {
    server = await startDevServer({ vars: { RECEIPT_GRACE_SECONDS: '1' } })
  })
  afterAll(() => server?.stop())

  /** An organisation that no other test uses, and its calls. */
  async function organization() {
    const org = `org-${crypto.randomUUID().slice(0, 8)}`
    const token = await Service.at(server).token({ org })
    const { ask, feed, sendSms } = Service.at(server).clientWith(token)
    return {
      org,
      token,
      ask,
      make: async (url: string) => (await ask('POST', '/straks/v1/webhooks', { url })).json,
      webhook: (id: unknown, method = 'GET', path = '', body?: unknown) =>
        ask(method, `/straks/v1/webhooks/${String(id)}${path}`, body),
      send: () => sendSms(),
      feed: () => feed(0),
    }
  }

  it('deliver each entry of the feed once, signed, under its number', async () => {
    await using receiver = await serveLocally(received)
    const { org, make, send, feed } = await organization()
    await send()
    await expect.poll(async () => (await feed()).length).toBe(1)
    const { secret, state } = await make(receiver.url)
    expect([state, secret]).toEqual(['enabled', expect.stringMatching(/^whsec_/)])
    for (let count = 0; count < 5; count++) await send()
    await expect.poll(() => receiver.seen.length).toBe(5)
    const entries = await feed()
    expect(receiver.seen.map((seen) => headersOf(seen)['webhook-id']).sort()).toEqual(
      [2, 3, 4, 5, 6].map((number) => `${org}.${number}`),
    )
    for (const seen of receiver.seen) {
      const verified = new Webhook(String(secret)).verify(seen.body, headersOf(seen))
      expect(verified).toEqual(JSON.parse(seen.body))
      expect(await verifyWebhook(new Headers(headersOf(seen)), seen.body, String(secret))).toMatchObject({ ok: true })
      const { type, timestamp, data } = JSON.parse(seen.body)
      expect(type).toBe('shipment.ended')
      expect(timestamp).toBe(data.lastUpdate)
      expect(entries).toContainEqual(data)
    }
  })

  it('try again until the entry is received, with the same bytes and the same id', async () => {
    await using receiver = await serveLocally((_seen, count, response) => json(response, count < 2 ? 500 : 204, {}))
    const { org, make, send, webhook } = await organization()
    const { id } = await make(receiver.url)
    const shipmentId = await send()
    const operator = await Service.at(server).client({ scope: 'straks:operator' })
    const desk = async (path: string) => (await operator.ask('GET', `/straks/v1/operator/${path}`)).json
    const lagging = async () =>
      listIn((await desk('overview?minutes=1')).webhooks).filter(({ organization }) => organization === org)
    await expect.poll(lagging).toMatchObject([{ id, state: 'enabled', waiting: 1 }])
    const metrics = await (await operator.request('GET', '/straks/v1/operator/metrics')).text()
    expect(metrics).toContain(`straks_webhook_waiting{organization="${org}"} 1`)
    await expect.poll(() => receiver.seen.length).toBe(2)
    const [first, second] = receiver.seen
    expect(second?.body).toBe(first?.body)
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id'])
    await expect.poll(async () => (await webhook(id)).json.waiting).toBe(0)
    expect(await lagging()).toEqual([])
    const told = listIn((await desk(`shipments/${shipmentId}`)).timeline).filter(({ event }) => event === 'webhook')
    expect(told).toMatchObject([
      { webhook: id, id: `${org}.1`, outcome: 'refused', status: 500 },
      { webhook: id, id: `${org}.1`, outcome: 'received', status: 204 },
    ])
    const { items } = Object((await webhook(id, 'GET', '/attempts')).json)
    expect(items).toMatchObject([
      { outcome: 'received', status: 204 },
      { outcome: 'refused', status: 500 },
    ])
  })

  it('are delayed by no other: one that hangs, one that redirects, one that is away', async () => {
    await using hanging = await serveLocally(() => undefined)
    await using elsewhere = await serveLocally(received)
    await using redirecting = await serveLocally((_seen, _count, response) =>
      response.writeHead(307, { location: elsewhere.url }).end(),
    )
    await using receiver = await serveLocally(received)
    const { make, send } = await organization()
    for (const url of [hanging.url, redirecting.url, 'http://127.0.0.1:9/', receiver.url]) await make(url)
    await send()
    await expect.poll(() => receiver.seen.length).toBe(1)
    await expect.poll(() => redirecting.seen.length).toBeGreaterThan(0)
    expect(elsewhere.seen).toEqual([])
  })

  it('are disabled by 410, and go on where they stopped when they are enabled again', async () => {
    let isGone = true
    await using receiver = await serveLocally((_seen, _count, response) => json(response, isGone ? 410 : 200, {}))
    const { make, send, webhook } = await organization()
    const { id } = await make(receiver.url)
    await send()
    await expect.poll(async () => (await webhook(id)).json.state).toBe('disabled')
    expect((await webhook(id)).json.disabledReason).toBe('gone')
    await send()
    isGone = false
    expect((await webhook(id, 'PATCH', '', { state: 'enabled' })).json.state).toBe('enabled')
    await expect.poll(() => receiver.seen.length).toBe(3)
    const ids = receiver.seen.map((seen) => headersOf(seen)['webhook-id'])
    expect(new Set(ids).size).toBe(2)
  })

  it('have two valid signatures while a secret is rotated', async () => {
    await using receiver = await serveLocally(received)
    const { make, send, webhook } = await organization()
    const { id, secret } = await make(receiver.url)
    const rotated = (await webhook(id, 'POST', '/rotate-secret')).json.secret
    await send()
    await expect.poll(() => receiver.seen.length).toBe(1)
    const [seen] = receiver.seen
    for (const valid of [secret, rotated])
      expect(() => seen && new Webhook(String(valid)).verify(seen.body, headersOf(seen))).not.toThrow()
    expect(String(seen?.headers['webhook-signature']).split(' ')).toHaveLength(2)
  })

  it('replay what lies beyond a number, and send tests', async () => {
    await using receiver = await serveLocally(received)
    const { org, make, send, webhook } = await organization()
    const { id } = await make(receiver.url)
    for (let count = 0; count < 3; count++) await send()
    await expect.poll(() => receiver.seen.length).toBe(3)
    expect((await webhook(id, 'POST', '/replay', { after: 1 })).status).toBe(202)
    await expect.poll(() => receiver.seen.length).toBe(5)
    const ids = receiver.seen.slice(3).map((seen) => headersOf(seen)['webhook-id'])
    expect(ids.sort()).toEqual([`${org}.2`, `${org}.3`])
    expect((await webhook(id, 'POST', '/test')).status).toBe(202)
    await expect.poll(() => receiver.seen.length).toBe(6)
    expect(JSON.parse(receiver.seen.at(-1)?.body ?? '')).toMatchObject({ type: 'webhook.test' })
  })

  it('are their organisation’s own', async () => {
    await using receiver = await serveLocally(received)
    const [owner, stranger] = [await organization(), await organization()]
    const { id } = await owner.make(receiver.url)
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['PATCH', '', { state: 'disabled' }],
      ['DELETE', '', undefined],
      ['POST', '/rotate-secret', undefined],
      ['POST', '/test', undefined],
      ['POST', '/replay', { after: 0 }],
      ['GET', '/attempts', undefined],
    ] as const)
      expect([path, (await stranger.webhook(id, method, path, body)).status]).toEqual([path, 404])
    expect((await stranger.ask('GET', '/straks/v1/webhooks')).json).toEqual({ items: [], next: null })
    const { items } = Object((await owner.ask('GET', '/straks/v1/webhooks')).json)
    expect(items).toMatchObject([{ id, state: 'enabled' }])
    expect(JSON.stringify(items)).not.toContain('whsec_')
    expect((await owner.webhook(id, 'DELETE')).status).toBe(204)
    expect((await owner.webhook(id)).status).toBe(404)
    expect((await owner.ask('GET', '/straks/v1/webhooks')).json).toEqual({ items: [], next: null })
  })

  it.each([
    ['ftp://example.com/x'],
    ['http://10.0.0.1/x'],
    ['https://169.254.169.254/latest'],
    ['https://user:word@example.com/'],
    ['nothing'],
    [''],
    [`https://example.com/${'a'.repeat(3_000)}`],
    [17],
  ])('are not made for %j', async (url) => {
    const { ask } = await organization()
    const refused = await ask('POST', '/straks/v1/webhooks', { url })
    expect([refused.status, Object.keys(Object(refused.json.errors))]).toEqual([400, ['url']])
  })

  it('are ten at the most', async () => {
    const { ask } = await organization()
    const statuses: number[] = []
    for (let count = 0; count < 11; count++)
      statuses.push((await ask('POST', '/straks/v1/webhooks', { url: 'http://127.0.0.1:9/' })).status)
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 201), 409])
  })
})
