import { describe, expect, it } from 'vitest'
import { at, keyOf, ledgerWithDue, MAIL, newLedger, place, T0 } from './support/world.ts'

const NOTHING = { claims: [], changes: [] }
const MINUTE_MS = 60_000

describe('a preparation', () => {
  it('whose condition is not met ends the shipment, once', () => {
    const { ledger } = ledgerWithDue()
    for (const nowMs of [T0 + 1, T0 + 2])
      expect(ledger.prepare(place(1), { kind: 'condition-not-met' }, 0, nowMs)).toEqual(NOTHING)
    const ended = { status: 'Order_SendConditionNotMet', lastUpdateMs: T0 + 1, deliveries: [], texts: undefined }
    expect(ledger.find(at(1), T0 + 3)).toMatchObject(ended)
    expect(ledger.ends?.after(0, 10)?.entries).toHaveLength(1)
  })

  it('that met an obstacle waits: a minute for a condition, a growing pause for a register', () => {
    const { ledger } = ledgerWithDue()
    expect(ledger.prepare(place(1), { kind: 'obstacle', obstacle: 'condition-unanswered' }, 0, T0)).toEqual(NOTHING)
    expect(ledger.nextWakeUpMs(T0)).toBe(T0 + MINUTE_MS)
    expect(ledger.dueShipment(place(1))).toMatchObject({ unansweredConditions: 1, failedLookups: 0 })
    const pauses = [0, 1, 2, 3].map((failed) => {
      const nowMs = T0 + 1_000_000 * (failed + 1)
      ledger.prepare(place(1), { kind: 'obstacle', obstacle: 'register-unavailable' }, 0, nowMs)
      expect(ledger.dueShipment(place(1))).toMatchObject({ unansweredConditions: 1, failedLookups: failed + 1 })
      return (ledger.nextWakeUpMs(nowMs) ?? 0) - nowMs
    })
    expect(pauses).toEqual(pauses.toSorted((one, other) => one - other))
    expect(new Set(pauses).size).toBe(pauses.length)
  })

  it('that comes again after its deliveries were made makes no others', () => {
    const { ledger } = ledgerWithDue()
    const found = { kind: 'deliveries', deliveries: [MAIL] } as const
    expect(ledger.prepare(place(1), found, 0, T0).claims).toHaveLength(1)
    expect(ledger.dueShipment(place(1))).toBeUndefined()
    expect(ledger.prepare(place(1), found, 0, T0 + 1)).toEqual(NOTHING)
    expect(ledger.find(at(1), T0 + 1)?.deliveries).toHaveLength(1)
  })

  it('frees its place on the queue: what was handed over is due again when it says', () => {
    const { ledger } = ledgerWithDue()
    expect(ledger.wake(T0).shipments).toHaveLength(1)
    ledger.prepare(place(1), { kind: 'obstacle', obstacle: 'register-unavailable' }, 0, T0)
    const againMs = ledger.nextWakeUpMs(T0) ?? 0
    expect(againMs).toBeLessThan(T0 + 30_000)
    expect(ledger.wake(againMs).shipments).toHaveLength(1)
  })

  it('of what the ledger does not have does nothing', () => {
    const { ledger } = ledgerWithDue()
    expect(ledger.prepare(place(2), { kind: 'deliveries', deliveries: [MAIL] }, 0, T0)).toEqual(NOTHING)
    expect(newLedger().ledger.prepare(place(1), { kind: 'condition-not-met' }, 0, T0)).toEqual(NOTHING)
  })
})

describe('a shipment that no worker could prepare', () => {
  it('is shown to an operator, and waits as for a register that is away', () => {
    const { ledger } = ledgerWithDue()
    ledger.noteDeadShipment(place(1), 'consumer-failed', 0, T0 + 7)
    const letter = { address: { orderKey: keyOf(1), number: 1 }, reason: 'consumer-failed', atMs: T0 + 7 }
    expect(ledger.operated?.deadLetters(10)).toEqual([letter])
    expect(ledger.dueShipment(place(1))).toMatchObject({ failedLookups: 1, unansweredConditions: 0 })
    expect(ledger.nextWakeUpMs(T0)).toBeGreaterThan(T0 + 7)
    ledger.noteDeadShipment(place(1), 'again', 0, T0 + 9)
    expect(ledger.operated?.deadLetters(10)).toEqual([letter])
  })

  it('is not noted where it has been prepared meanwhile, or is unknown', () => {
    const { ledger } = ledgerWithDue()
    ledger.prepare(place(1), { kind: 'deliveries', deliveries: [MAIL] }, 0, T0)
    for (const index of [1, 2]) ledger.noteDeadShipment(place(index), 'consumer-failed', 0, T0)
    expect(ledger.operated?.deadLetters(10)).toEqual([])
  })
})

describe('a delivery that no worker could handle', () => {
  it('ends, is shown to an operator, and a second time changes nothing', () => {
    const { ledger } = ledgerWithDue()
    ledger.prepare(place(1), { kind: 'deliveries', deliveries: [MAIL] }, 0, T0)
    expect(ledger.giveUp(at(1), 'consumer-failed', T0 + 5)).toMatchObject([{ to: 'Email_Failed', organization: 'ttd' }])
    expect(ledger.giveUp(at(1), 'consumer-failed', T0 + 6)).toEqual([])
    expect(ledger.operated?.deadLetters(10)).toMatchObject([{ reason: 'consumer-failed', atMs: T0 + 5 }])
    const { timeline = [] } = ledger.operated?.inspect(at(1), T0 + 9) ?? {}
    expect(timeline).toContainEqual({ atMs: T0 + 5, event: 'given-up', reason: 'consumer-failed' })
  })

  it('is not noted where the ledger does not have it', () => {
    const { ledger } = ledgerWithDue()
    expect(ledger.giveUp(at(2), 'consumer-failed', T0)).toEqual([])
    expect(ledger.operated?.deadLetters(10)).toEqual([])
    expect(newLedger().ledger.giveUp(at(1), 'consumer-failed', T0)).toEqual([])
  })
})
