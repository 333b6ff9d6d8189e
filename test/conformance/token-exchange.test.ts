import { describe, expect, it } from 'vitest'
import { send } from '#client'
import { API, post, smsRequest, tokenFor } from './support.ts'

const exchange = (provider: string, headers: Record<string, string>) =>
  send(`/authentication/api/v1/exchange/${provider}`, { headers })

/** docs/altinn/notifications.md §1.5. */
describe('the exchange of a token', () => {
  it.each(['maskinporten', 'id-porten', 'Maskinporten?test=true'])(
    'of %s gives one that the API accepts',
    async (provider) => {
      const token = await tokenFor()
      const answer = await exchange(provider, { authorization: `Bearer ${token}` })
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
      const exchanged = (await answer.text()).replaceAll('"', '')
      expect((await post(`${API}/orders/instant/sms`, smsRequest(), { token: exchanged })).status).toBe(201)
    },
  )

  it('refuses a token that is not valid, and none', async () => {
    expect((await exchange('maskinporten', { authorization: 'Bearer a.b.c' })).status).toBe(401)
    expect((await exchange('maskinporten', {})).status).toBe(401)
    expect((await exchange('elsewhere', {})).status).toBe(404)
  })
})
