import { beforeAll, describe, expect, it } from 'vitest'
import { send } from '#client'
import { read } from '../support/api/answer.ts'
import { API, as, smsRequest, tokenFor } from './support.ts'

/** Longer than every limit of a header and of an address, and within what a server lets through to the Worker. */
const LONG = 'a'.repeat(17_000)
const LONG_ADDRESS = 'a'.repeat(8_100)

let token: string
beforeAll(async () => {
  token = await tokenFor()
})

const ask = async (path: string, headers: Readonly<Record<string, string>> = {}) => {
  const response = await send(path, { headers: { authorization: `Bearer ${token}`, ...headers } })
  return { response, ...(await read(response.clone())) }
}

describe('an address', () => {
  it.each([
    ['a path', `${API}/shipment/${LONG_ADDRESS}`],
    ['a query', `${API}/shipment/feed?seq=${'0'.repeat(8_100)}`],
    ['many members', `${API}/shipment/feed?${'a=1&'.repeat(2_100)}`],
    ['an escaped path', `${API}/shipment/${'%61'.repeat(2_800)}`],
    ['no route', `/${LONG_ADDRESS}`],
    ['a route of development', `/dev/register/lookups/organizations/991825827?resource=${LONG_ADDRESS}`],
  ])('that is too long is refused before anything reads it: %s', async (_what, path) => {
    const { status, json } = await ask(path)
    expect([status, json.title]).toEqual([414, 'The address may have 8000 characters at most.'])
    expect(JSON.stringify(json)).not.toContain('aaaa')
  })
})

describe('a header', () => {
  it('that is too long for any token is as good as none', async () => {
    const { status, response } = await ask(`${API}/shipment/feed?seq=0`, { authorization: `Bearer a.${LONG}.a` })
    expect([status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
  })

  it('that is too long for any list of languages names none', async () => {
    const { json } = await ask('/nowhere', { 'accept-language': `nb,${LONG}` })
    expect(json.title).toBe('There is nothing at this address.')
    expect((await ask('/nowhere', { 'accept-language': 'nb' })).json.title).toBe('Det er ingenting på denne adressen.')
  })

  it('that nothing reads changes nothing', async () => {
    const headers = { 'idempotency-id': LONG, traceparent: `00-${LONG}`, 'if-none-match': LONG }
    expect((await ask(`${API}/shipment/feed?seq=0`, headers)).status).toBe(200)
  })

  it('that is too long for a media type names none', async () => {
    const headers = { 'content-type': `application/json; charset=${LONG}` }
    expect((await as(token).ask('POST', `${API}/orders/instant/sms`, smsRequest(), headers)).status).toBe(415)
  })
})

describe('a form', () => {
  it.each([
    ['a long key', `correspondence.${'a'.repeat(5_000)}`],
    ['a key of brackets', '['.repeat(100_000)],
    ['a key of steps', 'a.'.repeat(50_000)],
  ])('with %s is refused', async (_what, key) => {
    const form = new FormData()
    form.append(key, 'x')
    const response = await send('/correspondence/api/v1/correspondence/upload', {
      method: 'POST',
      body: form,
      headers: { authorization: `Bearer ${token}` },
    })
    const { status, json } = await read(response)
    expect(status).toBe(400)
    expect(JSON.stringify(json).length).toBeLessThan(1_000)
  })
})

describe('a route of development', () => {
  const text = (length: number) => 'a'.repeat(length)
  it.each([
    ['POST', '/dev/token', { org: text(300) }],
    ['POST', '/dev/token', { scope: text(5_000) }],
    ['POST', '/dev/token', { org: text(300_000) }],
    ['PUT', '/dev/register/persons/08900499559', { name: text(1_000) }],
    ['PUT', '/dev/register/persons/08900499559', { name: 'a', email: text(1_000) }],
    ['PUT', '/dev/register/organizations/991825827', { name: 'a', emails: Array(1_001).fill('a@b.no') }],
    ['PUT', '/dev/register/organizations/991825827', { name: text(300_000) }],
    ['PUT', '/dev/register/availability', { available: text(300_000) }],
  ])('refuses what is too long: %s %s', async (method, path, body) => {
    const response = await send(path, { method, body: JSON.stringify(body) })
    expect((await read(response)).status).toBe(400)
  })
})
