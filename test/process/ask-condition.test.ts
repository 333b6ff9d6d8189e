import { createServer, type ServerResponse } from 'node:http'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Asking, askCondition } from '../../worker/orders/conditions/ask-condition.ts'
import type { Fetch } from '../../worker/platform/http-client.ts'

/** Longer than a loopback answer takes on a busy machine, short enough to wait for. */
const TIMEOUT_MS = 1_500

const MANY_BYTES = 70_000

const answer =
  (body: string, status = 200, type = 'application/json') =>
  (response: ServerResponse): void =>
    void response.writeHead(status, { 'content-type': type }).end(body)

/** Writes for as long as somebody listens. */
function endless(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' })
  const writing = setInterval(() => response.write(' '.repeat(16_384)), 1)
  response.on('close', () => clearInterval(writing))
}

/** Begins to answer and never ends. */
function dripping(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' })
  const writing = setInterval(() => response.write(' '), 50)
  response.on('close', () => clearInterval(writing))
}

const redirectTo = (location: string) => (response: ServerResponse) =>
  void response.writeHead(302, { location }).end('{"sendNotification":false}')

const ANSWERS: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/yes': answer('{"sendNotification":true}'),
  '/no': answer('{"sendNotification":false}'),
  '/no-created': answer('{"sendNotification":false}', 201),
  '/no-as-text': answer('{"sendNotification":false}', 200, 'text/plain'),
  '/no-with-more': answer('{"reason":"read","sendNotification":false,"sendnotification":true}'),
  '/no-with-mark': answer('\uFEFF{"sendNotification":false}'),
  '/no-at-length': answer(`{"sendNotification":false}${' '.repeat(60_000)}`),
  '/wrong-case': answer('{"SendNotification":false}'),
  '/small-letters': answer('{"sendnotification":false}'),
  '/as-string': answer('{"sendNotification":"false"}'),
  '/as-number': answer('{"sendNotification":0}'),
  '/as-null': answer('{"sendNotification":null}'),
  '/bare': answer('false'),
  '/list': answer('[{"sendNotification":false}]'),
  '/nothing': answer('{}'),
  '/empty': answer(''),
  '/no-content': answer('', 204),
  '/page': answer('<html>false</html>', 200, 'text/html'),
  '/cut-off': answer('{"sendNotification":fal'),
  '/too-long': answer(`{"sendNotification":false}${' '.repeat(MANY_BYTES)}`),
  '/deep': answer('['.repeat(60_000)),
  '/bad-bytes': (response) => void response.writeHead(200).end(Buffer.from([0x7b, 0xff, 0xfe])),
  '/unauthorised': answer('{"sendNotification":false}', 401),
  '/not-found': answer('{"sendNotification":false}', 404),
  '/broken': answer('{"sendNotification":false}', 500),
  '/redirect-to-private': redirectTo('http://169.254.169.254/latest/meta-data/'),
  '/redirect-here': redirectTo('/no'),
  '/silent': () => undefined,
  '/hangs-up': (response) => void response.socket?.destroy(),
  '/endless': endless,
  '/dripping': dripping,
}

const asked: string[] = []
const server = createServer((request, response) => {
  asked.push(`${request.method} ${request.url} ${request.headers.accept}`)
  ANSWERS[(request.url ?? '').replace(/\?.*/, '')]?.(response)
})
let origin = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address && typeof address === 'object') origin = `http://127.0.0.1:${address.port}`
})

afterAll(() => {
  server.close()
  server.closeAllConnections()
})

/** Node's `fetch`, as touchy as workerd's: called as another object's method it throws. */
function touchyFetch(this: unknown, ...[url, init]: Parameters<Fetch>): ReturnType<Fetch> {
  if (this !== undefined) throw new TypeError('Illegal invocation')
  return fetch(url, init)
}

const ask = (path: string, changes: Partial<Asking> = {}) =>
  askCondition(origin + path, { fetch: touchyFetch, timeoutMs: TIMEOUT_MS, allowLoopback: true, ...changes })

describe('a condition', () => {
  it('is asked with GET, once, for JSON', async () => {
    asked.length = 0
    expect(await ask('/yes?id=1')).toBe('send')
    expect(asked).toEqual(['GET /yes?id=1 application/json'])
  })

  it.each(['/no', '/no-created', '/no-as-text', '/no-with-more', '/no-with-mark', '/no-at-length'])(
    'that answers %s stops the message',
    async (path) => {
      expect(await ask(path)).toBe('do-not-send')
    },
  )

  it.each([
    '/wrong-case',
    '/small-letters',
    '/as-string',
    '/as-number',
    '/as-null',
    '/bare',
    '/list',
    '/nothing',
    '/empty',
    '/no-content',
    '/page',
    '/cut-off',
    '/too-long',
    '/deep',
    '/bad-bytes',
    '/unauthorised',
    '/not-found',
    '/broken',
    '/hangs-up',
  ])('that answers %s has not answered', async (path) => {
    expect(await ask(path)).toBe('unanswered')
  })

  it.each(['/redirect-to-private', '/redirect-here'])('is not followed where it answers %s', async (path) => {
    asked.length = 0
    expect(await ask(path)).toBe('unanswered')
    expect(asked).toHaveLength(1)
  })

  it.each(['/silent', '/dripping'])('that is %s has not answered when its time is out', async (path) => {
    const startedAtMs = performance.now()
    expect(await ask(path, { timeoutMs: 300 })).toBe('unanswered')
    expect(performance.now() - startedAtMs).toBeLessThan(10_000)
  })

  it('that never stops talking is cut off before its time is out', async () => {
    const startedAtMs = performance.now()
    expect(await ask('/endless', { timeoutMs: 30_000 })).toBe('unanswered')
    expect(performance.now() - startedAtMs).toBeLessThan(10_000)
  })

  it('where nobody listens has not answered', async () => {
    expect(await askCondition('http://127.0.0.1:1/', { fetch, timeoutMs: TIMEOUT_MS, allowLoopback: true })).toBe(
      'unanswered',
    )
  })

  it('on this machine is never asked outside development', async () => {
    asked.length = 0
    expect(await ask('/no', { allowLoopback: false })).toBe('unanswered')
    expect(asked).toEqual([])
  })

  it('leaves no trace in the log', async () => {
    const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map((level) => vi.spyOn(console, level))
    for (const path of ['/no?nin=13075612345', '/broken?nin=13075612345', '/hangs-up?nin=13075612345']) await ask(path)
    expect(spies.flatMap(({ mock }) => mock.calls)).toEqual([])
    vi.restoreAllMocks()
  })
})
