import { createServer } from 'node:http'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DevServer, startDevServer } from '../support/dev-server.ts'

const AUDIENCE = 'f70ff985a4ef4d35b3a7b7a0b6e1f6f8'
const AUDIT = '/straks/v1/operator/audit'

const keys = await generateKeyPair('RS256', { extractable: true })
const certificates = { keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'team', alg: 'RS256' }] }

/** A team of Cloudflare Access: its keys lie where Access has them. */
const team = createServer((request, response) => {
  if (request.url !== '/cdn-cgi/access/certs') return void response.writeHead(404).end()
  response.setHeader('content-type', 'application/json').end(JSON.stringify(certificates))
})
let teamUrl = ''
let server: DevServer

beforeAll(async () => {
  await new Promise<void>((resolve) => team.listen(0, '127.0.0.1', resolve))
  const address = team.address()
  if (address && typeof address === 'object') teamUrl = `http://127.0.0.1:${address.port}`
  server = await startDevServer({
    vars: { OPERATOR_TOKEN_ISSUERS: JSON.stringify([{ cloudflareAccess: `${teamUrl}/`, audience: AUDIENCE }]) },
  })
})
afterAll(async () => {
  team.closeAllConnections()
  team.close()
  await server.stop()
})

const assertion = (audience: string, issuer = teamUrl): Promise<string> =>
  new SignJWT({ email: 'kari@example.com', type: 'app' })
    .setProtectedHeader({ alg: 'RS256', kid: 'team' })
    .setIssuer(issuer)
    .setSubject('7335d417-61da-459d-899c-0a01c76a2f94')
    .setAudience([audience])
    .setExpirationTime('10m')
    .sign(keys.privateKey)

const ask = async (token: string, path = AUDIT) =>
  fetch(server.url + path, { headers: { 'cf-access-jwt-assertion': token } })

describe('Cloudflare Access before the operator’s API', () => {
  it('lets in whom it has let in', async () => {
    expect((await ask(await assertion(AUDIENCE))).status).toBe(200)
  })

  it.each([
    ['is of another application', () => assertion('another')],
    ['is of another team', () => assertion(AUDIENCE, 'http://127.0.0.1:9')],
    ['is none', async () => 'x.y.z'],
  ])('is not believed where its token %s', async (_what, token) => {
    expect((await ask(await token())).status).toBe(401)
  })

  it('opens nothing to senders’ routes', async () => {
    const token = await assertion(AUDIENCE)
    expect((await ask(token, '/notifications/api/v1/future/shipment/feed')).status).toBe(401)
  })
})
