import { describe, expect, it } from 'vitest'
import { isRepeatable, pauseMs, readRetryAfter } from '../../client/http/retry.ts'
import { createClient, JudgedError, NoAnswerError, ProblemError } from '../../client/index.ts'
import { json, serveLocally } from './local-server.ts'

const ACCEPTED = { notificationOrderId: 'order', notification: { shipmentId: 'shipment' } }

const SMS = { recipientSms: { phoneNumber: '+4799999999', timeToLiveInSeconds: 60, smsSettings: { body: 'Hello' } } }

/** A client that waits for no pause, and notes them. */
function impatient(baseUrl: string, more: Partial<Parameters<typeof createClient>[0]> = {}) {
  const pauses: number[] = []
  const clock = {
    now: () => Date.now(),
    random: () => 1,
    wait: async (milliseconds: number) => void pauses.push(milliseconds),
  }
  return { pauses, client: createClient({ baseUrl, token: 'token', clock, ...more }) }
}

describe('a retry', () => {
  it('reuses the key that the client made, over answers that pass', async () => {
    await using server = await serveLocally((_seen, count, response) =>
      count < 4 ? json(response, [500, 503, 429][count - 1] ?? 500, {}) : json(response, 201, ACCEPTED),
    )
    const { client, pauses } = impatient(server.url)
    expect(await client.instant.sms(SMS)).toEqual(ACCEPTED)
    const keys = server.seen.map(({ body }) => JSON.parse(body).idempotencyId)
    expect(keys).toHaveLength(4)
    expect(new Set(keys).size).toBe(1)
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/)
    expect(pauses).toEqual([250, 500, 1_000])
  })

  it('keeps a key of the caller’s own', async () => {
    await using server = await serveLocally((_seen, _count, response) => json(response, 201, ACCEPTED))
    await impatient(server.url).client.instant.sms({ ...SMS, idempotencyId: 'mine' })
    expect(JSON.parse(server.seen[0]?.body ?? '').idempotencyId).toBe('mine')
  })

  it('ends where options are there and undefined, as unset variables make them', async () => {
    await using server = await serveLocally((_seen, _count, response) => json(response, 503, {}))
    const unset = Object.fromEntries(['maxAttempts', 'timeoutMs', 'language', 'judge'].map((name) => [name, undefined]))
    await expect(impatient(server.url, unset).client.instant.sms(SMS)).rejects.toBeInstanceOf(ProblemError)
    expect(server.seen).toHaveLength(5)
  })

  it('follows a connection that broke before the answer', async () => {
    await using server = await serveLocally((_seen, count, response) =>
      count === 1 ? void response.destroy() : json(response, 200, ACCEPTED),
    )
    expect(await impatient(server.url).client.instant.sms(SMS)).toEqual(ACCEPTED)
    expect(server.seen).toHaveLength(2)
  })

  it('follows an answer of which the end is missing', async () => {
    const headers = { 'content-type': 'application/json; charset=utf-8' }
    await using server = await serveLocally((_seen, count, response) =>
      count === 1
        ? void response.writeHead(201, headers).end('{"notificationOrderId":"or')
        : json(response, 200, ACCEPTED),
    )
    expect(await impatient(server.url).client.instant.sms(SMS)).toEqual(ACCEPTED)
    expect(new Set(server.seen.map(({ body }) => body)).size).toBe(1)
    await using broken = await serveLocally((_seen, _count, response) => void response.writeHead(200, headers).end('{'))
    await expect(impatient(broken.url).client.instant.sms(SMS)).rejects.toThrow(NoAnswerError)
  })

  it('waits as long as the server asks', async () => {
    await using server = await serveLocally((_seen, count, response) =>
      count === 1 ? json(response, 429, {}, { 'retry-after': '7' }) : json(response, 200, ACCEPTED),
    )
    const { client, pauses } = impatient(server.url)
    await client.instant.sms(SMS)
    expect(pauses).toEqual([7_000])
  })

  it('is left to the caller where the server asks for a longer pause than the client makes', async () => {
    await using server = await serveLocally((_seen, _count, response) =>
      json(response, 429, { title: 'Too many' }, { 'retry-after': '534' }),
    )
    const { client, pauses } = impatient(server.url)
    const refused = await client.instant.sms(SMS).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(ProblemError)
    expect(refused).toMatchObject({ status: 429, retryAfterMs: 534_000 })
    expect(pauses).toEqual([])
    expect(server.seen).toHaveLength(1)
  })

  it('is not made for a request that cannot be written', async () => {
    await using server = await serveLocally((_seen, _count, response) => json(response, 200, ACCEPTED))
    const { client, pauses } = impatient(server.url)
    const unwritable = { recipientSms: { ...SMS.recipientSms, timeToLiveInSeconds: 60n as unknown as number } }
    await expect(client.instant.sms(unwritable)).rejects.toThrow(TypeError)
    expect(pauses).toEqual([])
  })

  it('does not follow a refusal', async () => {
    const problem = {
      type: 'urn:x',
      title: 'Not valid',
      status: 400,
      traceId: 't',
      findings: [{ code: 'length-limit' }],
    }
    await using server = await serveLocally((_seen, _count, response) => json(response, 400, problem))
    const refused = await impatient(server.url)
      .client.instant.sms(SMS)
      .catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(ProblemError)
    expect(refused).toMatchObject({ status: 400, type: 'urn:x', traceId: 't', findings: [{ code: 'length-limit' }] })
    expect(server.seen).toHaveLength(1)
  })

  it('ends with the last refusal where the server stays away', async () => {
    await using server = await serveLocally((_seen, _count, response) => json(response, 503, { title: 'Away' }))
    const refused = await impatient(server.url, { maxAttempts: 3 })
      .client.instant.sms(SMS)
      .catch((error: unknown) => error)
    expect(refused).toMatchObject({ status: 503 })
    expect(server.seen).toHaveLength(3)
  })

  it('says that no answer came where there is no server', async () => {
    const gone = await serveLocally(() => undefined)
    await gone[Symbol.asyncDispose]()
    const failed = await impatient(gone.url, { maxAttempts: 2 })
      .client.instant.sms(SMS)
      .catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(NoAnswerError)
    expect(failed).toMatchObject({ attempts: 2 })
  })

  it('is not made for a request that could be doubled', async () => {
    await using server = await serveLocally((_seen, _count, response) => json(response, 503, {}))
    const form = new FormData()
    form.set('correspondence.resourceId', 'x')
    await expect(impatient(server.url).client.correspondences.upload(form)).rejects.toThrow(ProblemError)
    expect(server.seen).toHaveLength(1)
  })

  it('gives up a server that hangs after the timeout', async () => {
    await using server = await serveLocally(() => undefined)
    const { client } = impatient(server.url, { timeoutMs: 500, maxAttempts: 2 })
    await expect(client.shipments.get('x')).rejects.toThrow(NoAnswerError)
    expect(server.seen).toHaveLength(2)
  })
})

describe('a pause between attempts', () => {
  it('doubles up to its limit, and is at least half', () => {
    const limits = { firstPauseMs: 100, longestPauseMs: 1_000 }
    const at = (chance: number) => [1, 2, 3, 4, 5, 6].map((attempt) => pauseMs(attempt, chance, limits, undefined))
    expect(at(1)).toEqual([100, 200, 400, 800, 1_000, 1_000])
    expect(at(0)).toEqual([50, 100, 200, 400, 500, 500])
  })

  it('reads seconds and dates', () => {
    expect(readRetryAfter('3', 0)).toBe(3_000)
    expect(readRetryAfter('Thu, 01 Jan 1970 00:00:10 GMT', 4_000)).toBe(6_000)
    expect(readRetryAfter('soon', 0)).toBeUndefined()
    expect(readRetryAfter(null, 0)).toBeUndefined()
  })
})

describe('a request that may be repeated', () => {
  it.each([
    ['GET', undefined, true],
    ['DELETE', undefined, true],
    ['POST', { idempotencyId: 'x' }, true],
    ['POST', { idempotentKey: 'x' }, true],
    ['POST', { idempotentKey: undefined }, false],
    ['POST', { idempotentKey: null }, false],
    ['POST', { idempotencyId: '' }, false],
    ['POST', {}, false],
    ['POST', undefined, false],
    ['PATCH', {}, false],
  ])('%s with %j: %s', (method, body, expected) => {
    expect(isRepeatable(method, body)).toBe(expected)
  })
})

describe('a judge', () => {
  it('stops a request before it is sent', async () => {
    await using server = await serveLocally((_seen, _count, response) => json(response, 201, ACCEPTED))
    const finding = { code: 'length-limit', pointer: '/recipientSms', message: 'Too long' }
    const { client } = impatient(server.url, {
      judge: (operation) => (operation === 'sendInstantSms' ? [finding] : []),
    })
    await expect(client.instant.sms(SMS)).rejects.toThrow(JudgedError)
    expect(server.seen).toHaveLength(0)
  })
})

describe('a request', () => {
  it.each(['', '.', '..'])('never goes to another operation for the id %j', async (id) => {
    await using server = await serveLocally((_seen, _count, response) => json(response, 200, {}))
    const { client } = impatient(server.url)
    await expect(client.shipments.get(id)).rejects.toThrow(TypeError)
    await expect(client.correspondences.purge(id)).rejects.toThrow(TypeError)
    expect(server.seen).toHaveLength(0)
  })

  it('carries the token that the function gives at that moment, and the language', async () => {
    await using server = await serveLocally((_seen, _count, response) => json(response, 200, {}))
    let count = 0
    const { client } = impatient(server.url, { token: async () => `token-${++count}`, language: 'nn' })
    await client.shipments.get('a/b')
    await client.shipments.get('c')
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer token-1', 'Bearer token-2'])
    expect(server.seen[0]).toMatchObject({
      url: '/notifications/api/v1/future/shipment/a%2Fb',
      headers: { 'accept-language': 'nn' },
    })
  })
})
