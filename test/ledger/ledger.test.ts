import { describe, expect, it } from 'vitest'
import { parseReference, toUuid } from '../../worker/domain/order-id.ts'
import { Ledger } from '../../worker/ledger/ledger.ts'
import type { SqlRow, SqlValue } from '../../worker/platform/sql.ts'
import {
  at,
  instantOrder,
  keyOf,
  MAIL,
  newLedger,
  ordinaryOrder,
  planDue,
  SECRET,
  T0,
  TIMING,
  told,
} from './support/world.ts'

const UNAVAILABLE = { kind: 'unavailable' } as const
const DAY_MS = 86_400_000

/** A ledger with one order that has fallen due and become one e-mail, whose first attempt is in flight. */
function withMail() {
  const { sql, ledger } = newLedger()
  ledger.acceptOrder(ordinaryOrder(1, planDue(T0)), T0)
  const { claims } = ledger.prepare(at(1), { kind: 'deliveries', deliveries: [MAIL] }, 0, T0)
  expect(claims).toMatchObject([{ attempt: 1, channel: 'email' }])
  return { sql, ledger }
}

describe('a ledger under Node', () => {
  it('answers a replay of a recent message from memory, and one that it has forgotten from its table', () => {
    const { sql, ledger } = newLedger()
    ledger.acceptInstant(instantOrder(1), T0)
    const statements: string[] = []
    const watched = {
      ...sql,
      exec: <Row extends SqlRow>(statement: string, ...values: readonly SqlValue[]) => {
        statements.push(statement)
        return sql.exec<Row>(statement, ...values)
      },
      write: (statement: string, ...values: readonly SqlValue[]) => {
        statements.push(statement)
        return sql.write(statement, ...values)
      },
    }
    const restarted = new Ledger(watched, TIMING)
    const replayed = { kind: 'replayed', sendersReference: 'ref-1', sameRequest: true }
    expect(restarted.acceptInstant(instantOrder(1), T0)).toEqual(replayed)
    restarted.acceptInstant(instantOrder(2), T0)
    statements.length = 0
    expect(restarted.acceptInstant(instantOrder(2), T0)).toMatchObject({ kind: 'replayed', sameRequest: true })
    expect(statements).toEqual([])
  })

  it('takes an instant message from its key to the feed', () => {
    const { ledger } = newLedger()
    expect(ledger.acceptInstant(instantOrder(1), T0)).toEqual({ kind: 'created', attempt: 1, expiresAtMs: T0 + 60_000 })
    expect(ledger.acceptInstant(instantOrder(1), T0)).toMatchObject({ kind: 'replayed', sameRequest: true })
    expect(ledger.nextWakeUpMs(T0)).toBe(T0 + 10_000)
    expect(ledger.report(at(1), told(1, { kind: 'taken' }), 0, T0 + 5)).toMatchObject([{ to: 'SMS_Accepted' }])
    expect(ledger.receive(at(1), 'a', { kind: 'delivered', atMs: T0 + 9 }, T0 + 9)).toMatchObject({
      fate: 'received',
      changes: [{ from: 'SMS_Accepted', to: 'SMS_Delivered' }],
    })
    expect(ledger.find(at(1), T0 + 10)).toMatchObject({ status: 'SMS_Delivered', type: 'Instant', texts: undefined })
    expect(ledger.acceptInstant(instantOrder(1, { fingerprint: 'ff' }), T0 + 10)).toEqual({
      kind: 'replayed',
      sendersReference: 'ref-1',
      sameRequest: false,
    })
    const told1 = ledger.ends?.after(0, 500)
    expect(told1).toMatchObject({ source: '0', firstSequence: 1, entries: [{ atMs: T0 + 9 }], unreadable: [] })
  })

  it('tells a receipt of what has ended, or is unknown, from others', () => {
    const { ledger } = newLedger()
    ledger.acceptInstant(instantOrder(1), T0)
    ledger.report(at(1), told(1, { kind: 'delivered' }), 0, T0 + 5)
    const bounce = { kind: 'failed', status: 'SMS_Failed' } as const
    expect(ledger.receive(at(1), 'a', bounce, T0 + 9)).toEqual({ fate: 'ended-before', changes: [] })
    expect(ledger.receive(at(2), 'a', bounce, T0 + 9)).toEqual({ fate: 'unknown', changes: [] })
  })

  it('counts the lease of a first claim from when it is granted, and the time-to-live from when the message came', () => {
    const { ledger } = newLedger()
    const grantedMs = T0 + 9_000
    const accepted = ledger.acceptInstant(instantOrder(1), T0, undefined, grantedMs)
    expect(accepted).toEqual({ kind: 'created', attempt: 1, expiresAtMs: T0 + 60_000 })
    expect(ledger.claim(at(1), T0 + 10_000).verdict).toEqual({ kind: 'refused', why: 'held' })
    expect(ledger.nextWakeUpMs(grantedMs)).toBe(grantedMs + 10_000)
    expect(ledger.claim(at(1), grantedMs + 10_000).verdict).toMatchObject({ kind: 'claimed', attempt: 2 })
  })

  it('lets the holder of a claim wait longer, and wakes for it no sooner', () => {
    const { ledger } = newLedger()
    ledger.acceptInstant(instantOrder(1), T0)
    expect(ledger.extendLease(at(1), 1, T0 + 25_000, T0 + 3_000)).toBe(T0 + 25_000)
    expect(ledger.nextWakeUpMs(T0)).toBe(T0 + 25_000)
    expect(ledger.claim(at(1), T0 + 24_000).verdict).toEqual({ kind: 'refused', why: 'held' })
    expect(ledger.extendLease(at(1), 2, T0 + 90_000, T0 + 4_000)).toBeUndefined()
    expect(ledger.extendLease(at(9), 1, T0 + 90_000, T0 + 4_000)).toBeUndefined()
    ledger.report(at(1), told(1, { kind: 'delivered' }), 0, T0 + 5)
    expect(ledger.extendLease(at(1), 1, T0 + 90_000, T0 + 6_000)).toBeUndefined()
  })

  it('ends a message at its time, however long its provider asks to be left alone, and grants no attempt after it', () => {
    for (const chance of [0, 0.5, 0.999]) {
      const { ledger } = newLedger()
      ledger.acceptInstant(instantOrder(1), T0)
      const endMs = T0 + 60_000
      let nowMs = T0 + 5
      for (let attempt = 1; attempt < 100 && nowMs < endMs; attempt++) {
        ledger.report(at(1), told(attempt, UNAVAILABLE), chance, nowMs)
        nowMs = ledger.nextWakeUpMs(nowMs) ?? 0
        if (nowMs < endMs) expect(ledger.claim(at(1), nowMs).verdict).toMatchObject({ attempt: attempt + 1 })
      }
      expect(nowMs).toBe(endMs)
      expect(ledger.claim(at(1), endMs).verdict).toEqual({ kind: 'refused', why: 'expired' })
      ledger.wake(endMs)
      expect(ledger.find(at(1), endMs)).toMatchObject({ status: 'SMS_Failed_TTL' })
    }
  })

  it('keeps an e-mail that waits for the day for its own window, and counts its time from the opening', () => {
    const { ledger } = newLedger()
    const night = T0 - 5 * 3_600_000
    const opening = T0 - 2 * 3_600_000
    ledger.acceptOrder(ordinaryOrder(1, planDue(night)), night)
    const waiting = { ...MAIL, policy: 'daytime' } as const
    expect(ledger.prepare(at(1), { kind: 'deliveries', deliveries: [waiting] }, 0, night).claims).toEqual([])
    expect(ledger.find(at(1), night)?.deliveries).toMatchObject([{ status: 'Email_New', waitsUntilMs: opening }])
    expect(ledger.claim(at(1), opening - 1).verdict).toEqual({ kind: 'refused', why: 'closed' })
    const claimed = { attempt: 1, channel: 'email', expiresAtMs: opening + 2 * DAY_MS }
    expect(ledger.claim(at(1), opening).verdict).toMatchObject(claimed)
  })

  it('writes nothing when it is asked for what it does not know', () => {
    const { sql, ledger } = newLedger()
    expect(ledger.find(at(1), T0)).toBeUndefined()
    expect(ledger.claim(at(1), T0).verdict).toEqual({ kind: 'refused', why: 'unknown' })
    expect(ledger.wake(T0)).toMatchObject({ deliveries: [], shipments: [] })
    expect(ledger.nextWakeUpMs(T0)).toBeUndefined()
    expect(ledger.cancel(at(1), 'order', T0)).toBe('unknown')
    ledger.withdraw(at(1), T0)
    ledger.noteDeadShipment(at(1), 'x', 0, T0)
    expect(sql.exec('SELECT name FROM sqlite_master')).toEqual([])
  })

  it('keeps no text of what has ended', () => {
    const { sql, ledger } = withMail()
    const stored = () =>
      JSON.stringify(
        ['live_messages', 'live_shipments', 'ended_shipments'].map((name) => sql.exec(`SELECT * FROM ${name}`)),
      )
    expect(stored()).toContain(SECRET)
    ledger.receive(at(1), 'a', { kind: 'delivered', atMs: T0 }, T0)
    expect(stored()).not.toContain(SECRET)
    expect(ledger.find(at(1), T0)).toMatchObject({ status: 'Order_Completed', plan: { channel: 'Email' } })
  })

  it('wakes for what is due after a restart as if there had been none', () => {
    const { sql, ledger } = newLedger()
    for (let index = 0; index < 50; index++) ledger.acceptInstant(instantOrder(index), T0 + index)
    ledger.report(at(7), told(1, UNAVAILABLE), 0, T0 + 100)
    const restarted = new Ledger(sql, TIMING)
    expect(restarted.nextWakeUpMs(T0)).toBe(ledger.nextWakeUpMs(T0))
    const due = T0 + 10_020
    const references = (one: Ledger) => one.wake(due).deliveries
    expect(references(restarted)).toEqual(references(ledger))
    expect(new Ledger(sql, TIMING).wake(due).deliveries).toHaveLength(21)
  })

  it('hands over no more than workers take, and goes on when they have', () => {
    const { ledger } = newLedger()
    for (let index = 0; index < 400; index++) ledger.acceptInstant(instantOrder(index), T0)
    const due = T0 + 10_000
    const handed = [1, 2, 3, 4].flatMap(() => ledger.wake(due).deliveries)
    expect(handed).toHaveLength(256)
    expect(ledger.wake(due + 500).deliveries).toEqual([])
    for (const reference of handed.slice(0, 10)) {
      const address = parseReference(reference)
      expect(address && ledger.claim(address, due).verdict).toMatchObject({ attempt: 2 })
    }
    expect(ledger.wake(due + 1_000).deliveries).toHaveLength(10)
  })

  it('hands over again what no worker came for', () => {
    const { ledger } = newLedger()
    ledger.acceptInstant(instantOrder(1), T0)
    expect(ledger.wake(T0 + 10_000).deliveries).toHaveLength(1)
    expect(ledger.wake(T0 + 19_999).deliveries).toHaveLength(0)
    expect(ledger.nextWakeUpMs(T0 + 19_999)).toBe(T0 + 20_000)
    expect(ledger.wake(T0 + 20_000).deliveries).toHaveLength(1)
  })

  it('does the same for shipments to be prepared', () => {
    const { ledger } = newLedger()
    ledger.acceptOrder(ordinaryOrder(1, planDue(T0 + 5)), T0)
    expect(ledger.nextWakeUpMs(T0)).toBe(T0 + 5)
    expect(ledger.wake(T0 + 5).shipments).toHaveLength(1)
    expect(ledger.find(at(1), T0 + 5)).toMatchObject({ status: 'Order_Processing' })
    expect(ledger.wake(T0 + 30_004).shipments).toHaveLength(0)
    expect(ledger.wake(T0 + 30_005).shipments).toHaveLength(1)
  })

  it('forgets what ended its retention time ago, and gives its number to no other', () => {
    const { sql, ledger } = newLedger()
    ledger.acceptInstant(instantOrder(1), T0)
    ledger.giveUp(at(1), 'consumer-failed', T0)
    expect(ledger.operated?.deadLetters(10)).toMatchObject([{ reason: 'consumer-failed' }])
    const overMs = T0 + 90 * DAY_MS
    expect(ledger.nextWakeUpMs(T0)).toBe(overMs)
    ledger.wake(overMs - 1)
    expect(ledger.find(at(1), overMs)).toBeDefined()
    ledger.wake(overMs)
    expect(ledger.find(at(1), overMs)).toBeUndefined()
    expect(ledger.operated?.deadLetters(10)).toEqual([])
    expect(new Ledger(sql, TIMING).ends?.latest).toBe(1)
    ledger.acceptInstant(instantOrder(1), overMs)
    ledger.giveUp(at(1), 'consumer-failed', overMs)
    expect(ledger.ends?.after(1, 10)?.firstSequence).toBe(2)
  })

  it('knows its rows again after a step that was undone', () => {
    const { sql, ledger } = newLedger()
    ledger.acceptInstant(instantOrder(1), T0)
    expect(() =>
      sql.transaction(() => {
        ledger.giveUp(at(1), 'x', T0)
        ledger.wake(T0 + 10_000)
        throw new Error('undone')
      }),
    ).toThrow('undone')
    ledger.reload()
    expect(ledger.ends?.latest).toBe(0)
    expect(ledger.nextWakeUpMs(T0)).toBe(T0 + 10_000)
  })
})

describe('a receipt', () => {
  it('says of a message that has ended that it came late, also while others of its shipment are under way', () => {
    const { ledger } = newLedger()
    ledger.acceptOrder(ordinaryOrder(1, planDue(T0)), T0)
    ledger.prepare(at(1), { kind: 'deliveries', deliveries: [MAIL, MAIL] }, 0, T0)
    const second = { ...at(1), position: 1 }
    const receiptFor = (address: typeof second) =>
      ledger.receive(address, 'a', { kind: 'delivered', atMs: T0 + 7 }, T0 + 7).fate
    ledger.report(at(1), told(1, { kind: 'delivered' }), 0, T0 + 5)
    ledger.report(second, told(1, { kind: 'taken' }), 0, T0 + 5)
    expect([at(1), second, second, { ...at(1), position: 2 }].map(receiptFor)).toEqual([
      'ended-before',
      'received',
      'ended-before',
      'ended-before',
    ])
    expect(receiptFor(at(2))).toBe('unknown')
  })
})

describe('a row that cannot be read', () => {
  it('goes to the dead letters, and the others are woken', () => {
    const { sql, ledger } = newLedger()
    for (const index of [1, 2, 3]) ledger.acceptInstant(instantOrder(index), T0)
    ledger.acceptOrder(ordinaryOrder(4, planDue(T0)), T0)
    ledger.acceptOrder(ordinaryOrder(5, planDue(T0)), T0)
    sql.exec("UPDATE live_messages SET state = '{' WHERE order_key = ?", keyOf(1))
    sql.exec("UPDATE live_messages SET state = 'null' WHERE order_key = ?", keyOf(2))
    sql.exec("UPDATE live_shipments SET texts = 'x' WHERE order_key = ?", keyOf(4))
    // What is on disk counts after a start; until then the ledger knows what it wrote.
    ledger.reload()
    const work = ledger.wake(T0 + 10_000)
    expect(work.deliveries).toHaveLength(1)
    expect(work.shipments).toHaveLength(1)
    expect(work.unreadable).toHaveLength(3)
    expect(ledger.operated?.deadLetters(10).map(({ reason }) => reason)).toEqual([
      'unreadable',
      'unreadable',
      'unreadable',
    ])
    expect(ledger.nextWakeUpMs(T0 + 10_000)).toBe(T0 + 20_000)
    expect(ledger.wake(T0 + 90_000).unreadable).toEqual([])
  })

  /** Every part of a row with what it cannot be: no JSON, and JSON of another form. */
  const SPOILT = ['{', 'null', '[]', '""', '{}', 'true', '7', '{"stage":null}'].flatMap((value) => [
    { table: 'live_messages', column: 'state', value },
    { table: 'live_shipments', column: 'facts', value },
    { table: 'live_shipments', column: 'state', value },
    { table: 'ended_shipments', column: 'record', value },
  ])

  it.each(SPOILT)('keeps none of the others from whoever asks: $value for the $column of $table', (spoilt) => {
    const { sql, ledger } = newLedger()
    for (const index of [1, 2, 7, 8]) ledger.acceptInstant(instantOrder(index), T0)
    for (const index of [4, 5]) ledger.acceptOrder(ordinaryOrder(index, planDue(T0)), T0)
    for (const index of [7, 8]) ledger.receive(at(index), 'a', { kind: 'delivered', atMs: T0 }, T0)
    for (const index of [1, 4, 7])
      sql.exec(`UPDATE ${spoilt.table} SET ${spoilt.column} = ? WHERE order_key = ?`, spoilt.value, keyOf(index))
    ledger.reload()
    const atMs = T0 + 10_000
    expect(ledger.wake(atMs).shipments.length).toBeGreaterThan(0)
    expect(ledger.dueShipment(at(5))).toBeDefined()
    expect([4, 5].flatMap((index) => ledger.dueShipment(at(index)) ?? []).length).toBeGreaterThan(0)
    expect(() => ledger.claim(at(1), atMs)).not.toThrow()
    expect(ledger.claim(at(2), atMs).verdict.kind).toBe('claimed')
    for (const index of [1, 4, 7]) {
      ledger.noteDeadShipment(at(index), 'consumer-failed', 0, atMs)
      ledger.giveUp(at(index), 'consumer-failed', atMs)
      expect(() => ledger.operated?.redrive(at(index), atMs)).not.toThrow()
      expect(() => ledger.operated?.inspect(at(index), atMs)).not.toThrow()
      expect(() => ledger.operated?.ofOrder(keyOf(index), atMs)).not.toThrow()
    }
    const seen = new Set<string>()
    for (const state of [undefined, 'dead'] as const)
      for (let cursor: string | undefined; ; ) {
        const step = ledger.operated?.searchStep({ ...(state && { state }) }, cursor, atMs)
        for (const { shipment } of step?.found ?? []) seen.add(shipment.shipmentId)
        cursor = step?.next
        if (cursor === undefined) break
      }
    for (const index of [2, 5, 8]) expect(seen).toContain(toUuid(at(index)))
    expect(ledger.withReference('none', 5)).toEqual([])
    expect(ledger.operated?.gauges(atMs)).toBeDefined()
  })

  it('is told from a bug of ours, which stays in sight', () => {
    const { sql, ledger } = newLedger()
    for (const index of [1, 2]) ledger.acceptInstant(instantOrder(index), T0)
    // A channel that there never was: the row can be read, and no step can be made of it.
    sql.exec("UPDATE live_messages SET state = json_set(state, '$.channel', 'pigeon') WHERE order_key = ?", keyOf(1))
    ledger.reload()
    expect(() => ledger.giveUp(at(1), 'x', T0)).toThrow(TypeError)
    const work = ledger.wake(T0 + 10_000)
    expect(work.unreadable).toEqual([])
    expect(work.failures).toMatchObject([{ shipmentId: toUuid(at(1)), error: expect.any(TypeError) }])
    expect(work.deliveries).toHaveLength(1)
  })

  it('does not keep the feed from what ended after it', () => {
    const { sql, ledger } = newLedger()
    for (const index of [1, 2, 3]) {
      ledger.acceptInstant(instantOrder(index), T0)
      ledger.receive(at(index), 'a', { kind: 'delivered', atMs: T0 }, T0)
    }
    sql.exec("UPDATE ended_shipments SET record = '{}' WHERE sequence = 2")
    const ends = ledger.ends?.after(0, 10)
    expect(ends?.entries.map((entry) => entry !== undefined)).toEqual([true, false, true])
    expect(ends?.unreadable).toEqual([{ orderKey: keyOf(2), number: 1 }])
  })
})

describe('a withdrawal', () => {
  it('takes back what no provider can have, also after an attempt that failed', () => {
    const { ledger } = withMail()
    ledger.report(at(1), told(1, UNAVAILABLE), 0, T0 + 5)
    ledger.withdraw(at(1), T0 + 10)
    expect(ledger.find(at(1), T0 + 10)).toMatchObject({ status: 'Order_Cancelled', deliveries: [] })
    expect(ledger.wake(T0 + DAY_MS).deliveries).toEqual([])
  })

  it('waits for the attempt in flight, and takes back what that one certainly did not send', () => {
    const { ledger } = withMail()
    ledger.withdraw(at(1), T0 + 1)
    expect(ledger.find(at(1), T0 + 2)).toMatchObject({ status: 'Order_Processed' })
    ledger.report(at(1), told(1, UNAVAILABLE), 0, T0 + 5)
    expect(ledger.find(at(1), T0 + 10)).toMatchObject({ status: 'Order_Cancelled', deliveries: [] })
  })

  it('lets what a provider took go on', () => {
    const { ledger } = withMail()
    ledger.withdraw(at(1), T0 + 1)
    ledger.report(at(1), told(1, { kind: 'taken' }), 0, T0 + 5)
    ledger.receive(at(1), 'a', { kind: 'delivered', atMs: T0 + 9 }, T0 + 9)
    expect(ledger.find(at(1), T0 + 10)).toMatchObject({ deliveries: [{ status: 'Email_Delivered' }] })
  })

  it('tries no more what a provider may have taken, and tells so to the end', () => {
    const { ledger } = withMail()
    ledger.report(at(1), told(1, { kind: 'uncertain' }, { honoursReferences: false }), 0, T0 + 5)
    expect(ledger.find(at(1), T0 + 6)).toMatchObject({ deliveries: [{ isUncertain: true }] })
    ledger.withdraw(at(1), T0 + 10)
    expect(ledger.wake(T0 + DAY_MS).deliveries).toEqual([])
    ledger.wake(T0 + 2 * DAY_MS + 30_000)
    expect(ledger.find(at(1), T0 + 3 * DAY_MS)).toMatchObject({
      status: 'Order_Completed',
      deliveries: [{ status: 'Email_Failed_TTL', isUncertain: true }],
    })
  })
})
