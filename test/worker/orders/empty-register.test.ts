import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { NOTIFICATIONS_CREATE } from '../../../worker/auth/authenticate.ts'
import { createWorker } from '../../../worker/create-worker.ts'
import { LOCAL_ISSUER, localIssuer, localIssuerKeys } from '../../../worker/development/local-issuer-keys.ts'
import { PARTIES_SCHEMA, PARTIES_TABLE, PartyStore } from '../../../worker/registers/embedded/party-store.ts'

const PERSON = '08900499559'

/** Production as far as an order asks of it, with a database that no other test has parties in. */
const PRODUCTION: Env = Object.assign({}, env, {
  ENVIRONMENT: 'production',
  SMS_PROVIDERS: 'elsewhere',
  EMAIL_PROVIDERS: 'elsewhere',
  PUBLIC_URL: 'https://notifications.example.no',
  CONTENT_KEYS: JSON.stringify([{ id: 'k', key: btoa(String.fromCharCode(...new Uint8Array(32).fill(7))) }]),
  REGISTER_DATABASE: env.CORRESPONDENCE_LISTING,
})

const worker = createWorker({
  issuers: (deployed) => [localIssuerKeys(deployed)],
  providers: () => [{ name: 'elsewhere', honoursReferences: true, send: async () => ({ kind: 'taken' }) }],
})

async function order() {
  const claims = { scope: NOTIFICATIONS_CREATE, 'urn:altinn:org': 'empty-register' }
  const token = await localIssuer(env).sign(LOCAL_ISSUER, claims, 600)
  const recipient = {
    recipientPerson: {
      nationalIdentityNumber: PERSON,
      channelSchema: 'Email',
      emailSettings: { subject: 'Emne', body: 'Tekst' },
    },
  }
  const context = createExecutionContext()
  const request = new Request('https://notifications.example.no/notifications/api/v1/future/orders', {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ idempotencyId: crypto.randomUUID(), recipient }),
  })
  const response = await worker.fetch(request, PRODUCTION, context)
  const answer = { status: response.status, text: await response.text() }
  await waitOnExecutionContext(context)
  return answer
}

it('production calls no recipient unknown while its register was never filled, and says what is wrong', async () => {
  await PRODUCTION.REGISTER_DATABASE.batch(
    [PARTIES_SCHEMA, `DELETE FROM ${PARTIES_TABLE}`].map((sql) => PRODUCTION.REGISTER_DATABASE.prepare(sql)),
  )
  const refused = await order()
  expect(refused.status).toBe(500)
  expect(JSON.parse(refused.text)).toMatchObject({
    type: 'urn:straks:error:misconfigured',
    detail: expect.stringMatching(/REGISTER is embedded, and that register is empty/),
  })
  expect(refused.text).not.toContain(PERSON)
  const store = new PartyStore(PRODUCTION.REGISTER_DATABASE)
  const party = { name: 'Kari', emails: ['kari@example.com'], mobiles: [], reserved: false }
  await store.save('person', '01039012345', party, 'REPLACE')
  expect((await order()).status).toBe(422)
})
