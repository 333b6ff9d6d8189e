import { runInDurableObject } from 'cloudflare:test'
import { exports } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { bring, feed, range, someFinished } from '../../feed/support.ts'

// Nothing is reset between these tests, or the issuer would lose its key: each has an organisation of its own, in each try.
const someOrganization = () => `feed-${crypto.randomUUID()}`

const ADDRESS = 'http://straks.test/notifications/api/v1/future/shipment/feed'

async function tokenFor(request: Readonly<Record<string, string>> = {}): Promise<string> {
  const response = await exports.default.fetch('http://straks.test/dev/token', {
    method: 'POST',
    body: JSON.stringify(request),
  })
  return String(Object(await response.json()).access_token)
}

async function get(query: string, token: string | undefined) {
  const headers = { ...(token !== undefined && { authorization: `Bearer ${token}` }) }
  const response = await exports.default.fetch(ADDRESS + query, { headers })
  const json: unknown = await response.json()
  return { status: response.status, type: response.headers.get('content-type'), json }
}

const numbersOf = (json: unknown) =>
  Array.isArray(json) ? json.map((entry) => Object(entry).sequenceNumber) : 'no array'

describe('GET /future/shipment/feed', () => {
  it('answers a bare array, and an empty one where nothing is newer', async () => {
    const org = someOrganization()
    await bring(someFinished(3), { organization: org })
    const token = await tokenFor({ org })
    const all = await get('', token)
    expect([all.status, all.type]).toEqual([200, 'application/json; charset=utf-8'])
    expect(numbersOf(all.json)).toEqual([1, 2, 3])
    expect(await get('?seq=3', token)).toMatchObject({ status: 200, json: [] })
  })

  it('pages by cursor, size and order', async () => {
    const org = someOrganization()
    await bring(someFinished(600), { organization: org })
    const token = await tokenFor({ org })
    expect(numbersOf((await get('?seq=100&pageSize=9999', token)).json)).toEqual(range(101, 600))
    expect(numbersOf((await get('?PageSize=2&OrderBy=desc', token)).json)).toEqual([600, 599])
    expect(numbersOf((await get('?seq=5&pageSize=2&orderBy=1', token)).json)).toEqual([4, 3])
  })

  it('shows an organisation its own shipments only', async () => {
    await bring(someFinished(2), { organization: 'one' })
    expect((await get('', await tokenFor({ org: 'another' }))).json).toEqual([])
  })

  it('refuses a number below 0 in the words that Altinn’s clients know', async () => {
    expect(await get('?seq=-1', await tokenFor())).toMatchObject({
      status: 400,
      type: 'application/problem+json; charset=utf-8',
      json: {
        type: 'https://tools.ietf.org/html/rfc9110#section-15.5.1',
        title: 'One or more validation errors occurred.',
        status: 400,
        errors: { Seq: ['Sequence number cannot be less than 0.'] },
      },
    })
  })

  it('wants a token with the scope, whatever the query says', async () => {
    expect((await get('?seq=-1', undefined)).status).toBe(401)
    expect((await get('?seq=-1', await tokenFor({ scope: 'altinn:other' }))).status).toBe(403)
  })

  it('makes no tables for an organisation that has sent nothing', async () => {
    expect((await get('', await tokenFor({ org: 'silent' }))).json).toEqual([])
    await runInDurableObject(feed('silent'), (_instance, state) => {
      expect(state.storage.sql.exec('SELECT name FROM sqlite_master').toArray()).toEqual([])
    })
  })
})
