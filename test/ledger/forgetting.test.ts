import { describe, expect, it } from 'vitest'
import {
  at,
  instantOrder,
  keyOf,
  MAIL,
  newLedger,
  ordinaryOrder,
  place,
  planDue,
  T0,
  TIMING,
  told,
} from './support/world.ts'

const HOUR_MS = 3_600_000
const DELIVERED = { kind: 'delivered' } as const

describe('what has ended', () => {
  it('is forgotten one by one, each its retention time after its own end', () => {
    const { ledger } = newLedger()
    for (const index of [1, 2, 3]) {
      ledger.acceptInstant(instantOrder(index), T0)
      ledger.report(at(index), told(1, DELIVERED), 0, T0 + index)
    }
    const left = (nowMs: number) => {
      ledger.wake(nowMs)
      return [1, 2, 3].filter((index) => ledger.find(at(index), nowMs) !== undefined)
    }
    const overMs = T0 + TIMING.retentionMs
    expect([0, 1, 2, 3].map((ms) => left(overMs + ms))).toEqual([[1, 2, 3], [2, 3], [3], []])
    expect(ledger.nextWakeUpMs(overMs + 3)).toBeUndefined()
  })

  it('is forgotten together at the full hour, so that a busy ledger is not woken for each', () => {
    const { ledger } = newLedger()
    for (let index = 1; index <= 250; index++) {
      ledger.acceptInstant(instantOrder(index), T0)
      ledger.report(at(index), told(1, DELIVERED), 0, T0 + index * 1_000)
    }
    const wakeUps: number[] = []
    for (let nowMs: number | undefined = T0 + 300_000; ; ) {
      const nextMs = ledger.nextWakeUpMs(nowMs)
      if (nextMs === undefined) break
      wakeUps.push(nextMs)
      nowMs = Math.max(nowMs, nextMs)
      ledger.wake(nowMs)
    }
    const hourMs = Math.ceil((T0 + 1_000 + TIMING.retentionMs) / HOUR_MS) * HOUR_MS
    expect(wakeUps).toEqual([hourMs, hourMs, hourMs])
  })

  it('is forgotten so long after the hour as its ledger has drawn, so that not all are woken in one instant', () => {
    const { ledger } = newLedger({ ...TIMING, erasureDelayMs: 123_456 })
    ledger.acceptInstant(instantOrder(1), T0)
    ledger.report(at(1), told(1, DELIVERED), 0, T0 + 1_000)
    const hourMs = Math.ceil((T0 + 1_000 + TIMING.retentionMs) / HOUR_MS) * HOUR_MS
    expect(ledger.nextWakeUpMs(T0 + 300_000)).toBe(hourMs + 123_456)
  })

  it('is told again under its key in the order of the shipments, whichever of them ended first', () => {
    const { ledger } = newLedger()
    const plans = ['main', 'first reminder', 'second reminder'].map((sendersReference, index) =>
      planDue(T0 + index * 24 * HOUR_MS, { sendersReference }),
    )
    ledger.acceptOrder(ordinaryOrder(1, ...plans), T0)
    ledger.cancel({ orderKey: keyOf(1), number: 3 }, 'shipment', T0)
    const replay = ledger.acceptOrder(ordinaryOrder(1, ...plans), T0 + 1)
    expect(replay).toMatchObject({ sendersReferences: ['main', 'first reminder', 'second reminder'] })
  })
})

describe('what is under way and in memory', () => {
  it('is shown without what was erased of it', () => {
    const { ledger } = newLedger()
    const named = { destination: '+4791111111', sendersReference: 'login-99999999' }
    ledger.acceptInstant(instantOrder(1, named), T0)
    ledger.acceptOrder(ordinaryOrder(2, planDue(T0, { sendersReference: 'letter-99999999' })), T0)
    ledger.prepare(place(2), { kind: 'deliveries', deliveries: [MAIL] }, 0, T0)
    const shown = () => [1, 2].map((index) => ledger.find(at(index), T0)?.sendersReference)
    expect(shown()).toEqual(['login-99999999', 'letter-99999999'])
    for (let cursor: string | undefined; ; ) {
      cursor = ledger.operated?.eraseStep({ kind: 'phone', value: '+4799999999' }, cursor, T0 + 1)?.next
      if (cursor === undefined) break
    }
    for (const reference of shown()) expect(reference).not.toContain('99999999')
    expect(ledger.find(at(1), T0)?.deliveries).toMatchObject([{ destination: '+4791111111', status: 'SMS_Sending' }])
  })

  it('tells when it may be sent only while it waits for that', () => {
    const { ledger } = newLedger()
    const [night, opening] = [T0 - 5 * HOUR_MS, T0 - 2 * HOUR_MS]
    const waits = (index: number) => ledger.find(at(index), opening)?.deliveries.map(({ waitsUntilMs }) => waitsUntilMs)
    for (const [index, policy] of [
      [1, 'daytime'],
      [2, 'anytime'],
    ] as const) {
      ledger.acceptOrder(ordinaryOrder(index, planDue(night)), night)
      ledger.prepare(
        at(index),
        { kind: 'deliveries', deliveries: [MAIL.kind === 'send' ? { ...MAIL, policy } : MAIL] },
        0,
        night,
      )
    }
    expect([waits(1), waits(2)]).toEqual([[opening], [undefined]])
    ledger.claim(at(1), opening)
    ledger.report(at(1), told(1, { kind: 'unavailable' }), 0, opening + 1)
    expect(waits(1)).toEqual([undefined])
  })
})
