import { evictDurableObject, reset, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { deriveOrderKey, ledgerName, type OrderKey } from '../../../worker/domain/order-id.ts'
import type { InstantOrder } from '../../../worker/ledger/contract.ts'

const T0 = Date.UTC(2030, 0, 1)
const SECRET = 'Koden er 4242424242'
const DAY_MS = 86_400_000

afterEach(async () => {
  vi.useRealTimers()
  await reset()
})

/** Time as the objects see it: they and this test share one clock. Alarms are rung by hand. */
function at(ms: number): void {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(ms)
}

async function newOrder(changes: Partial<InstantOrder> = {}): Promise<InstantOrder> {
  return {
    orderKey: await deriveOrderKey('instant', 'ttd', crypto.randomUUID()),
    organization: 'ttd',
    fingerprint: '0011223344556677',
    sendersReference: undefined,
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
    destination: '+4799999999',
    simulated: false,
    timeToLiveMs: 60_000,
    content: { channel: 'sms', from: 'Altinn', body: SECRET },
    ...changes,
  }
}

const ledgerFor = ({ orderKey }: { orderKey: OrderKey }) => env.ORDER_LEDGER.getByName(ledgerName('ttd', orderKey))

async function accepted(changes: Partial<InstantOrder> = {}) {
  at(T0)
  const order = await newOrder(changes)
  const ledger = ledgerFor(order)
  expect(await ledger.acceptInstant(order)).toMatchObject({ kind: 'created', attempt: 1 })
  const ring = (ms: number): Promise<boolean> => {
    at(ms)
    return runDurableObjectAlarm(ledger)
  }
  const address = { orderKey: order.orderKey, number: 1, position: 0 }
  return { order, address, ledger, ring }
}

describe('the ledger', () => {
  it('stores an order once, however often it is asked', async () => {
    const { order, ledger } = await accepted()
    const again = await Promise.all([
      ledger.acceptInstant(order),
      ledger.acceptInstant({ ...order, fingerprint: 'ff' }),
    ])
    expect(again).toEqual([
      { kind: 'replayed', sendersReference: undefined, sameRequest: true },
      { kind: 'replayed', sendersReference: undefined, sameRequest: false },
    ])
  })

  it('writes nothing when it is asked for what it does not know', async () => {
    const address = { orderKey: await deriveOrderKey('instant', 'ttd', 'never'), number: 1, position: 0 }
    const ledger = ledgerFor(address)
    expect(await ledger.find(address)).toBeUndefined()
    await ledger.receive(address, 'inbox', { kind: 'delivered', atMs: T0 })
    expect(await ledger.claim([address])).toEqual([{ kind: 'refused', why: 'unknown' }])
    expect(await ledger.deadLetters()).toEqual([])
    await runInDurableObject(ledger, async (_instance, state) => {
      expect(state.storage.sql.exec('SELECT name FROM sqlite_master').toArray()).toEqual([])
      expect(await state.storage.getAlarm()).toBeNull()
    })
  })

  it('erases the text the moment the shipment is final', async () => {
    const { address, ledger } = await accepted()
    const stored = () =>
      runInDurableObject(ledger, (_instance, { storage: { sql } }) =>
        JSON.stringify(['live_messages', 'ended_shipments'].map((name) => sql.exec(`SELECT * FROM ${name}`).toArray())),
      )
    expect(await stored()).toContain('sealed.')
    await ledger.receive(address, 'inbox', { kind: 'delivered', atMs: T0 })
    expect(await stored()).not.toContain('sealed.')
    expect(await ledger.find(address)).toMatchObject({ status: 'SMS_Delivered' })
  })

  it('erases no one before the feed has heard of what has ended, without them', async () => {
    const { address, ledger } = await accepted()
    const recipient = { kind: 'phone', value: '+4799999999' } as const
    const feed = env.STATUS_FEED.getByName('ttd')
    await feed.append({ source: 'another', firstSequence: 1, entries: [undefined] })
    const setVersion = async (change: string) => {
      await runInDurableObject(feed, (_instance, { storage: { sql } }) =>
        sql.exec(`UPDATE schema_version SET version = version ${change}, usable_by = usable_by ${change}`),
      )
      await evictDurableObject(feed)
    }
    await setVersion('+ 9')
    await ledger.receive(address, 'inbox', { kind: 'delivered', atMs: T0 })
    await expect(Promise.resolve(ledger.erase(recipient))).rejects.toThrow('feed')
    await setVersion('- 9')
    await ledger.erase(recipient)
    const told = await feed.read({ seq: 0, pageSize: 500, orderBy: 'Asc' })
    expect(told).toContain('SMS_Delivered')
    expect(told).not.toContain('99999999')
  })

  it('forgets everything after the retention time', async () => {
    const { address, ledger, ring } = await accepted()
    await ledger.receive(address, 'inbox', { kind: 'delivered', atMs: T0 })
    await ring(T0 + 90 * DAY_MS - 1)
    expect(await ledger.find(address)).toBeDefined()
    await ring(T0 + 90 * DAY_MS)
    expect(await ledger.find(address)).toBeUndefined()
    await runInDurableObject(ledger, (_instance, state) => {
      for (const table of ['live_messages', 'live_shipments', 'ended_shipments', 'dead_letters'])
        expect(state.storage.sql.exec(`SELECT * FROM ${table}`).toArray()).toEqual([])
    })
  })

  it('ends an e-mail that nobody reports on after 48 hours and the grace', async () => {
    const content = { channel: 'email', from: 'a@b.no', subject: 's', body: SECRET, contentType: 'Plain' } as const
    const { address, ledger, ring } = await accepted({ content, timeToLiveMs: 2 * DAY_MS })
    const taken = { attempt: 1, provider: 'inbox', outcome: { kind: 'taken' } } as const
    await ledger.report([{ address, told: { ...taken, honoursReferences: true, hasAlternatives: false } }])
    await ring(T0 + 2 * DAY_MS + 999)
    expect(await ledger.find(address)).toMatchObject({ status: 'Email_Succeeded' })
    await ring(T0 + 2 * DAY_MS + 1_000)
    expect(await ledger.find(address)).toMatchObject({ status: 'Email_Failed_TTL' })
  })

  it('ends an SMS that no provider takes, though nothing but its alarm ever rings', async () => {
    const { address, ledger, ring } = await accepted({ destination: '+4799990011' })
    for (let seconds = 10; seconds <= 60; seconds += 10) await ring(T0 + seconds * 1_000)
    await ring(T0 + 70_000)
    expect(await ledger.find(address)).toMatchObject({ status: 'SMS_Failed_TTL' })
  })

  it('keeps an entry of what no worker could handle', async () => {
    const { address, ledger } = await accepted()
    await ledger.giveUp(address, 'consumer-failed')
    await ledger.giveUp(address, 'consumer-failed')
    expect(await ledger.find(address)).toMatchObject({ status: 'SMS_Failed' })
    expect(await ledger.deadLetters()).toMatchObject([{ reason: 'consumer-failed', atMs: T0 }])
  })

  it('keeps its alarm for the earliest wake-up', async () => {
    const { ledger, ring } = await accepted()
    const alarm = () => runInDurableObject(ledger, (_instance, { storage }) => storage.getAlarm())
    const desk = () => env.OPERATOR_DESK.getByName('desk').organizations()
    expect([await alarm(), await desk()]).toEqual([T0 + 5_000, []])
    await expect
      .poll(async () => {
        await ring(T0 + 5_000)
        return alarm()
      })
      .toBe(T0 + 10_000)
    expect(await desk()).toMatchObject([{ organization: 'ttd' }])
  })
})
