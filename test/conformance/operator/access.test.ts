import { describe, expect, it } from 'vitest'
import { send } from '#client'
import { Description } from '../fuzz/description.ts'
import { SCOPE, service, tokenFor } from '../support.ts'
import { OPERATE, OPERATOR, operatorClient } from './support.ts'

describe('the operator’s API', () => {
  it('takes a token with its scope', async () => {
    const answer = await (await operatorClient()).ask('GET', `${OPERATOR}/audit`)
    expect([answer.status, Array.isArray(answer.json.items), 'next' in answer.json]).toEqual([200, true, true])
  })

  it('refuses a sender’s token, and names the scope', async () => {
    const client = service.clientWith(await tokenFor({ org: 'ttd', scope: SCOPE }))
    const answer = await client.ask('GET', `${OPERATOR}/audit`)
    expect([answer.status, answer.json.type]).toEqual([403, 'urn:straks:error:scope-missing'])
    expect(answer.headers.get('www-authenticate')).toContain(OPERATE)
  })

  it('refuses a call without a token', async () => {
    const answer = await service.clientWith('').ask('GET', `${OPERATOR}/audit`)
    expect(answer.status).toBe(401)
  })

  it('does not believe what only Cloudflare Access may say, where that is not set up', async () => {
    const token = await tokenFor({ org: 'desk', scope: OPERATE })
    const answer = await service
      .clientWith('')
      .ask('GET', `${OPERATOR}/audit`, undefined, { authorization: '', 'cf-access-jwt-assertion': token })
    expect(answer.status).toBe(401)
  })

  it('takes no parameter that a route does not have: passed over, it would make the route do more than was asked', async () => {
    const operator = await operatorClient()
    const { operations } = await Description.read((path) => send(path))
    const ours = operations.filter(({ path }) => path.startsWith(OPERATOR))
    expect(ours.length).toBeGreaterThan(10)
    for (const { method, path, requestBody } of ours) {
      const address = path.replace('{provider}', 'none').replace(/\{\w+\}/, crypto.randomUUID())
      const { status } = await operator.ask(method, `${address}?organisation=ttd`, requestBody && {})
      expect(status, `${method} ${path}`).toBe(400)
    }
  })

  it('refuses a cursor that is none, and answers dead addresses with problems', async () => {
    const operator = await operatorClient()
    expect((await operator.ask('GET', `${OPERATOR}/audit?cursor=x`)).status).toBe(400)
    const dead = await operator.ask('GET', `${OPERATOR}/nothing`)
    expect([dead.status, dead.json.type]).toEqual([404, 'urn:straks:error:route-unknown'])
  })
})
