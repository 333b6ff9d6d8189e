import { describe, expect, it } from 'vitest'
import { type DeliveryAddress, parseReference, parseShipmentId } from '../../worker/domain/order-id.ts'
import { Ledger } from '../../worker/ledger/ledger.ts'
import type { Sql } from '../../worker/platform/sql.ts'
import { openNodeSql } from './support/node-sql.ts'
import { instantOrder, MAIL, ordinaryOrder, planDue, T0, TIMING, told } from './support/world.ts'

const DUE = 400

/** What a job of the queue names. */
const AT_ONCE = 25

const HOUR_MS = 3_600_000

/** A ledger, and how many rows it has read so far. */
function countedLedger() {
  const inner = openNodeSql()
  let rows = 0
  const sql: Sql = {
    ...inner,
    exec: (statement, ...values) => {
      const read = inner.exec<never>(statement, ...values)
      rows += read.length
      return read
    },
  }
  return { ledger: new Ledger(sql, TIMING), rowsRead: () => rows }
}

/** A ledger with many orders that fall due at one moment. */
function storm() {
  const made = countedLedger()
  for (let index = 0; index < DUE; index++) made.ledger.acceptOrder(ordinaryOrder(index, planDue(T0)), T0 - HOUR_MS)
  return made
}

/** Prepares and sends what the ledger hands over, a job at a time, until nothing is due. Gives each shipment's id. */
function workOff(ledger: Ledger, nowMs: number): readonly string[] {
  const handedOver: string[] = []
  const jobs: string[][] = []
  for (;;) {
    if ((ledger.nextWakeUpMs(nowMs) ?? nowMs + 1) <= nowMs) {
      const shipments = [...ledger.wake(nowMs).shipments]
      handedOver.push(...shipments)
      while (shipments.length > 0) jobs.push(shipments.splice(0, AT_ONCE))
    }
    const job = jobs.shift()
    if (!job) return handedOver
    for (const address of job.flatMap((id) => parseShipmentId(id) ?? [])) {
      expect(ledger.dueShipment(address)).toBeDefined()
      const { claims } = ledger.prepare(address, { kind: 'deliveries', deliveries: [MAIL] }, 0, nowMs)
      for (const claim of claims) ledger.report(claim.address, told(claim.attempt, { kind: 'taken' }), 0, nowMs)
      ledger.nextWakeUpMs(nowMs)
    }
  }
}

/** Instant messages, each with an attempt that failed, so that all are due again some seconds later. */
function outage() {
  const made = countedLedger()
  const addresses: DeliveryAddress[] = []
  for (let index = 0; index < DUE; index++) {
    const { orderKey } = instantOrder(index)
    made.ledger.acceptInstant(instantOrder(index), T0)
    addresses.push({ orderKey, number: 1, position: 0 })
  }
  for (const address of addresses) made.ledger.report(address, told(1, { kind: 'unavailable' }), 1, T0)
  return { ...made, dueMs: T0 + 5_000 }
}

describe('many shipments that are due at one moment', () => {
  it('are each handed over once, with few rows read for each, however many there are', () => {
    const { ledger, rowsRead } = storm()
    const before = rowsRead()
    const handedOver = workOff(ledger, T0)
    expect([handedOver.length, new Set(handedOver).size]).toEqual([DUE, DUE])
    expect((rowsRead() - before) / DUE).toBeLessThan(6)
  })

  it('keep one waiting that is brought forward or ordered meanwhile no longer than themselves', () => {
    const { ledger } = storm()
    ledger.acceptOrder(ordinaryOrder(DUE, planDue(T0 + HOUR_MS)), T0)
    expect(ledger.wake(T0).shipments).toHaveLength(100)
    ledger.bringForward({ orderKey: ordinaryOrder(DUE).orderKey, number: 1 }, T0)
    ledger.acceptOrder(ordinaryOrder(DUE + 1, planDue(T0 - HOUR_MS)), T0)
    expect(workOff(ledger, T0)).toHaveLength(DUE + 2 - 100)
  })

  it('are handed over again where the queue loses them', () => {
    const { ledger } = storm()
    const lost = [...ledger.wake(T0).shipments, ...ledger.wake(T0).shipments, ...ledger.wake(T0).shipments]
    expect(lost).toHaveLength(256)
    expect(ledger.wake(T0).shipments).toEqual([])
    expect(ledger.nextWakeUpMs(T0)).toBe(T0 + TIMING.deferMs)
    expect(new Set(workOff(ledger, T0 + 30_000)).size).toBe(DUE)
  })
})

describe('many attempts that are due at one moment', () => {
  it('are each handed over once, and looked at no more while there is no room for them', () => {
    const { ledger, dueMs } = outage()
    const references: string[] = []
    const look = () => references.push(...ledger.wake(dueMs).deliveries)
    for (let looks = 0; looks < DUE / 100; looks++) look()
    expect(references).toHaveLength(256)
    expect(ledger.nextWakeUpMs(dueMs)).toBeGreaterThan(dueMs)
    for (let done = 0; done < references.length; done += AT_ONCE) {
      for (const address of references.slice(done, done + AT_ONCE).flatMap((one) => parseReference(one) ?? [])) {
        expect(ledger.claim(address, dueMs).verdict).toMatchObject({ attempt: 2 })
        ledger.report(address, told(2, { kind: 'taken' }), 0, dueMs)
      }
      if ((ledger.nextWakeUpMs(dueMs) ?? dueMs + 1) <= dueMs) look()
    }
    expect([references.length, new Set(references).size]).toEqual([DUE, DUE])
  })

  it('end in time though there never was room for them', () => {
    const { ledger, dueMs } = outage()
    for (let looks = 0; looks < DUE / 100; looks++) ledger.wake(dueMs)
    const overMs = T0 + instantOrder(0).timeToLiveMs
    const ended = Array.from({ length: DUE / 100 }, () => ledger.wake(overMs).changes).flat()
    expect([ended.length, new Set(ended.map(({ to }) => to))]).toEqual([DUE, new Set(['SMS_Failed_TTL'])])
  })
})
