import { describe, expect, it } from 'vitest'
import { listIn } from '../support/api/answer.ts'
import type { Client } from '../support/api/client.ts'
import { operatorClient } from './operator/support.ts'
import { as, eventually, smsRequest, tokenFor } from './support.ts'

const WEBHOOKS = '/straks/v1/webhooks'

/** The discard port of this machine, where nothing answers. */
const AWAY = 'http://127.0.0.1:9/straks'

/** A sender whose organisation no other test uses. */
const someSender = async (): Promise<Client> => as(await tokenFor({ org: `hooked-${crypto.randomUUID().slice(0, 8)}` }))

/** A sender with a webhook. */
async function withWebhook() {
  const sender = await someSender()
  const { status, json } = await sender.ask('POST', WEBHOOKS, { url: AWAY })
  expect([status, json.state, json.url]).toEqual([201, 'enabled', AWAY])
  const id = String(json.id)
  return {
    sender,
    id,
    secret: String(json.secret),
    on: (method: string, path = '', body?: unknown) => sender.ask(method, `${WEBHOOKS}/${id}${path}`, body),
  }
}

describe('a webhook', () => {
  it('shows its secret when it is made and when that is rotated, and never else', async () => {
    const { sender, id, secret, on } = await withWebhook()
    expect(secret).toMatch(/^whsec_/)
    const rotated = await on('POST', '/rotate-secret')
    expect([rotated.status, Object.keys(rotated.json)]).toEqual([200, ['secret']])
    expect(rotated.json.secret).not.toBe(secret)
    const shown = [(await on('GET')).json, (await sender.ask('GET', WEBHOOKS)).json]
    expect(shown).toMatchObject([{ id }, { items: [{ id }], next: null }])
    expect(JSON.stringify(shown)).not.toContain('whsec_')
  })

  it('is disabled and enabled by its owner, and moved', async () => {
    const { on } = await withWebhook()
    const disabled = await on('PATCH', '', { state: 'disabled' })
    expect([disabled.status, disabled.json]).toEqual([
      200,
      expect.objectContaining({ state: 'disabled', disabledReason: 'by-owner' }),
    ])
    const moved = await on('PATCH', '', { state: 'enabled', url: `${AWAY}/2` })
    expect(moved.json).toMatchObject({ state: 'enabled', url: `${AWAY}/2` })
    expect(moved.json).not.toHaveProperty('disabledReason')
    expect((await on('PATCH', '', { url: 'http://10.0.0.1/' })).status).toBe(400)
  })

  it('is shown to operators while posts wait for it, and no more once its owner has disabled it', async () => {
    const { sender, id, on } = await withWebhook()
    const operator = await operatorClient()
    const overview = async () => listIn((await operator.ask('GET', '/straks/v1/operator/overview')).json.webhooks)
    const shown = async () => (await overview()).filter((one) => one.id === id)
    await sender.settles(await sender.sendSms(smsRequest()))
    expect(await eventually(shown, ({ length }) => length > 0)).toMatchObject([{ state: 'enabled', waiting: 1 }])
    await on('PATCH', '', { state: 'disabled' })
    expect(await eventually(shown, ({ length }) => length === 0)).toEqual([])
  })

  it('tells of each attempt, of a test and of what is replayed', async () => {
    const { sender, on } = await withWebhook()
    expect((await on('POST', '/test')).status).toBe(202)
    const attempts = async () => listIn((await on('GET', '/attempts')).json.items)
    expect(await eventually(attempts, (items) => items.length > 0)).toMatchObject([{ outcome: 'no-answer' }])
    await sender.settles(await sender.sendSms(smsRequest()))
    const waiting = async () => Number((await on('GET')).json.waiting)
    await eventually(waiting, (count) => count > 0)
    expect((await on('POST', '/replay', { after: 0 })).status).toBe(202)
    expect((await on('POST', '/replay', { after: -1 })).status).toBe(400)
  })

  it('is gone once it is deleted', async () => {
    const { sender, on } = await withWebhook()
    expect((await on('DELETE')).status).toBe(204)
    for (const [method, path] of [
      ['GET', ''],
      ['DELETE', ''],
      ['GET', '/attempts'],
      ['POST', '/test'],
      ['POST', '/rotate-secret'],
    ] as const)
      expect([method, path, (await on(method, path)).status]).toEqual([method, path, 404])
    expect((await sender.ask('GET', WEBHOOKS)).json).toEqual({ items: [], next: null })
  })

  it('is not there for another organisation', async () => {
    const { id } = await withWebhook()
    const stranger = await someSender()
    expect((await stranger.ask('GET', `${WEBHOOKS}/${id}`)).status).toBe(404)
    expect((await stranger.ask('PATCH', `${WEBHOOKS}/${id}`, { state: 'disabled' })).status).toBe(404)
    expect((await stranger.ask('GET', WEBHOOKS)).json).toEqual({ items: [], next: null })
  })
})
