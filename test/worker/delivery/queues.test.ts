import { createExecutionContext, createMessageBatch, getQueueResult, reset } from 'cloudflare:test'
import { env, exports } from 'cloudflare:workers'
import { afterEach, describe, expect, it, vi } from 'vitest'
import worker from '../../../worker/development/index.ts'
import type { AttemptReport } from '../../../worker/domain/attempt.ts'
import type { ShipmentPlan } from '../../../worker/domain/order.ts'
import { deriveOrderKey, ledgerName, toUuid } from '../../../worker/domain/order-id.ts'
import { acceptedMessage } from '../ledger/accepted-message.ts'
import { countingLists } from '../suppressions/counting-lists.ts'

afterEach(async () => {
  vi.restoreAllMocks()
  await reset()
})

/** The inbox took it, and may have reported it delivered by now. */
const TAKEN = expect.stringMatching(/^(?:SMS_Accepted|Email_Succeeded|(?:SMS|Email)_Delivered)$/)

const UNAVAILABLE: AttemptReport = {
  attempt: 1,
  provider: 'inbox',
  outcome: { kind: 'unavailable' },
  honoursReferences: true,
  hasAlternatives: false,
}

async function storedOrder(destination = '+4799999999') {
  const content = { channel: 'sms', from: 'Altinn', body: 'Kode 4242424242' } as const
  const { address, ledger } = await acceptedMessage({ destination, content })
  return { address, ledger, job: { organization: 'ttd', references: [toUuid(address)] } }
}

async function consume(queue: string, body: unknown, attempts = 1, environment: Env = env) {
  const batch = createMessageBatch(queue, [{ id: 'm1', timestamp: new Date(), attempts, body }])
  const retry = vi.spyOn(batch.messages[0] ?? { retry: () => undefined }, 'retry')
  const ctx = createExecutionContext()
  await worker.queue(batch, environment)
  return { result: await getQueueResult(batch, ctx), retry }
}

describe('the consumer of due attempts', () => {
  it('makes the attempt that its ledger grants', async () => {
    const { address, ledger, job } = await storedOrder()
    await ledger.report([{ address, told: UNAVAILABLE }])
    expect((await consume('straks-retries', job)).result.explicitAcks).toEqual(['m1'])
    expect(await ledger.find(address)).toMatchObject({ status: TAKEN })
  })

  it('makes none that is held by another worker, and is done with the message', async () => {
    const { address, ledger, job } = await storedOrder()
    expect((await consume('straks-retries', job)).result.explicitAcks).toEqual(['m1'])
    expect(await ledger.find(address)).toMatchObject({ status: 'SMS_Sending' })
  })

  it('does nothing more when a message comes twice', async () => {
    const { address, ledger, job } = await storedOrder()
    await ledger.report([{ address, told: UNAVAILABLE }])
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
      references: [toUuid({ orderKey: await deriveOrderKey('instant', 'x', 'y'), number: 1 })],
    }
    expect((await consume('straks-retries', job)).result.explicitAcks).toEqual(['m1'])
  })
})

/** A condition that nobody answers: the port of a service that discards what it hears. */
const NOBODY = 'http://127.0.0.1:9/condition'

/** @param slice the first digit of its key, which says which ledger keeps it; left out: any */
async function conditionalOrder(slice = ''): ReturnType<typeof storeOrder> {
  const orderKey = await deriveOrderKey('order', 'ttd', crypto.randomUUID())
  return orderKey.startsWith(slice) ? storeOrder(orderKey) : conditionalOrder(slice)
}

async function storeOrder(orderKey: string) {
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
  return { address, ledger, job: { organization: 'ttd', shipmentIds: [toUuid(address)] } }
}

describe('the consumer of due orders', () => {
  it('asks a condition that nobody answers once more, and then sends', async () => {
    const { address, ledger, job } = await conditionalOrder()
    expect((await consume('straks-orders', job)).result.explicitAcks).toEqual(['m1'])
    expect(await ledger.find(address)).toMatchObject({ status: 'Order_Registered', deliveries: [] })
    await consume('straks-orders', job)
    expect(await ledger.find(address)).toMatchObject({ deliveries: [{ status: TAKEN }] })
  })

  it('does nothing more when a message comes twice', async () => {
    const { address, ledger, job } = await conditionalOrder()
    for (const _time of [1, 2, 3, 4]) await consume('straks-orders', job)
    expect(await ledger.find(address)).toMatchObject({ deliveries: [{ status: TAKEN }] })
  })

  it('asks once which addresses are not mailed, however many orders fall due together', async () => {
    const { counted, asked } = countingLists(env)
    const orders = await Promise.all(Array.from({ length: 10 }, () => conditionalOrder('7')))
    const job = { organization: 'ttd', shipmentIds: orders.flatMap((order) => order.job.shipmentIds) }
    for (const _time of [1, 2]) await consume('straks-orders', job, 1, counted)
    for (const { address, ledger } of orders)
      expect(await ledger.find(address)).toMatchObject({ deliveries: [{ status: TAKEN }] })
    expect(asked).toEqual(['ttd'])
  })

  it('works in another environment, whose queues have names of their own', async () => {
    const { address, ledger, job } = await conditionalOrder()
    for (const _time of [1, 2]) await consume('straks-staging-orders', job)
    expect(await ledger.find(address)).toMatchObject({ deliveries: [{ status: TAKEN }] })
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
      { shipmentId: job.references[0], reason: 'consumer-failed', at: expect.stringMatching(/Z$/) },
    ])
    expect(await list('skd')).toEqual([])
  })

  it('ends nothing where a deployment misspells a setting', async () => {
    const { address, ledger, job } = await storedOrder()
    const batch = createMessageBatch('straks-dead-letters', [
      { id: 'm1', timestamp: new Date(), attempts: 1, body: job },
    ])
    const misspelt = { ...env, RECIEPT_GRACE_SECONDS: '5' }
    await expect(worker.queue(batch, misspelt)).rejects.toThrow('RECIEPT_GRACE_SECONDS')
    expect(await ledger.find(address)).toMatchObject({ status: 'SMS_Sending' })
  })

  it('ends the others of a message where one cannot be ended, and tries the message again', async () => {
    const [one, other] = [await storedOrder(), await storedOrder()]
    const giveUp = async (address: { readonly orderKey: string }, reason: string) => {
      if (address.orderKey === one.address.orderKey) throw new TypeError('A bug')
      await other.ledger.giveUp(other.address, reason)
    }
    const failing = Object.assign({}, env, { ORDER_LEDGER: { getByName: () => ({ giveUp }) } })
    const job = { organization: 'ttd', references: [one, other].map(({ address }) => toUuid(address)) }
    const { retry } = await consume('straks-dead-letters', job, 1, failing)
    expect(retry).toHaveBeenCalledOnce()
    expect(await other.ledger.find(other.address)).toMatchObject({ status: 'SMS_Failed' })
  })

  it('is done with a message that names no shipment', async () => {
    expect((await consume('straks-dead-letters', 'nonsense')).result.explicitAcks).toEqual(['m1'])
  })
})
