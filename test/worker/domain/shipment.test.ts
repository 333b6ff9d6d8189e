import { describe, expect, it } from 'vitest'
import type { Timing } from '../../../worker/domain/delivery.ts'
import {
  awaitsPreparation,
  complete,
  drop,
  isCancellable,
  isFinal,
  postpone,
  process,
  register,
  wake,
  withdraw,
} from '../../../worker/domain/shipment.ts'

const TIMING: Timing = {
  ...{ leaseMs: 10_000, rescueMs: 10_000, deferMs: 1_000, graceMs: 30_000, retentionMs: 1_000_000 },
  smsWindow: { opensAtMinute: 540, closesAtMinute: 1_020, timeZone: 'Europe/Oslo' },
}
const T0 = 1_000_000
const DUE = T0 + 3_600_000
const HOURS_48 = 172_800_000

const registered = () => register(DUE, T0)

describe('a shipment of an order', () => {
  it('asks for nothing before it is due', () => {
    expect(wake(registered(), DUE - 1, TIMING, true)).toEqual({ shipment: registered(), next: 'nothing' })
  })

  it('asks for a worker when it is due, and again when that one is lost', () => {
    const first = wake(registered(), DUE, TIMING, true)
    expect(first).toMatchObject({ shipment: { phase: 'queued', wakeAtMs: DUE + 30_000 }, next: 'prepare' })
    expect(wake(first.shipment, DUE + 30_000, TIMING, true)).toMatchObject({ next: 'prepare' })
  })

  it('looks again in a second when the queue is full', () => {
    const deferred = wake(registered(), DUE, TIMING, false)
    expect(deferred).toMatchObject({ shipment: { phase: 'registered', wakeAtMs: DUE + 1_000 }, next: 'nothing' })
  })

  it('gives a condition that did not answer a minute', () => {
    const postponed = postpone(registered(), 'condition-unanswered', DUE, 500)
    expect(postponed).toMatchObject({ phase: 'registered', wakeAtMs: DUE + 60_000, unansweredConditions: 1 })
  })

  it('waits for a register that did not answer for as long as it is told, and counts', () => {
    const postponed = postpone(registered(), 'register-unavailable', DUE, 500)
    expect(postponed).toMatchObject({ wakeAtMs: DUE + 500, failedLookups: 1, unansweredConditions: 0 })
  })

  it('is given up when 48 hours found no register to tell its recipient', () => {
    const waiting = { ...registered(), wakeAtMs: DUE + HOURS_48 }
    expect(wake(waiting, DUE + HOURS_48 - 1, TIMING, true).next).toBe('nothing')
    expect(wake(waiting, DUE + HOURS_48, TIMING, true).next).toBe('give-up')
  })

  it('leaves its time to its deliveries once it has any', () => {
    const processed = process(registered(), DUE)
    expect(processed.wakeAtMs).toBeUndefined()
    expect(awaitsPreparation(processed)).toBe(false)
    expect(wake(processed, DUE + HOURS_48, TIMING, true).next).toBe('nothing')
  })

  it.each([complete, drop, withdraw])('is forgotten its retention time after it ended (%o)', (end) => {
    const ended = end(registered(), DUE, TIMING)
    expect(isFinal(ended)).toBe(true)
    expect(wake(ended, DUE + 1_000_000 - 1, TIMING, true).next).toBe('nothing')
    expect(wake(ended, DUE + 1_000_000, TIMING, true).next).toBe('forget')
  })

  it('can be cancelled up to five minutes before it is due, and not once a worker has it', () => {
    expect(isCancellable(registered(), DUE - 300_001)).toBe(true)
    expect(isCancellable(registered(), DUE - 300_000)).toBe(false)
    expect(isCancellable({ ...registered(), phase: 'queued' }, T0)).toBe(false)
  })
})
