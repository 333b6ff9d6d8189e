import { beforeAll, describe, expect, it } from 'vitest'
import { send } from '#client'
import { API, post, postSms, read, smsRequest, tokenFor } from './support.ts'

let token: string
beforeAll(async () => {
  token = await tokenFor()
})

const KIBIBYTE = 1_024

describe('the service over HTTP', () => {
  it('says that it is well', async () => {
    const answer = await read(await send('/health'))
    expect([answer.status, answer.json]).toEqual([200, { status: 'ok' }])
  })

  it('answers HEAD as GET without a body', async () => {
    const response = await send('/health', { method: 'HEAD' })
    expect([response.status, await response.text()]).toEqual([200, ''])
  })

  it.each(['/nothing/here', `${API}/orders/instant/fax`, `${API}/shipment`, '/notifications'])(
    'answers 404 with a problem at %s',
    async (path) => {
      const answer = await read(await send(path, { headers: { authorization: `Bearer ${token}` } }))
      expect(answer.status).toBe(404)
      expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
      expect(answer.json).toMatchObject({ status: 404, type: 'urn:straks:error:route-unknown' })
    },
  )

  it.each([
    ['GET', `${API}/orders/instant/sms`, 'POST'],
    ['DELETE', `${API}/shipment/${crypto.randomUUID()}`, 'GET, HEAD'],
    ['PUT', '/health', 'GET, HEAD'],
  ])('answers 405 to %s %s and tells what is allowed', async (method, path, allow) => {
    const answer = await read(await send(path, { method }))
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe(allow)
    expect(answer.json).toMatchObject({ type: 'urn:straks:error:method-not-allowed' })
  })

  it.each(['text/plain', 'application/xml', 'application/jsonp', 'multipart/form-data'])(
    'answers 415 to the content type %s',
    async (type) => {
      const answer = await post(`${API}/orders/instant/sms`, smsRequest(), { token, headers: { 'content-type': type } })
      expect(answer.status).toBe(415)
      expect(answer.json).toMatchObject({ type: 'urn:straks:error:content-type-unsupported' })
    },
  )

  it('takes a content type with a character set, in any case', async () => {
    const headers = { 'content-type': 'Application/JSON; Charset=UTF-8' }
    expect((await post(`${API}/orders/instant/sms`, smsRequest(), { token, headers })).status).toBe(201)
  })

  it('answers 413 to a body over 256 KiB and takes one just below', async () => {
    const request = smsRequest()
    const padded = (kibibytes: number) => JSON.stringify({ ...request, padding: 'x'.repeat(kibibytes * KIBIBYTE) })
    const tooLarge = await post(`${API}/orders/instant/sms`, padded(256), { token })
    expect(tooLarge.status).toBe(413)
    expect(tooLarge.json).toMatchObject({ type: 'urn:straks:error:body-too-large' })
    expect((await post(`${API}/orders/instant/sms`, padded(250), { token })).status).toBe(201)
  })

  /** A body whose length nobody knows before it ends, and how many of its pieces were asked for. */
  function unannounced(pieces: number) {
    const piece = new TextEncoder().encode('x'.repeat(64 * KIBIBYTE))
    const counted = { sent: 0 }
    const body = new ReadableStream({
      pull(controller) {
        counted.sent++
        if (counted.sent > pieces) controller.close()
        else controller.enqueue(piece)
      },
    })
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    return { counted, init: { method: 'POST', body, duplex: 'half', headers } }
  }

  it('answers 413 to a body over 256 KiB whose length was not announced', async () => {
    for (let count = 0; count < 5; count++) {
      const { init } = unannounced(64)
      expect((await send(`${API}/orders/instant/sms`, init)).status).toBe(413)
    }
  })

  it('does not read a body without end for ever', async () => {
    const ENDLESS = 16_000
    const { init, counted } = unannounced(ENDLESS)
    // Whoever is cut off while it writes may see a broken connection, or what a proxy makes of one.
    const status = await send(`${API}/orders/instant/sms`, init).then(
      (response) => response.status,
      () => undefined,
    )
    expect(status).not.toBe(201)
    expect(counted.sent).toBeLessThan(ENDLESS)
  })

  it('continues a trace and starts one where there is none', async () => {
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'
    const headers = { traceparent: `00-${traceId}-00f067aa0ba902b7-01` }
    const continued = await send('/health', { headers })
    expect(continued.headers.get('traceparent')).toMatch(
      new RegExp(`^00-${traceId}-(?!00f067aa0ba902b7)[0-9a-f]{16}-01$`),
    )
    for (const traceparent of [
      'nonsense',
      `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`,
      `ff-${traceId}-00f067aa0ba902b7-01`,
    ]) {
      const started = await send('/health', { headers: { traceparent } })
      expect(started.headers.get('traceparent')).toMatch(/^00-(?!0{32}|4bf92f)[0-9a-f]{32}-[0-9a-f]{16}-00$/)
    }
  })

  it('names the trace in a problem', async () => {
    const answer = await postSms({}, token)
    expect(answer.headers.get('traceparent')).toContain(String(answer.json.traceId))
  })

  it('describes itself as OpenAPI 3.1 with the guides’ examples', async () => {
    const { status, headers, json } = await read(await send('/openapi.json'))
    expect(status).toBe(200)
    expect(headers.get('content-type')).toContain('application/json')
    expect(json.openapi).toMatch(/^3\.1\./)
    expect(Object.keys(Object(json.paths))).toEqual(
      expect.arrayContaining([
        `${API}/orders/instant/sms`,
        `${API}/orders/instant/email`,
        `${API}/orders/instant`,
        `${API}/shipment/{shipmentId}`,
        '/health',
      ]),
    )
    expect(JSON.stringify(json)).toContain('94e9d0f6-7a3d-4a20-b5a7-445fb207f9bb')
  })

  it('has a page for operators, whose data their token gets', async () => {
    const response = await send('/operator')
    const html = await response.text()
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    for (const rule of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"])
      expect(response.headers.get('content-security-policy')).toContain(rule)
    expect(html).toContain('/operator.js')
    expect(html).not.toMatch(/<script>|style=|(?:src|href)="(?!\/)/i)
  })

  it('shows a page about itself that loads nothing from elsewhere', async () => {
    const response = await send('/docs')
    const html = await response.text()
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(html).toContain('/docs/api/instant-messages')
    expect(html).not.toMatch(/(?:src|action)="(?!\/)|<link [^>]*href="(?!\/)|<(?:iframe|object|embed)\b|@import|url\(/i)
  })
})
