import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { verifyWebhook } from '../../client/index.ts'

const SECRET = `whsec_${Buffer.from('a secret of thirty-two bytes, no').toString('base64')}`
const AT = new Date('2026-12-01T09:00:00Z')
const AT_SECONDS = AT.getTime() / 1_000
const BODY = JSON.stringify({ type: 'shipment.ended', timestamp: AT.toISOString(), data: { sequenceNumber: 7 } })

/** Headers as a sender makes them that knows nothing of this client. */
const headersOf = (body: string, secret = SECRET, at = AT) =>
  new Headers({
    'webhook-id': 'ttd.7',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
    'webhook-signature': new Webhook(secret).sign('ttd.7', at, body),
  })

describe('a delivery', () => {
  it('is taken where it is signed as Standard Webhooks say', async () => {
    const verified = await verifyWebhook(headersOf(BODY), BODY, SECRET, AT_SECONDS + 30)
    expect(verified).toEqual({ ok: true, id: 'ttd.7', event: JSON.parse(BODY) })
  })

  it('is taken where one of two signatures is right, as while a secret is rotated', async () => {
    const headers = headersOf(BODY)
    const wrong = headersOf('another body').get('webhook-signature')
    headers.set('webhook-signature', `${wrong} ${headers.get('webhook-signature')}`)
    expect(await verifyWebhook(headers, BODY, SECRET, AT_SECONDS)).toMatchObject({ ok: true })
  })

  it.each([
    ['its body was changed', headersOf(BODY), `${BODY} `, AT_SECONDS, 'signature-wrong'],
    ['another secret signed it', headersOf(BODY, `whsec_${'A'.repeat(43)}=`), BODY, AT_SECONDS, 'signature-wrong'],
    ['it is old', headersOf(BODY), BODY, AT_SECONDS + 301, 'too-old'],
    ['it is of the future', headersOf(BODY), BODY, AT_SECONDS - 301, 'too-old'],
    ['it has no headers', new Headers(), BODY, AT_SECONDS, 'headers-missing'],
    ['it is no JSON', headersOf('{'), '{', AT_SECONDS, 'body-not-json'],
  ])('is refused where %s', async (_what, headers, body, nowSeconds, reason) => {
    expect(await verifyWebhook(headers, body, SECRET, nowSeconds)).toEqual({ ok: false, reason })
  })

  it.each(['', 'whsec_', 'not base64!', 'whsec_å', 'whsec_AAAAA', 'whsec_AAAA=', 'undefined.'])(
    'is refused where the secret is none: %j',
    async (secret) => {
      expect(await verifyWebhook(headersOf(BODY), BODY, secret, AT_SECONDS)).toEqual({
        ok: false,
        reason: 'secret-malformed',
      })
    },
  )

  it('is refused where the signature is garbage', async () => {
    for (const signature of ['v1,', 'v1,@@@', 'v2,abc', '', ' ', 'v1', 'v1,AAAA', ','.repeat(1_000)]) {
      const headers = headersOf(BODY)
      headers.set('webhook-signature', signature)
      expect((await verifyWebhook(headers, BODY, SECRET, AT_SECONDS)).ok).toBe(false)
    }
  })
})
