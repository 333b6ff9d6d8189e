import { createServer, type Server } from 'node:http'
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Service } from '../support/api/service.ts'
import { type DevServer, startDevServer } from '../support/dev-server.ts'

/** How long an unknown key waits after the last fetch; see worker/auth/issuer-keys.ts. */
const REFETCH_PAUSE_MS = 2_000

const SCOPE = 'altinn:serviceowner/notifications.create'

/** An issuer as Altinn and Maskinporten are: an OpenID configuration and a set of keys, over HTTP. */
class Issuer {
  readonly #keys: JWK[] = []
  readonly #server: Server
  url = ''
  fetches = 0
  isAway = false
  /** Where its keys are. */
  path = 'keys'

  constructor() {
    this.#server = createServer((request, response) => {
      this.fetches++
      if (this.isAway) return void response.writeHead(503).end()
      const isAskedWhere = request.url?.includes('openid-configuration')
      if (!isAskedWhere && request.url !== `/${this.path}`) return void response.writeHead(404).end()
      const answer = isAskedWhere ? { issuer: this.url, jwks_uri: `${this.url}${this.path}` } : { keys: this.#keys }
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
    })
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    const address = this.#server.address()
    if (address && typeof address === 'object') this.url = `http://127.0.0.1:${address.port}/`
  }

  close(): void {
    this.#server.close()
    this.#server.closeAllConnections()
  }

  /** Makes a new key and returns what signs with it. */
  async newKey(kid: string, alg = 'RS256') {
    const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true })
    this.#keys.push({ ...(await exportJWK(publicKey)), kid, alg })
    return (claims: Record<string, unknown>) =>
      new SignJWT({ exp: Math.floor(Date.now() / 1_000) + 600, iss: this.url, ...claims })
        .setProtectedHeader({ alg, kid })
        .sign(privateKey)
  }

  get publicJwk(): JWK {
    return this.#keys[0] ?? {}
  }
}

const altinn = new Issuer()
const maskinporten = new Issuer()
let server: DevServer
let signAltinn: Awaited<ReturnType<Issuer['newKey']>>
let signMaskinporten: Awaited<ReturnType<Issuer['newKey']>>

beforeAll(async () => {
  await altinn.listen()
  await maskinporten.listen()
  signAltinn = await altinn.newKey('altinn-1')
  signMaskinporten = await maskinporten.newKey('maskinporten-1', 'ES256')
  const trusted = [
    altinn.url,
    { issuer: maskinporten.url, jwksUrl: `${maskinporten.url}keys`, audience: 'https://straks.example' },
    'http://127.0.0.1:9/',
  ]
  server = await startDevServer({
    vars: { TOKEN_ISSUERS: JSON.stringify(trusted), ORGANIZATION_CODES: '991825827=digdir' },
  })
})
afterAll(async () => {
  altinn.close()
  maskinporten.close()
  await server.stop()
})

const ask = async (token: string): Promise<number> => (await Service.at(server).clientWith(token).sms()).status

describe('a configured issuer', () => {
  it('is believed through its OpenID configuration: an Altinn token with its own claims', async () => {
    expect(await ask(await signAltinn({ 'urn:altinn:org': 'skd', 'urn:altinn:scope': SCOPE }))).toBe(201)
    expect(await ask(await signAltinn({ 'urn:altinn:org': 'skd', scope: `x ${SCOPE}` }))).toBe(201)
  })

  it('is believed through its key set: a Maskinporten token whose organisation number has a name', async () => {
    const claims = { scope: SCOPE, aud: 'https://straks.example' }
    expect(await ask(await signMaskinporten({ ...claims, consumer: { ID: '0192:991825827' } }))).toBe(201)
    expect(await ask(await signMaskinporten({ ...claims, consumer: { ID: '0192:123456785' } }))).toBe(403)
  })

  it('is held to the audience that is configured for it', async () => {
    const claims = { scope: SCOPE, consumer: { ID: '0192:991825827' } }
    expect(await ask(await signMaskinporten({ ...claims, aud: 'https://another.example' }))).toBe(401)
    expect(await ask(await signMaskinporten(claims))).toBe(401)
  })

  it.each([
    ['is not valid yet', { nbf: Math.floor(Date.now() / 1_000) + 300 }],
    ['has expired', { exp: Math.floor(Date.now() / 1_000) - 1 }],
    ['never expires', { exp: undefined }],
    ['names another issuer', { iss: 'http://127.0.0.1:1/' }],
  ])('is not believed where its token %s', async (_what, claims) => {
    expect(await ask(await signAltinn({ 'urn:altinn:org': 'ttd', scope: SCOPE, ...claims }))).toBe(401)
  })

  it('is not believed where its public key was used as a shared secret', async () => {
    const secret = new TextEncoder().encode(JSON.stringify(altinn.publicJwk))
    const token = await new SignJWT({ iss: altinn.url, scope: SCOPE, 'urn:altinn:org': 'ttd' })
      .setProtectedHeader({ alg: 'HS256', kid: 'altinn-1' })
      .setExpirationTime('1h')
      .sign(secret)
    expect(await ask(token)).toBe(401)
  })

  it('is not believed where another issuer’s key signed', async () => {
    const token = await signMaskinporten({ iss: altinn.url, scope: SCOPE, 'urn:altinn:org': 'ttd' })
    expect(await ask(token)).toBe(401)
  })

  it('is answered 503 where it cannot be reached', async () => {
    expect(await ask(await signAltinn({ iss: 'http://127.0.0.1:9/', scope: SCOPE, 'urn:altinn:org': 'ttd' }))).toBe(503)
  })

  it('may change its key: the unknown one is fetched when its first token comes', async () => {
    const claims = { 'urn:altinn:org': 'ttd', scope: SCOPE }
    expect(await ask(await signAltinn(claims))).toBe(201)
    const signWithNewKey = await altinn.newKey(`altinn-${crypto.randomUUID()}`)
    await new Promise((resolve) => setTimeout(resolve, REFETCH_PAUSE_MS))
    const before = altinn.fetches
    expect(await ask(await signWithNewKey(claims))).toBe(201)
    expect(altinn.fetches).toBe(before + 1)
  })

  it('may move its keys: where they are is asked anew', async () => {
    const claims = { 'urn:altinn:org': 'ttd', scope: SCOPE }
    expect(await ask(await signAltinn(claims))).toBe(201)
    altinn.path = `moved-${crypto.randomUUID()}`
    const signWithNewKey = await altinn.newKey(altinn.path)
    await expect.poll(async () => ask(await signWithNewKey(claims)), { interval: REFETCH_PAUSE_MS }).toBe(201)
  })

  it('has its keys fetched once, and not again for a flood of tokens with unknown keys', async () => {
    const claims = { 'urn:altinn:org': 'ttd', scope: SCOPE }
    await ask(await signAltinn(claims))
    const before = altinn.fetches
    for (let count = 0; count < 5; count++) await ask(await signAltinn({ ...claims, jti: `${count}` }))
    expect(altinn.fetches).toBe(before)
    const rogue = new Issuer()
    rogue.url = altinn.url
    const forge = await rogue.newKey('unknown')
    for (let count = 0; count < 5; count++) expect(await ask(await forge({ ...claims, jti: `${count}` }))).toBe(401)
    expect(altinn.fetches).toBeLessThanOrEqual(before + 1)
  })
})

/** The status and the challenge that a token brings. */
async function refusalOf(token: string) {
  const answer = await fetch(`${server.url}/notifications/api/v1/future/shipment/feed`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const headers = answer.headers
  return [answer.status, headers.get('www-authenticate') ?? headers.get('retry-after')]
}

const invalid = (why: string) => [401, `Bearer error="invalid_token", error_description="${why}"`]

describe('a token that is not accepted', () => {
  it('is told why, in its challenge', async () => {
    const now = Math.floor(Date.now() / 1_000)
    const claims = { 'urn:altinn:org': 'ttd', scope: SCOPE }
    const sign = (more: Record<string, unknown>) => signAltinn({ ...claims, ...more })
    expect(await refusalOf(await sign({ exp: now - 120 }))).toEqual(invalid('expired 2 minutes ago'))
    expect(await refusalOf(await sign({ exp: now - 61 }))).toEqual(invalid('expired 1 minute ago'))
    expect(await refusalOf(await sign({ nbf: now + 300 }))).toEqual(invalid('not valid yet'))
    expect(await refusalOf(await sign({ exp: undefined }))).toEqual(invalid('no time of expiry'))
    expect(await refusalOf(await sign({ iss: 'http://127.0.0.1:1/' }))).toEqual(invalid('unknown issuer'))
    const other = await signMaskinporten({ scope: SCOPE, aud: 'https://another.example' })
    expect(await refusalOf(other)).toEqual(invalid('wrong audience'))
    const right = await sign({})
    expect(await refusalOf(`${right.slice(0, -8)}AAAAAAAA`)).toEqual(invalid('bad signature'))
    expect(await refusalOf('a.b.c')).toEqual(invalid('malformed'))
  })

  it('is told nothing where there is none', async () => {
    const answer = await fetch(`${server.url}/notifications/api/v1/future/shipment/feed`)
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
  })
})

describe('an issuer that is away', () => {
  it('is no fault of its tokens: 503, and one fetch for all that come at once', async () => {
    const late = new Issuer()
    await late.listen()
    const sign = await late.newKey('late-1', 'PS256')
    late.isAway = true
    const trusted = [{ issuer: late.url, jwksUrl: `${late.url}keys` }]
    const another = await startDevServer({ vars: { TOKEN_ISSUERS: JSON.stringify(trusted) } })
    try {
      const token = await sign({ 'urn:altinn:org': 'ttd', scope: SCOPE })
      const client = Service.at(another).clientWith(token)
      const statuses = await Promise.all(Array.from({ length: 20 }, async () => (await client.sms()).status))
      expect(new Set(statuses)).toEqual(new Set([503]))
      expect(late.fetches).toBeLessThanOrEqual(2)
      late.isAway = false
      await expect.poll(async () => (await client.sms()).status).toBe(201)
    } finally {
      late.close()
      await another.stop()
    }
  })
})
