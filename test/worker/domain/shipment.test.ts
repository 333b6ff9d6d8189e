import { describe, expect, it } from 'vitest'
import {
  awaitsPreparation,
  end,
  isCancellable,
  lastUpdateOf,
  orderStatusOf,
  postpone,
  process,
  register,
  wakeShipment,
} from '../../../worker/domain/shipment.ts'

const T0 = 1_000_000
const DUE = T0 + 3_600_000
const HOURS_48 = 172_800_000

const registered = () => register(DUE, T0)

describe('a shipment of an order', () => {
  it('asks for nothing before it is due, and then for a worker', () => {
    expect(wakeShipment(registered(), DUE - 1)).toBe('nothing')
    expect(wakeShipment(registered(), DUE)).toBe('prepare')
  })

  it('is registered until it is due, and processed from then on', () => {
    expect(orderStatusOf(registered(), DUE - 1)).toBe('Order_Registered')
    expect(lastUpdateOf(registered(), DUE - 1)).toBe(T0)
    expect(orderStatusOf(registered(), DUE)).toBe('Order_Processing')
    expect(lastUpdateOf(registered(), DUE + 5)).toBe(DUE)
  })

  it('gives a condition that did not answer a minute', () => {
    const postponed = postpone(registered(), 'condition-unanswered', { backoffMs: 500 }, DUE)
    expect(postponed.stage).toMatchObject({ phase: 'awaiting', wakeAtMs: DUE + 60_000, unansweredConditions: 1 })
    expect(orderStatusOf(postponed, DUE + 1)).toBe('Order_Registered')
  })

  it('waits for a register that did not answer for as long as it is told, and counts', () => {
    const postponed = postpone(registered(), 'register-unavailable', { backoffMs: 500 }, DUE)
    expect(postponed.stage).toMatchObject({ wakeAtMs: DUE + 500, failedLookups: 1, unansweredConditions: 0 })
  })

  it('is given up when 48 hours found no register to tell its recipient', () => {
    expect(wakeShipment(registered(), DUE + HOURS_48 - 1)).toBe('prepare')
    expect(wakeShipment(registered(), DUE + HOURS_48)).toBe('give-up')
  })

  it('leaves its time to its deliveries once it has any', () => {
    const processed = process(registered(), DUE)
    expect(awaitsPreparation(processed)).toBe(false)
    expect(wakeShipment(processed, DUE + HOURS_48)).toBe('nothing')
  })

  it.each(['completed', 'condition-not-met', 'cancelled'] as const)('asks for nothing once it is %s', (how) => {
    expect(wakeShipment(end(registered(), how, DUE), DUE + HOURS_48)).toBe('nothing')
  })

  it('can be cancelled up to five minutes before it is due, and not once it has ended', () => {
    expect(isCancellable(registered(), DUE - 300_001)).toBe(true)
    expect(isCancellable(registered(), DUE - 300_000)).toBe(false)
    expect(isCancellable(process(registered(), T0), T0)).toBe(false)
  })
})
