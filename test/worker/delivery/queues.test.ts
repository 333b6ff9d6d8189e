import { createExecutionContext, createMessageBatch, getQueueResult, reset } from 'cloudflare:test'
import { env, exports } from 'cloudflare:workers'
import { afterEach, describe, expect, it, vi } from 'vitest'
import worker from '../../../worker/development.ts'
import type { ShipmentPlan } from '../../../worker/domain/order.ts'
import { deriveOrderKey, ledgerName, toUuid } from '../../../worker/domain/order-id.ts'

afterEach(async () => {
  vi.restoreAllMocks()
  await reset()
})

const UNAVAILABLE = { attempt: 1, outcome: { kind: 'unavailable' }, stayWith: undefined } as const

async function storedOrder(destination = '+4799999999') {
  const orderKey = await deriveOrderKey('instant', 'ttd', crypto.randomUUID())
  const address = { orderKey, number: 1, position: 0 }
  const ledger = env.ORDER_LEDGER.getByName(ledgerName('ttd', orderKey))
  await ledger.acceptInstant({
    orderKey,
    organization: 'ttd',
    fingerprint: '00',
    sendersReference: undefined,
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
    destination,
    simulated: false,
    timeToLiveMs: 60_000,
    content: { channel: 'sms', from: 'Altinn', body: 'Kode 4242424242' },
  })
  return { address, ledger, job: { organization: 'ttd', reference: toUuid(address) } }
}

async function consume(queue: string, body: unknown, attempts = 1) {
  const batch = createMessageBatch(queue, [{ id: 'm1', timestamp: new Date(), attempts, body }])
  const retry = vi.spyOn(batch.messages[0] ?? { retry: () => undefined }, 'retry')
  const ctx = createExecutionContext()
  await worker.queue(batch, env)
  return { result: await getQueueResult(batch, ctx), retry }
}

describe('the consumer of due attempts', () => {
  it('makes the attempt that its ledger grants', async () => {
    const { address, ledger, job } = await storedOrder()
    await ledger.report(address, 'inbox', UNAVAILABLE)
    expect((await consume('straks-retries', job)).result.explicitAcks).toEqual(['m1'])
    expect(await ledger.find(address)).toMatchObject({ status: 'SMS_Accepted' })
  })

  it('makes none that is held by another worker, and is done with the message', async () => {
    const { address, ledger, job } = await storedOrder()
    expect((await consume('straks-retries', job)).result.explicitAcks).toEqual(['m1'])
    expect(await ledger.find(address)).toMatchObject({ status: 'SMS_Sending' })
  })

  it('does nothing more when a message comes twice', async () => {
    const { address, ledger, job } = await storedOrder()
    await ledger.report(address, 'inbox', UNAVAILABLE)
    await consume('straks-retries', job)
    await consume('straks-retries', job)
    const messages: unknown = await (await exports.default.fetch('http://straks.test/dev/inbox/messages')).json()
    expect(messages).toHaveLength(1)
  })

  it('leaves a message that it cannot handle to the queue', async () => {
    const { retry } = await consume('straks-retries', { organization: 'ttd' })
    expect(retry).toHaveBeenCalledWith({ delaySeconds: 2 })
  })

  it('is not disturbed by a shipment that its ledger has never heard of', async () => {
    const job = {
      organization: 'ttd',
      reference: toUuid({ orderKey: await deriveOrderKey('instant', 'x', 'y'), number: 1 }),
    }
    expect((await consume('straks-retries', job)).result.explicitAcks).toEqual(['m1'])
  })
})

/** A condition that nobody answers: the port of a service that discards what it hears. */
const NOBODY = 'http://127.0.0.1:9/condition'

async function conditionalOrder() {
  const orderKey = await deriveOrderKey('order', 'ttd', crypto.randomUUID())
  const address = { orderKey, number: 1 }
  const ledger = env.ORDER_LEDGER.getByName(ledgerName('ttd', orderKey))
  const shipment: ShipmentPlan = {
    type: 'Notification',
    sendersReference: undefined,
    // An hour ahead, so that no wake-up of its own gets in the way: what is due is decided by who asks.
    dueMs: Date.now() + 3_600_000,
    recipient: { kind: 'email', emailAddress: 'ola@example.com' },
    channel: 'Email',
    smsPolicy: 'Daytime',
    condition: { kind: 'endpoint', url: NOBODY },
    texts: { email: { channel: 'email', from: 'a@b.no', subject: 's', body: 'b', contentType: 'Plain' } },
    keywords: {},
  }
  await ledger.acceptOrder({
    orderKey,
    organization: 'ttd',
    fingerprint: '00',
    sendersReference: undefined,
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
    shipments: [shipment],
  })
  return { address, ledger, job: { organization: 'ttd', shipmentId: toUuid(address) } }
}

describe('the consumer of due orders', () => {
  it('asks a condition that nobody answers once more, and then sends', async () => {
    const { address, ledger, job } = await conditionalOrder()
    expect((await consume('straks-orders', job)).result.explicitAcks).toEqual(['m1'])
    expect(await ledger.find(address)).toMatchObject({ status: 'Order_Registered', deliveries: [] })
    await consume('straks-orders', job)
    expect(await ledger.find(address)).toMatchObject({ deliveries: [{ status: 'Email_Succeeded' }] })
  })

  it('does nothing more when a message comes twice', async () => {
    const { address, ledger, job } = await conditionalOrder()
    for (const _time of [1, 2, 3, 4]) await consume('straks-orders', job)
    expect(await ledger.find(address)).toMatchObject({ deliveries: [{ status: 'Email_Succeeded' }] })
  })

  it('leaves a note of a shipment that nobody could prepare, and the shipment stays due', async () => {
    const { address, ledger, job } = await conditionalOrder()
    await consume('straks-dead-letters', job)
    expect(await ledger.deadLetters()).toMatchObject([{ reason: 'consumer-failed' }])
    expect(await ledger.find(address)).toMatchObject({ status: 'Order_Registered' })
  })
})

describe('the consumer of dead letters', () => {
  it('ends the shipment, and its organisation sees it on the list', async () => {
    const { address, ledger, job } = await storedOrder()
    expect((await consume('straks-dead-letters', job)).result.explicitAcks).toEqual(['m1'])
    expect(await ledger.find(address)).toMatchObject({ status: 'SMS_Failed' })
    const list = async (org: string) => {
      const issued: unknown = await (
        await exports.default.fetch('http://straks.test/dev/token', { method: 'POST', body: JSON.stringify({ org }) })
      ).json()
      const headers = { authorization: `Bearer ${String(Object(issued).access_token)}` }
      return (await exports.default.fetch('http://straks.test/dead-letters', { headers })).json()
    }
    expect(await list('ttd')).toEqual([
      { shipmentId: job.reference, reason: 'consumer-failed', at: expect.stringMatching(/Z$/) },
    ])
    expect(await list('skd')).toEqual([])
  })

  it('is done with a message that names no shipment', async () => {
    expect((await consume('straks-dead-letters', 'nonsense')).result.explicitAcks).toEqual(['m1'])
  })
})
