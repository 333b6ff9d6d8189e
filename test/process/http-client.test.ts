import { createServer, type ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callHttp, jsonBody } from '../../worker/platform/http-client.ts'

const TIMEOUT_MS = 1_000

/** Far more than any socket between the two buffers. */
const FEW_BYTES = 8_000_000

/** Small on the wire, 200 MB unpacked. */
const BOMB = gzipSync(Buffer.alloc(200_000_000))

/** What the server has written to the answer that does not end. */
let written = 0

/** Writes for as long as the other side reads. */
function pour(response: ServerResponse): void {
  const chunk = Buffer.alloc(65_536, 'x')
  const more = () => {
    while (!response.destroyed && written < 50 * FEW_BYTES) {
      written += chunk.length
      if (!response.write(chunk)) return void response.once('drain', more)
    }
    response.end()
  }
  more()
}

/** Writes a byte now and then, and never comes to an end. */
function drip(response: ServerResponse): void {
  const timer = setInterval(() => response.write('x'), 50)
  response.on('close', () => clearInterval(timer))
}

const ANSWERS: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/json': (response) => response.writeHead(202, { 'retry-after': '7' }).end('{"a":1}'),
  '/none': (response) => response.writeHead(204).end(),
  '/just': (response) => response.writeHead(200).end('x'.repeat(65_536)),
  '/large': (response) => response.writeHead(200).end('x'.repeat(65_537)),
  '/endless': (response) => pour(response.writeHead(201)),
  '/bomb': (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(BOMB),
  '/drip': (response) => drip(response.writeHead(201)),
  '/broken': (response) => {
    response.writeHead(201, { 'content-length': '100' }).write('x')
    setTimeout(() => response.destroy(), 50)
  },
  '/silent': () => undefined,
  '/away': (response) => response.writeHead(302, { location: '/json' }).end(),
}

const server = createServer((request, response) => ANSWERS[request.url ?? '']?.(response))
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

async function ask(path: string) {
  const startedAtMs = Date.now()
  const reply = await callHttp({ method: 'GET', url: origin + path }, AbortSignal.timeout(TIMEOUT_MS))
  expect(Date.now() - startedAtMs).toBeLessThan(TIMEOUT_MS + 10_000)
  return reply.ok ? [reply.value.status, reply.value.text] : reply.failure
}

describe('a call to another service', () => {
  it('gives status, headers and body', async () => {
    const reply = await callHttp({ method: 'GET', url: `${origin}/json` }, AbortSignal.timeout(TIMEOUT_MS))
    expect(reply.ok && [reply.value.status, reply.value.headers.get('retry-after'), jsonBody(reply.value)]).toEqual([
      202,
      '7',
      { a: 1 },
    ])
    expect(await ask('/none')).toEqual([204, ''])
  })

  it('reads up to 64 KiB, and keeps the status of an answer that is longer', async () => {
    expect(await ask('/just')).toEqual([200, 'x'.repeat(65_536)])
    expect(await ask('/large')).toEqual([200, undefined])
  })

  it('hangs up on an answer that does not end', async () => {
    written = 0
    expect(await ask('/endless')).toEqual([201, undefined])
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(written).toBeLessThan(FEW_BYTES)
  })

  it('does not unpack more than that of one that is small on the wire', async () => {
    const beforeBytes = process.memoryUsage().rss
    expect(await ask('/bomb')).toEqual([200, undefined])
    expect(process.memoryUsage().rss - beforeBytes).toBeLessThan(150_000_000)
  })

  it('ends in time where the answer drips or breaks off, and keeps its status', async () => {
    expect(await ask('/drip')).toEqual([201, undefined])
    expect(await ask('/broken')).toEqual([201, undefined])
  })

  it('tells silence from a service that cannot be reached', async () => {
    expect(await ask('/silent')).toBe('silence')
    const reply = await callHttp({ method: 'GET', url: 'http://127.0.0.1:1/' }, AbortSignal.timeout(TIMEOUT_MS))
    expect(reply).toEqual({ ok: false, failure: 'unreachable' })
  })

  it('follows no redirect', async () => {
    expect(await ask('/away')).toEqual([302, ''])
  })
})
