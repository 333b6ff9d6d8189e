import { beforeAll, describe, expect, it } from 'vitest'
import { type Answer, as, eventually, tokenFor } from '../support.ts'
import {
  CORRESPONDENCE,
  idsOf,
  initialise,
  initialised,
  LATER,
  markAsRead,
  messageRequest,
  ORGANIZATION,
  OTHER_ORGANIZATION,
  purge,
  READ,
  tokens,
  WRITE,
} from './messages.ts'

let sender: string
let recipient: string
let stranger: string
beforeAll(async () => {
  ;({ sender, recipient, stranger } = await tokens())
})

/** A resource that no other test has. */
const someResource = () => `listing-${crypto.randomUUID()}`

const list = (query: Readonly<Record<string, string>>, token = sender): Promise<Answer> =>
  as(token).ask('GET', `${CORRESPONDENCE}?${new URLSearchParams(query)}`)

const listed = async (query: Readonly<Record<string, string>>, token = sender): Promise<readonly unknown[]> => {
  const { status, json } = await list(query, token)
  expect(status).toBe(200)
  return Array.isArray(json.ids) ? json.ids : []
}

/** The index lags: waits until it gives these ids. */
const lists = (query: Readonly<Record<string, string>>, ids: readonly string[], token = sender) =>
  eventually(
    () => listed(query, token),
    (seen) => JSON.stringify(seen) === JSON.stringify(ids),
  )

const send = (resourceId: string, correspondence: Readonly<Record<string, unknown>> = {}) =>
  initialised(messageRequest({ notification: null, correspondence: { resourceId, ...correspondence } }), sender)

describe('the correspondences of a resource', () => {
  it('are listed for their sender and their recipient, and for no one else', async () => {
    const resourceId = someResource()
    const later = await send(`urn:altinn:resource:${resourceId}`, { requestedPublishTime: LATER })
    const id = await send(resourceId)
    await lists({ resourceId, role: 'Sender' }, [later, id])
    await lists({ resourceId, role: 'Recipient' }, [id], recipient)
    const both = await tokenFor({ org: 'ttd', orgNumber: ORGANIZATION, scope: `${WRITE} ${READ}` })
    expect(await listed({ resourceId: `urn:altinn:resource:${resourceId}` }, both)).toEqual([later, id])
    for (const [role, ids] of [
      ['0', [id]],
      ['1', [later, id]],
      ['2', [later, id]],
    ] as const)
      expect(await listed({ resourceId, role }, both)).toEqual(ids)
    expect(await listed({ RESOURCEID: resourceId, Role: 'sender' })).toEqual([later, id])
    expect(await listed({ resourceId, role: 'Sender' }, stranger)).toEqual([])
    const other = await tokenFor({ org: '', orgNumber: OTHER_ORGANIZATION, scope: READ })
    expect(await listed({ resourceId }, other)).toEqual([])
    expect(await listed({ resourceId: someResource() })).toEqual([])
  })

  it('are found by status, time and reference', async () => {
    const resourceId = someResource()
    const early = await send(resourceId, { requestedPublishTime: '2097-01-01T00:00:00Z', sendersReference: 'early' })
    const late = await send(resourceId, { requestedPublishTime: '2098-01-01T00:00:00Z', sendersReference: 'late' })
    await lists({ resourceId }, [late, early])
    expect(await listed({ resourceId, from: '2097-06-01' })).toEqual([late])
    for (const from of ['06/01/2097', '6/1/2097 12:00:00 AM +00:00', 'Sat, 01 Jun 2097 00:00:00 GMT'])
      expect(await listed({ resourceId, from })).toEqual([late])
    expect(await listed({ resourceId, to: '2097-06-01T00:00:00+02:00' })).toEqual([early])
    expect(await listed({ resourceId, from: '2096-01-01', to: '2099-01-01' })).toEqual([late, early])
    expect(await listed({ resourceId, sendersReference: 'early' })).toEqual([early])
    expect(await listed({ resourceId, status: 'readyforpublish' })).toEqual([late, early])
    expect(await listed({ resourceId, status: '2' })).toEqual([])
    expect(await listed({ resourceId, status: 'Archived' })).toEqual([])
  })

  it('are listed on behalf of the caller itself, and of no one else', async () => {
    const resourceId = someResource()
    const id = await send(resourceId)
    await lists({ resourceId }, [id], recipient)
    for (const onBehalfOf of [
      ORGANIZATION,
      `0192:${ORGANIZATION}`,
      `urn:altinn:organization:identifier-no:${ORGANIZATION}`,
    ])
      expect(await listed({ resourceId, onBehalfOf }, recipient)).toEqual([id])
    const both = await tokenFor({ org: 'ttd', orgNumber: ORGANIZATION, scope: `${WRITE} ${READ}` })
    expect(await listed({ resourceId, ONBEHALFOF: ORGANIZATION }, both)).toEqual([id])
    for (const onBehalfOf of [OTHER_ORGANIZATION, '08900499559']) {
      expect(await listed({ resourceId, onBehalfOf }, recipient)).toEqual([])
      expect(await listed({ resourceId, onBehalfOf }, both)).toEqual([])
    }
  })

  it('follow what happens to them', async () => {
    const resourceId = someResource()
    const id = await send(resourceId)
    await lists({ resourceId, status: 'Published' }, [id])
    await markAsRead(id, recipient)
    await lists({ resourceId, status: 'Read' }, [id])
    await purge(id, recipient)
    await lists({ resourceId }, [])
  })
})

describe('the correspondence of an idempotency key', () => {
  it('is found at once, as after a 409', async () => {
    const idempotentKey = crypto.randomUUID()
    const resourceId = someResource()
    const request = messageRequest({ request: { idempotentKey }, correspondence: { resourceId } })
    const [id = ''] = idsOf(await initialise(request, sender))
    expect((await initialise(request, sender)).status).toBe(409)
    const asked = { resourceId, role: 'Sender', idempotentKey: idempotentKey.toUpperCase() }
    expect(await listed(asked)).toEqual([id])
    expect(await listed({ idempotentKey })).toEqual([id])
    for (const spelt of [`{${idempotentKey}}`, `(${idempotentKey})`, idempotentKey.replaceAll('-', '')])
      expect(await listed({ idempotentKey: spelt })).toEqual([id])
    expect(await listed({ ...asked, resourceId: someResource() })).toEqual([])
    expect(await listed(asked, stranger)).toEqual([])
    expect(await listed({ ...asked, role: 'Recipient' }, recipient)).toEqual([])
    expect(await listed({ ...asked, idempotentKey: crypto.randomUUID() })).toEqual([])
  })
})

describe('a listing', () => {
  it.each([
    ['without a resource', { role: 'Sender' }],
    ['as no one', { resourceId: 'a', role: 'Nobody' }],
    ['of a status that there is not', { resourceId: 'a', status: '14' }],
    ['from no time', { resourceId: 'a', from: 'yesterday' }],
    ['on behalf of no party', { resourceId: 'a', onBehalfOf: '12345678' }],
    ['on behalf of a person by another prefix', { resourceId: 'a', onBehalfOf: '0192:08900499559' }],
    ['of a key that is none', { idempotentKey: 'x' }],
    ['of a reference without end', { resourceId: 'a', sendersReference: 'a'.repeat(5_000) }],
  ])('%s is refused', async (_how, query) => {
    expect((await list(query)).status).toBe(400)
  })

  it('of a time that ends before it begins is refused by its number', async () => {
    const answer = await list({ resourceId: 'a', from: '2026-01-02', to: '2026-01-01' })
    expect([answer.status, answer.json.errorCode]).toEqual([400, 1027])
  })
})
