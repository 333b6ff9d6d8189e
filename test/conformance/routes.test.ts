import { beforeAll, describe, expect, it } from 'vitest'
import { send } from '#client'
import { details, idsOf, initialise, messageRequest, READ, WRITE } from './correspondence/messages.ts'
import { API, as, getShipment, post, postSms, read, SCOPE, shipmentIdOf, smsRequest, tokenFor } from './support.ts'

let token: string
beforeAll(async () => {
  token = await tokenFor({ org: 'routes', scope: `${WRITE} ${READ} ${SCOPE}` })
})

const authorized = (init: RequestInit = {}): RequestInit => ({
  ...init,
  headers: { authorization: `Bearer ${token}` },
})

/** docs/altinn/notifications.md §1.1 */
const JSON_IN_UTF8 = 'application/json; charset=utf-8'

describe('an answer in JSON', () => {
  it.each<[string, () => Promise<Response>]>([
    ['to a message', () => as(token).request('POST', `${API}/orders/instant/sms`, smsRequest())],
    ['of the feed', () => send(`${API}/shipment/feed?pageSize=1`, authorized())],
    ['to a listing', () => send('/correspondence/api/v1/correspondence?resourceId=example', authorized())],
    ['of the service', () => send('/openapi.json')],
  ])('%s names its character set, as Altinn does', async (_which, ask) => {
    const response = await ask()
    await response.body?.cancel()
    expect([response.ok, response.headers.get('content-type')]).toEqual([true, JSON_IN_UTF8])
  })
})

describe('an address', () => {
  it.each([
    '/Notifications/API/v1/Future/Orders/Instant/SMS',
    '/NOTIFICATIONS/API/V1/FUTURE/ORDERS/INSTANT/SMS',
    '/notifications/api/v1/future/orders/instant/sms/',
    '/notifications/%61pi/v1/future/%6Frders/instant/sms',
  ])('is found as %s', async (path) => {
    expect((await post(path, smsRequest(), { token })).status).toBe(201)
  })

  it.each(['%2D', '%2d'])('may name an id with an escaped hyphen, %s', async (hyphen) => {
    const id = shipmentIdOf(await postSms(smsRequest(), token))
    const answer = await getShipment(id.replaceAll('-', hyphen), token)
    expect([answer.status, answer.json.shipmentId]).toEqual([200, id])
    expect((await getShipment(id.toUpperCase(), token)).status).toBe(200)
  })

  it.each<[string, (id: string) => string]>([
    ['in braces', (id) => `%7B${id}%7D`],
    ['in parentheses', (id) => `(${id})`],
    ['without hyphens', (id) => id.replaceAll('-', '').toUpperCase()],
  ])('may name an id as .NET does, %s', async (_how, spell) => {
    const id = shipmentIdOf(await postSms(smsRequest(), token))
    const answer = await getShipment(spell(id), token)
    expect([answer.status, answer.json.shipmentId]).toEqual([200, id])
    const message = idsOf(await initialise(messageRequest(), token))[0] ?? ''
    const shown = await details(spell(message), token)
    expect([shown.status, shown.json.correspondenceId]).toEqual([200, message])
  })

  it.each([
    '/notifications/api/v1/future%2Forders/instant/sms',
    '/notifications/api/v1/future/shipment/%E0%A4%A',
    '/notifications//api/v1/future/orders',
    `${API}/shipment//`,
  ])('is unknown as %s', async (path) => {
    expect((await send(path, authorized())).status).toBe(404)
  })

  it('tells which methods it takes', async () => {
    const options = await send(`${API}/orders/instant/sms`, { method: 'OPTIONS' })
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'POST'])
    const unknown = await send('/nothing/here', { method: 'OPTIONS' })
    expect(unknown.status).toBe(404)
  })
})

describe('HEAD', () => {
  it('is answered as GET where GET changes nothing', async () => {
    const id = shipmentIdOf(await postSms(smsRequest(), token))
    const head = await send(`${API}/shipment/${id}`, authorized({ method: 'HEAD' }))
    expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([200, JSON_IN_UTF8, ''])
    const missing = await send(`${API}/shipment/${crypto.randomUUID()}`, authorized({ method: 'HEAD' }))
    expect([missing.status, await missing.text()]).toEqual([404, ''])
  })

  it('neither reads nor fetches a correspondence', async () => {
    const [id = ''] = idsOf(await initialise(messageRequest(), token))
    const reader = await tokenFor({ org: 'reader', scope: READ })
    for (const path of ['', '/details', '/content']) {
      const address = `/correspondence/api/v1/correspondence/${id}${path}`
      const head = await send(address, { method: 'HEAD', headers: { authorization: `Bearer ${reader}` } })
      expect([head.status, head.headers.get('allow')], path).toEqual([405, 'GET'])
    }
    const sender = await tokenFor({ org: 'routes', scope: WRITE })
    const history = JSON.stringify((await details(id, sender)).json.statusHistory)
    expect(history).not.toMatch(/Read"|Fetched/)
  })

  it('never sends', async () => {
    const answer = await read(await send(`${API}/orders/instant/sms`, authorized({ method: 'HEAD' })))
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST'])
  })
})
