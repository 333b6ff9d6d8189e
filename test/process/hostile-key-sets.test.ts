import { createServer, type ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { remoteIssuer } from '../../worker/auth/issuer-keys.ts'
import { TokenVerifier } from '../../worker/auth/token-verifier.ts'

const ISSUER = 'https://issuer.example/'
const AUDIENCE = 'https://straks.example/'
const NOW_MS = Date.UTC(2031, 0, 1)

/** An issuer's keys are waited for 5 s; a slow machine takes longer to see it. */
const WITHIN_MS = 30_000

const KEY = 'rsa-1'
const { privateKey, publicKey } = await generateKeyPair('RS256')
const jwk = { ...(await exportJWK(publicKey)), kid: KEY, alg: 'RS256' }
const elliptic = { ...(await exportJWK((await generateKeyPair('ES256')).publicKey)), kid: 'elliptic', alg: 'ES256' }
const { alg: _alg, kid: _kid, ...unnamed } = jwk

type Answer = (response: ServerResponse) => void

const says =
  (body: string, status = 200, headers: Readonly<Record<string, string>> = {}): Answer =>
  (response) =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)

const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`

/** Stands for what is too deep to be made and written as an object. */
const DEEP = 'great depth'
const keys = (...all: readonly unknown[]): Answer =>
  says(JSON.stringify({ keys: all }).replace(JSON.stringify(DEEP), deep(20_000)))

/** A key that is not as it should be, beside which the right one counts (RFC 7517 5). */
const ODD: Readonly<Record<string, unknown>> = {
  null: null,
  'a text': 'RSA',
  'a list': [],
  'no kind': { kid: jwk.kid },
  'a kind that is a number': { ...jwk, kty: 7 },
  'an unknown kind': { kty: 'LATTICE', kid: jwk.kid },
  'a shared secret': { kty: 'oct', k: 'c2VjcmV0', kid: jwk.kid, alg: 'HS256' },
  'a key for encryption': { ...jwk, use: 'enc' },
  'the same name and no number': { kty: 'RSA', kid: jwk.kid, alg: 'RS256' },
  'the same name and broken base64': { ...jwk, n: '!!' },
  'the same name and a number that is a list': { ...jwk, n: [jwk.n] },
  'the same name and a tiny number': { ...jwk, n: 'AQAB' },
  'the same name and 1024 bits': { ...jwk, n: jwk.n?.slice(0, 171) },
  'the same name and another key': { ...elliptic, kid: jwk.kid },
  'the same name and a part of its secret': { ...jwk, d: 'AQAB' },
  'operations that are none': { ...jwk, key_ops: 'verify' },
}

/** Answers of which nothing can be learned. */
const UNUSABLE: Readonly<Record<string, Answer>> = {
  'a redirect': says('', 302, { location: '/right' }),
  'a permanent redirect': says('', 308, { location: '/right' }),
  'an error': says('{"keys":[]}', 500),
  'keys with an error': says(JSON.stringify({ keys: [jwk] }), 503),
  'no content': says('', 204),
  'no JSON': says('<html></html>', 200, { 'content-type': 'text/html' }),
  'broken JSON': says('{"keys":[{'),
  'a list': says(JSON.stringify([jwk])),
  null: says('null'),
  'great depth': says(deep(30_000)),
  'keys of great depth': says(`{"keys":${deep(30_000)}}`),
  'keys that are an object': says(JSON.stringify({ keys: { 0: jwk, length: 1 } })),
  'no key': keys(),
  'odd keys alone': keys(null, 'RSA', {}),
  'more than 64 KiB': keys(jwk, { kty: 'RSA', n: 'A'.repeat(65_536) }),
  'much packed small': (response) =>
    void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50_000_000))),
  'a reset': (response) => void response.destroy(),
  'a break': (response) => {
    response.writeHead(200, { 'content-length': '5000' }).write(JSON.stringify({ keys: [jwk] }))
    setTimeout(() => response.destroy(), 50)
  },
  silence: () => undefined,
  drip: (response) => {
    const timer = setInterval(() => response.write(' '), 100)
    response.on('close', () => clearInterval(timer))
  },
}

/** Unusual, and good all the same. */
const USABLE: Readonly<Record<string, Answer>> = {
  'another type of content': says(JSON.stringify({ keys: [jwk] }), 200, { 'content-type': 'text/plain' }),
  'a byte-order mark': says(`\uFEFF${JSON.stringify({ keys: [jwk] })}`),
  'other members': says(JSON.stringify({ keys: [{ ...jwk, x5t: 'AA', custom: { a: 1 } }], other: 1 })),
  'one key twice': keys(jwk, jwk),
  'a member of great depth': keys({ ...jwk, x5c: DEEP }),
  'a hundred keys': keys(...Array.from({ length: 100 }, (_, index) => ({ ...jwk, kid: `old-${index}` })), jwk),
}

let answer: Answer = () => undefined
const server = createServer((request, response) => (request.url === '/right' ? keys(jwk)(response) : answer(response)))
let jwksUrl = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address && typeof address === 'object') jwksUrl = `http://127.0.0.1:${address.port}/keys`
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
})

/** What becomes of a right token, which names its key or none. */
async function verified(given: Answer, kid = KEY): Promise<string> {
  answer = given
  const token = await new SignJWT({ iss: ISSUER, aud: AUDIENCE, scope: 'altinn:serviceowner/notifications.create' })
    .setProtectedHeader({ alg: 'RS256', ...(kid !== '' && { kid }) })
    .setExpirationTime(new Date(NOW_MS + 600_000))
    .sign(privateKey)
  const issuer = remoteIssuer({ issuer: ISSUER, audience: AUDIENCE, jwksUrl })
  const told = await new TokenVerifier([issuer], new Map()).verify(token, NOW_MS)
  return told.ok ? 'believed' : told.failure.reason
}

describe('a set of keys', { timeout: WITHIN_MS }, () => {
  it.each(Object.entries(USABLE))('is believed with %s', async (_what, given) => {
    expect(await verified(given)).toBe('believed')
    expect(await verified(given, '')).toBe('believed')
  })

  it.each(Object.entries(ODD))(
    'is believed for its other keys, whether before or after one with %s',
    async (_, odd) => {
      expect(await verified(keys(odd, jwk))).toBe('believed')
      expect(await verified(keys(jwk, odd))).toBe('believed')
    },
  )

  it('is tried key by key where neither they nor the token have a name', async () => {
    const { kid: _elliptic, ...curve } = elliptic
    const given = keys(curve, { ...unnamed, n: unnamed.n?.slice(0, 171) }, unnamed, unnamed)
    expect(await verified(given, '')).toBe('believed')
  })

  it.each(Object.entries(ODD))('says nothing of a token where all that it has is one with %s', async (_what, odd) => {
    expect(await verified(keys(odd))).not.toBe('believed')
  })

  it.each(Object.entries(UNUSABLE))('is no fault of a token where it comes with %s', async (_what, given) => {
    expect(await verified(given)).toBe('issuer-unavailable')
  })
})
