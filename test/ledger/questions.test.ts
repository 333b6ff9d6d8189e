import { describe, expect, it } from 'vitest'
import { Ledger } from '../../worker/ledger/ledger.ts'
import { ContentBox } from '../../worker/platform/content-box.ts'
import {
  at,
  instantOrder,
  keyOf,
  ledgerWithDue,
  MAIL,
  newLedger,
  ordinaryOrder,
  place,
  planDue,
  SECRET,
  T0,
  TIMING,
  told,
} from './support/world.ts'

const DAY_MS = 86_400_000

describe('a ledger before its first order', () => {
  it('knows nothing, whatever it is asked', () => {
    const { ledger } = newLedger()
    expect([ledger.organization, ledger.operated, ledger.ends, ledger.nextMessageMs()]).toEqual([
      '',
      undefined,
      undefined,
      undefined,
    ])
    expect(ledger.withReference('ref', 10)).toEqual([])
    expect(ledger.replay(keyOf(1), '00')).toBeUndefined()
    expect(ledger.dueShipment(place(1))).toBeUndefined()
    expect(ledger.bringForward(place(1), T0)).toBe('unknown')
    expect(ledger.report(at(1), told(1, { kind: 'taken' }), 0, T0)).toEqual([])
    expect(ledger.receive(at(1), 'a', { kind: 'delivered', atMs: T0 }, T0)).toEqual({ fate: 'unknown', changes: [] })
    expect(ledger.extendLease(at(1), 1, T0 + 9, T0)).toBeUndefined()
    expect(ledger.wake(T0)).toEqual({ deliveries: [], shipments: [], changes: [], unreadable: [], failures: [] })
  })

  it('is of the organisation of that order, and wakes for its message', () => {
    const { ledger } = newLedger()
    ledger.acceptInstant(instantOrder(1), T0)
    expect([ledger.organization, ledger.ends?.organization]).toEqual(['ttd', 'ttd'])
    expect(ledger.nextMessageMs()).toBe(T0 + 10_000)
  })
})

describe('a replay', () => {
  it('finds an ordinary order by its key, with the references of its shipments, live and ended', () => {
    const { ledger } = newLedger()
    const order = ordinaryOrder(
      1,
      planDue(T0, { sendersReference: 'first' }),
      planDue(T0 + DAY_MS, { sendersReference: 'second', type: 'Reminder' }),
    )
    expect(ledger.acceptOrder(order, T0)).toEqual({ kind: 'created' })
    const replayed = { kind: 'replayed', sameRequest: true, sendersReferences: ['first', 'second'] }
    expect(ledger.acceptOrder(order, T0)).toEqual(replayed)
    ledger.prepare(place(1), { kind: 'condition-not-met' }, 0, T0)
    expect(ledger.acceptOrder(order, T0 + 1)).toEqual(replayed)
    expect(ledger.replay(keyOf(1), 'ff')).toEqual({ ...replayed, sameRequest: false })
    expect(ledger.find({ ...at(1), number: 3 }, T0)).toBeUndefined()
  })

  it('finds an instant message under a key that an ordinary order asks for', () => {
    const { ledger } = newLedger()
    ledger.acceptInstant(instantOrder(1), T0)
    expect(ledger.acceptOrder(ordinaryOrder(1, planDue(T0)), T0)).toEqual({
      kind: 'replayed',
      sameRequest: false,
      sendersReferences: ['ref-1'],
    })
  })
})

describe('a sender’s reference', () => {
  it('finds the newest shipments that have it, under way or ended, and no other', () => {
    const { ledger } = newLedger()
    ledger.acceptInstant(instantOrder(1, { sendersReference: 'mine' }), T0 + 1)
    ledger.acceptOrder(ordinaryOrder(2, planDue(T0, { sendersReference: 'mine' })), T0 + 2)
    ledger.acceptInstant(instantOrder(3, { sendersReference: 'mine' }), T0 + 3)
    ledger.acceptInstant(instantOrder(4, { sendersReference: 'mine too' }), T0 + 4)
    ledger.acceptInstant(instantOrder(5, { sendersReference: undefined }), T0 + 5)
    ledger.receive(at(3), 'a', { kind: 'delivered', atMs: T0 + 6 }, T0 + 6)
    const found = (limit: number) => ledger.withReference('mine', limit).map(({ acceptedAtMs }) => acceptedAtMs - T0)
    expect([found(10), found(2)]).toEqual([
      [3, 2, 1],
      [3, 2],
    ])
    expect(ledger.withReference('mine', 1)).toEqual([
      { address: { orderKey: keyOf(3), number: 1 }, acceptedAtMs: T0 + 3 },
    ])
    expect(ledger.withReference('min', 10)).toEqual([])
  })
})

describe('what is brought forward', () => {
  it('is due at once: an order that waits for its day, and a message that waits for its window', () => {
    const { ledger } = newLedger()
    ledger.acceptOrder(ordinaryOrder(1, planDue(T0 + DAY_MS)), T0)
    expect(ledger.bringForward(place(1), T0 + 1)).toBe('due')
    expect(ledger.find(at(1), T0 + 1)).toMatchObject({ status: 'Order_Processing', dueMs: T0 + 1 })
    expect(ledger.wake(T0 + 1).shipments).toHaveLength(1)
    const nightMs = T0 - 5 * 3_600_000
    const waiting = { ...MAIL, policy: 'daytime' } as const
    ledger.prepare(place(1), { kind: 'deliveries', deliveries: [waiting] }, 0, nightMs)
    expect(ledger.wake(nightMs + 1).deliveries).toEqual([])
    expect(ledger.bringForward(place(1), nightMs + 2)).toBe('due')
    expect(ledger.wake(nightMs + 2).deliveries).toHaveLength(1)
  })

  it('is not what has ended, or is unknown', () => {
    const { ledger } = ledgerWithDue()
    ledger.prepare(place(1), { kind: 'condition-not-met' }, 0, T0)
    expect([ledger.bringForward(place(1), T0), ledger.bringForward(place(2), T0)]).toEqual(['ended', 'unknown'])
  })
})

describe('what a sender sees', () => {
  it('is each text of what is under way, as it was ordered', () => {
    const { ledger } = ledgerWithDue()
    ledger.acceptInstant(instantOrder(2), T0)
    expect(ledger.find(at(1), T0)?.texts).toMatchObject({ email: { body: SECRET } })
    expect(ledger.find(at(2), T0)).toMatchObject({
      type: 'Instant',
      sendersReference: 'ref-2',
      acceptedAtMs: T0,
      dueMs: T0,
      plan: undefined,
      texts: { sms: { body: SECRET } },
      deliveries: [{ channel: 'sms', destination: '+4799999999', attempts: 1, isUncertain: false }],
    })
  })
})

describe('a ledger whose texts are sealed with a key that is gone', () => {
  const otherKey = (): ContentBox => new ContentBox([{ id: 'gone', key: btoa('k'.repeat(32)) }])
  const laterKey = (): ContentBox => new ContentBox([{ id: 'later', key: btoa('l'.repeat(32)) }])

  it('still tells where its messages and orders stand, and takes in what became of them', () => {
    const { sql } = newLedger()
    const before = new Ledger(sql, TIMING, otherKey())
    before.acceptInstant(instantOrder(1), T0)
    before.report(at(1), told(1, { kind: 'taken' }), 0, T0 + 1)
    before.acceptOrder(ordinaryOrder(2, planDue(T0 + DAY_MS)), T0)
    expect(before.find(place(1), T0 + 2)?.texts).toBeDefined()
    const after = new Ledger(sql, TIMING, laterKey())
    expect(after.find(place(1), T0 + 2)).toMatchObject({ texts: undefined, deliveries: [{ status: 'SMS_Accepted' }] })
    expect(after.find(place(2), T0 + 2)).toMatchObject({ texts: undefined, status: 'Order_Registered' })
    expect(after.receive(at(1), 'a', { kind: 'delivered', atMs: T0 + 3 }, T0 + 3).fate).toBe('received')
    expect(after.find(place(1), T0 + 4)?.deliveries).toMatchObject([{ status: 'SMS_Delivered' }])
  })
})
