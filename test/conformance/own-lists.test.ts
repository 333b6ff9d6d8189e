import { describe, expect, it } from 'vitest'
import { send } from '#client'
import { as, SCOPE, tokenFor } from './support.ts'

/** An organisation that has sent nothing. */
const newcomer = async () => as(await tokenFor({ org: `new-${crypto.randomUUID().slice(0, 8)}`, scope: SCOPE }))

describe('what an organisation is told of itself', () => {
  it('has no fences where the settings give it none', async () => {
    const { status, json } = await (await newcomer()).ask('GET', '/straks/v1/fences')
    expect([status, json]).toEqual([200, { items: [], next: null }])
  })

  it('has no dead letters where nothing has failed', async () => {
    const { status, json } = await (await newcomer()).ask('GET', '/dead-letters')
    expect([status, json]).toEqual([200, []])
  })

  it.each(['/straks/v1/fences', '/dead-letters'])('is told at %s to its token only', async (path) => {
    expect((await send(path)).status).toBe(401)
  })
})
