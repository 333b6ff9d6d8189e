import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { send } from '#client'
import { API, getShipment, post, postSms, read, SCOPE, smsRequest, tokenFor } from './support.ts'

const LOCAL_ISSUER = 'urn:straks:local-issuer'

/** A token that only looks like the local issuer's. */
async function forged(claims: Record<string, unknown> = {}): Promise<string> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  await exportJWK(privateKey)
  return new SignJWT({ scope: SCOPE, 'urn:altinn:org': 'ttd', iss: LOCAL_ISSUER, ...claims })
    .setProtectedHeader({ alg: 'ES256' })
    .setExpirationTime('1h')
    .sign(privateKey)
}

const encode = (value: unknown): string =>
  btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

const unsigned = `${encode({ alg: 'none' })}.${encode({ iss: LOCAL_ISSUER, exp: 9_999_999_999, scope: SCOPE, 'urn:altinn:org': 'ttd' })}.`

describe('a token', () => {
  it('is required: without one the answer is 401 and says Bearer', async () => {
    const answer = await read(await send(`${API}/shipment/${crypto.randomUUID()}`))
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toBe('Bearer')
    expect(answer.json).toMatchObject({ status: 401, type: 'urn:straks:error:unauthenticated' })
  })

  it.each([
    ['an unsigned one', () => unsigned],
    ['one of another key', () => forged()],
    ['one of another issuer', () => forged({ iss: 'https://evil.example/' })],
    ['one that has expired', () => tokenFor({ expiresIn: -1 })],
    ['one whose time is up this second', () => tokenFor({ expiresIn: 0 })],
    ['one with another signature', async () => `${(await tokenFor()).slice(0, -4)}AAAA`],
    ['nonsense', () => 'a.b.c'],
    ['nothing', () => ''],
  ])('is refused with 401: %s', async (_what, make) => {
    expect((await postSms(smsRequest(), await make())).status).toBe(401)
  })

  it.each([
    ['of one part', 'abc'],
    ['of two parts', 'abc.def'],
    ['without a signature', unsigned],
    ['with an empty part', 'abc..def'],
  ])('%s is called malformed, not missing', async (_what, token) => {
    const answer = await postSms(smsRequest(), token)
    expect(answer.headers.get('www-authenticate')).toBe('Bearer error="invalid_token", error_description="malformed"')
  })

  it('of another header counts for nothing', async () => {
    const token = await tokenFor()
    const body = JSON.stringify(smsRequest())
    for (const header of [{ platformaccesstoken: token }, { cookie: `AltinnStudioRuntime=${token}` }]) {
      const headers = { 'content-type': 'application/json', ...header }
      const response = await send(`${API}/orders/instant/sms`, { method: 'POST', headers, body })
      expect(response.status).toBe(401)
    }
  })

  it('without the scope gives 403 before the body is read', async () => {
    const answer = await post(`${API}/orders/instant/sms`, 'not json', { token: await tokenFor({ scope: 'other' }) })
    expect(answer.status).toBe(403)
    expect(answer.json).toMatchObject({ type: 'urn:straks:error:scope-missing' })
    expect((await getShipment(crypto.randomUUID(), await tokenFor({ scope: '' }))).status).toBe(403)
  })

  it('with a scope that only begins alike gives 403', async () => {
    expect((await postSms(smsRequest(), await tokenFor({ scope: `${SCOPE}.more` }))).status).toBe(403)
  })

  it('with several scopes is good', async () => {
    expect((await postSms(smsRequest(), await tokenFor({ scope: `a ${SCOPE} b` }))).status).toBe(201)
  })

  it('without an organisation gives 403, after a wrong body gave 400', async () => {
    const token = await tokenFor({ org: '' })
    expect((await postSms({}, token)).status).toBe(400)
    const answer = await postSms(smsRequest(), token)
    expect(answer.status).toBe(403)
    expect(answer.json).toMatchObject({ type: 'urn:straks:error:organization-missing' })
  })
})
