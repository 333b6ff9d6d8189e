import { reset, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ShipmentPlan } from '../../../worker/domain/order.ts'
import { deriveOrderKey, ledgerName } from '../../../worker/domain/order-id.ts'
import type { NewDelivery } from '../../../worker/domain/preparation.ts'
import type { OrdinaryOrder } from '../../../worker/ledger/contract.ts'

/** A winter's day, nine o'clock in Oslo. */
const OPENING = Date.UTC(2030, 0, 15, 8)
const HOUR_MS = 3_600_000
const SECRET = 'Koden er 4242424242'

afterEach(async () => {
  vi.useRealTimers()
  await reset()
})

/** Time as the objects see it: they and this test share one clock. Alarms are rung by hand. */
function at(ms: number): void {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(ms)
}

const SMS: NewDelivery & { simulated: boolean } = {
  kind: 'send',
  channel: 'sms',
  destination: '+4799999999',
  values: {},
  policy: 'daytime',
  simulated: false,
}

const MAIL: NewDelivery & { simulated: boolean } = {
  kind: 'send',
  channel: 'email',
  destination: 'ola@example.com',
  values: {},
  policy: 'anytime',
  simulated: false,
}

const planDue = (dueMs: number): ShipmentPlan => ({
  type: 'Notification',
  sendersReference: 'ref',
  dueMs,
  recipient: { kind: 'sms', phoneNumber: '+4799999999' },
  channel: 'Sms',
  smsPolicy: 'Daytime',
  condition: undefined,
  texts: {
    email: { channel: 'email', from: 'a@b.no', subject: 's', body: SECRET, contentType: 'Plain' },
    sms: { channel: 'sms', from: 'Altinn', body: SECRET },
  },
  keywords: {},
})

async function accepted(nowMs: number, dueMs = nowMs) {
  at(nowMs)
  const orderKey = await deriveOrderKey('order', 'ttd', crypto.randomUUID())
  const order: OrdinaryOrder = {
    orderKey,
    organization: 'ttd',
    fingerprint: '00',
    sendersReference: 'ref',
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
    shipments: [planDue(dueMs)],
  }
  const ledger = env.ORDER_LEDGER.getByName(ledgerName('ttd', orderKey))
  expect(await ledger.acceptOrder(order)).toEqual({ kind: 'created' })
  const ring = (ms: number): Promise<boolean> => {
    at(ms)
    return runDurableObjectAlarm(ledger)
  }
  const rows = (sql: string) => runInDurableObject(ledger, (_instance, { storage }) => storage.sql.exec(sql).toArray())
  const alarm = () => runInDurableObject(ledger, (_instance, { storage }) => storage.getAlarm())
  /** When it wakes next, once it has told the desk that it is in use: that is its first alarm. */
  const nextAlarm = (ms: number) =>
    expect.poll(async () => {
      await ring(ms)
      return alarm()
    })
  return { ledger, ring, rows, alarm, nextAlarm, address: { orderKey, number: 1 }, order }
}

const delivered = { kind: 'delivered', atMs: 0 } as const

describe('the ledger, of ordinary orders', () => {
  it('wakes for a shipment when it is due', async () => {
    const { ledger, ring, nextAlarm, address } = await accepted(OPENING, OPENING + HOUR_MS)
    await nextAlarm(OPENING + 5_000).toBe(OPENING + HOUR_MS)
    await ring(OPENING + HOUR_MS)
    expect(await ledger.find(address)).toMatchObject({ status: 'Order_Processing' })
  })

  it('grants claims on what may be sent now, and keeps the rest for the send window', async () => {
    const night = OPENING - 6 * HOUR_MS
    const { ledger, ring, address } = await accepted(night)
    await ring(night)
    const claims = await ledger.prepare([{ address, preparation: { kind: 'deliveries', deliveries: [MAIL, SMS] } }])
    expect(claims).toMatchObject([{ channel: 'email', attempt: 1 }])
    expect(await ledger.find(address)).toMatchObject({
      status: 'Order_Processed',
      deliveries: [{ status: 'Email_Sending' }, { status: 'SMS_New', waitsUntilMs: OPENING }],
    })
    const sms = { ...address, position: 1 }
    at(OPENING - 1)
    expect(await ledger.claim([sms])).toEqual([{ kind: 'refused', why: 'closed' }])
    await ring(OPENING)
    expect(await ledger.claim([sms])).toMatchObject([{ attempt: 1 }])
  })

  it('sends nothing by night that could not be sent by day', async () => {
    const closing = OPENING + 8 * HOUR_MS
    const { ledger, address, alarm, nextAlarm } = await accepted(closing - 1_000)
    const [claim] = await ledger.prepare([{ address, preparation: { kind: 'deliveries', deliveries: [SMS] } }])
    at(closing - 100)
    const told = { attempt: claim?.attempt ?? 0, provider: 'inbox', outcome: { kind: 'unavailable' } } as const
    const whole = { ...told, honoursReferences: true, hasAlternatives: false }
    await ledger.report([{ address: { ...address, position: 0 }, told: whole }])
    expect(await alarm()).toBe(closing - 1_000)
    await nextAlarm(closing).toBe(OPENING + 24 * HOUR_MS)
  })

  it('makes the deliveries of a shipment once, however often it is prepared', async () => {
    const { ledger, address } = await accepted(OPENING)
    const preparation = { kind: 'deliveries', deliveries: [MAIL] } as const
    const claims = await Promise.all([
      ledger.prepare([{ address, preparation }]),
      ledger.prepare([{ address, preparation }]),
    ])
    expect(claims.flat()).toHaveLength(1)
    expect(await ledger.find(address)).toMatchObject({ deliveries: [{ attempts: 1 }] })
    expect(await ledger.dueShipments([address])).toEqual([])
  })

  it('completes a shipment with the last of its deliveries, and then erases every text', async () => {
    const { ledger, address, rows } = await accepted(OPENING)
    await ledger.prepare([{ address, preparation: { kind: 'deliveries', deliveries: [MAIL, SMS] } }])
    await ledger.receive({ ...address, position: 0 }, 'inbox', delivered)
    expect(await ledger.find(address)).toMatchObject({ status: 'Order_Processed' })
    await ledger.receive({ ...address, position: 1 }, 'inbox', delivered)
    expect(await ledger.find(address)).toMatchObject({ status: 'Order_Completed' })
    for (const table of ['live_messages', 'live_shipments', 'ended_shipments'])
      expect(JSON.stringify(await rows(`SELECT * FROM ${table}`)), table).not.toContain(SECRET)
  })

  it('completes a shipment that cannot be sent to anybody', async () => {
    const { ledger, address } = await accepted(OPENING)
    const nobody = {
      kind: 'failed',
      channel: 'sms',
      status: 'SMS_Failed_RecipientNotIdentified',
      simulated: false,
    } as const
    expect(await ledger.prepare([{ address, preparation: { kind: 'deliveries', deliveries: [nobody] } }])).toEqual([])
    expect(await ledger.find(address)).toMatchObject({
      status: 'Order_Completed',
      deliveries: [{ destination: '', status: 'SMS_Failed_RecipientNotIdentified' }],
    })
  })

  it('ends a shipment whose condition does not hold', async () => {
    const { ledger, address } = await accepted(OPENING)
    await ledger.prepare([{ address, preparation: { kind: 'condition-not-met' } }])
    expect(await ledger.find(address)).toMatchObject({ status: 'Order_SendConditionNotMet', deliveries: [] })
  })

  it('asks a condition that did not answer once more, after a minute', async () => {
    const { ledger, address, ring } = await accepted(OPENING)
    await ledger.prepare([{ address, preparation: { kind: 'obstacle', obstacle: 'condition-unanswered' } }])
    expect(await ledger.find(address)).toMatchObject({ status: 'Order_Registered' })
    await ring(OPENING + 60_000)
    expect(await ledger.dueShipments([address])).toMatchObject([{ unansweredConditions: 1 }])
  })

  it('ends a shipment that no register could tell the recipient of, after 48 hours', async () => {
    const { ledger, address, ring } = await accepted(OPENING)
    await ledger.prepare([{ address, preparation: { kind: 'obstacle', obstacle: 'register-unavailable' } }])
    await ring(OPENING + 48 * HOUR_MS)
    expect(await ledger.find(address)).toMatchObject({
      status: 'Order_Completed',
      deliveries: [{ status: 'SMS_Failed_TTL', destination: '' }],
    })
  })

  it('takes back what nobody has tried to send, and only that', async () => {
    const night = OPENING - 6 * HOUR_MS
    const whole = await accepted(night, night + HOUR_MS)
    await whole.ledger.withdraw(whole.address)
    expect(await whole.ledger.find(whole.address)).toMatchObject({ status: 'Order_Cancelled' })

    const waiting = await accepted(night)
    await waiting.ledger.prepare([{ address: waiting.address, preparation: { kind: 'deliveries', deliveries: [SMS] } }])
    await waiting.ledger.withdraw(waiting.address)
    expect(await waiting.ledger.find(waiting.address)).toMatchObject({ status: 'Order_Cancelled', deliveries: [] })

    const half = await accepted(night)
    await half.ledger.prepare([{ address: half.address, preparation: { kind: 'deliveries', deliveries: [MAIL, SMS] } }])
    await half.ledger.withdraw(half.address)
    expect(await half.ledger.find(half.address)).toMatchObject({
      status: 'Order_Processed',
      deliveries: [{ channel: 'email' }],
    })
    await half.ledger.receive({ ...half.address, position: 0 }, 'inbox', delivered)
    expect(await half.ledger.find(half.address)).toMatchObject({ status: 'Order_Completed' })
    await half.ledger.withdraw(half.address)
    expect(await half.ledger.find(half.address)).toMatchObject({ status: 'Order_Completed' })
  })

  it('tells the feed of each shipment once, when it is final', async () => {
    const { ledger, address, ring } = await accepted(OPENING)
    await ledger.prepare([{ address, preparation: { kind: 'deliveries', deliveries: [MAIL] } }])
    for (const _time of [1, 2]) await ledger.receive({ ...address, position: 0 }, 'inbox', delivered)
    await ring(OPENING + 5_000)
    const feed: unknown = JSON.parse(
      await env.STATUS_FEED.getByName('ttd').read({ seq: 0, pageSize: 500, orderBy: 'Asc' }),
    )
    expect(feed).toMatchObject([
      {
        sequenceNumber: 1,
        sendersReference: 'ref',
        shipmentType: 'Notification',
        status: 'Order_Completed',
        recipients: [{ destination: 'ola@example.com', status: 'Email_Delivered' }],
      },
    ])
  })

  it('forgets everything its retention time after it was final', async () => {
    const { ledger, address, ring, rows } = await accepted(OPENING)
    await ledger.prepare([{ address, preparation: { kind: 'deliveries', deliveries: [MAIL] } }])
    await ledger.receive({ ...address, position: 0 }, 'inbox', delivered)
    await ring(OPENING + 90 * 24 * HOUR_MS - 1)
    expect(await ledger.find(address)).toBeDefined()
    await ring(OPENING + 90 * 24 * HOUR_MS)
    for (const table of ['live_messages', 'live_shipments', 'ended_shipments', 'dead_letters'])
      expect(await rows(`SELECT * FROM ${table}`), table).toEqual([])
  })

  it('writes nothing when it is asked for what it does not know', async () => {
    const orderKey = await deriveOrderKey('order', 'ttd', 'never')
    const ledger = env.ORDER_LEDGER.getByName(ledgerName('ttd', orderKey))
    const address = { orderKey, number: 1 }
    expect(await ledger.find(address)).toBeUndefined()
    expect(await ledger.dueShipments([address])).toEqual([])
    expect(await ledger.prepare([{ address, preparation: { kind: 'condition-not-met' } }])).toEqual([])
    expect(await ledger.cancel(address, 'order')).toBe('unknown')
    await ledger.withdraw(address)
    await ledger.noteDeadShipment(address, 'consumer-failed')
    expect(await ledger.replay(orderKey, '00')).toBeUndefined()
    await runInDurableObject(ledger, (_instance, { storage }) => {
      expect(storage.sql.exec('SELECT name FROM sqlite_master').toArray()).toEqual([])
    })
  })
})
