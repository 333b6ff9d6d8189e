import { describe, expect, it } from 'vitest'
import { keyOf, MAIL, newLedger, ordinaryOrder, planDue, T0, told } from './support/world.ts'

const HOUR_MS = 3_600_000
const LEAD_MS = 300_000
const MAIN = { orderKey: keyOf(1), number: 1 }
const REMINDER = { orderKey: keyOf(1), number: 2 }
const LATER = { orderKey: keyOf(1), number: 3 }

/** An order whose message is due in an hour, and its two reminders after two and three. */
function withReminders() {
  const { ledger } = newLedger()
  const reminder = (hours: number) => planDue(T0 + hours * HOUR_MS, { type: 'Reminder' })
  ledger.acceptOrder(ordinaryOrder(1, planDue(T0 + HOUR_MS), reminder(2), reminder(3)), T0)
  const statuses = () => [MAIN, REMINDER, LATER].map((address) => ledger.find(address, T0)?.status)
  return { ledger, statuses }
}

const REGISTERED = 'Order_Registered'
const CANCELLED = 'Order_Cancelled'

describe('a cancellation', () => {
  it('ends a shipment that is due in more than five minutes, and no other of its order', () => {
    const { ledger, statuses } = withReminders()
    expect(ledger.cancel(REMINDER, 'shipment', T0)).toBe('cancelled')
    expect(statuses()).toEqual([REGISTERED, CANCELLED, REGISTERED])
    expect(ledger.find(REMINDER, T0)).toMatchObject({ deliveries: [], lastUpdateMs: T0, texts: undefined })
    expect(ledger.dueShipment(REMINDER)).toBeUndefined()
  })

  it('ends all of an order, and the feed has each end once however often it is asked for', () => {
    const { ledger, statuses } = withReminders()
    for (let time = 0; time < 3; time++) expect(ledger.cancel(MAIN, 'order', T0 + time)).toBe('cancelled')
    expect(statuses()).toEqual([CANCELLED, CANCELLED, CANCELLED])
    expect(ledger.ends?.after(0, 10)?.entries).toHaveLength(3)
    expect(ledger.find(MAIN, T0 + 9)?.lastUpdateMs).toBe(T0)
    expect(ledger.wake(T0 + 4 * HOUR_MS).shipments).toEqual([])
  })

  it('of a shipment leaves the others of its order alone the second time too', () => {
    const { ledger, statuses } = withReminders()
    for (let time = 0; time < 2; time++) ledger.cancel(MAIN, 'shipment', T0)
    expect(statuses()).toEqual([CANCELLED, REGISTERED, REGISTERED])
  })

  it('comes too late in the last five minutes, to the millisecond', () => {
    const { ledger, statuses } = withReminders()
    expect(ledger.cancel(MAIN, 'shipment', T0 + HOUR_MS - LEAD_MS)).toBe('too-late')
    expect(statuses()[0]).toBe(REGISTERED)
    expect(ledger.cancel(MAIN, 'shipment', T0 + HOUR_MS - LEAD_MS - 1)).toBe('cancelled')
  })

  it('ends those of an order that can still be, where its message was cancelled before', () => {
    const { ledger, statuses } = withReminders()
    ledger.cancel(MAIN, 'shipment', T0)
    expect(ledger.cancel(MAIN, 'order', T0 + 2 * HOUR_MS - LEAD_MS)).toBe('cancelled')
    expect(statuses()).toEqual([CANCELLED, REGISTERED, CANCELLED])
  })

  it('of an order is refused once its message is due, and leaves the reminders', () => {
    const { ledger, statuses } = withReminders()
    expect(ledger.cancel(MAIN, 'order', T0 + HOUR_MS)).toBe('too-late')
    expect(statuses()).toEqual([REGISTERED, REGISTERED, REGISTERED])
  })

  it('of what has been sent is refused', () => {
    const { ledger } = withReminders()
    const dueMs = T0 + HOUR_MS
    ledger.prepare(MAIN, { kind: 'deliveries', deliveries: [MAIL] }, 0, dueMs)
    expect(ledger.cancel(MAIN, 'shipment', T0)).toBe('too-late')
    ledger.report({ ...MAIN, position: 0 }, told(1, { kind: 'delivered' }), 0, dueMs)
    expect(ledger.cancel(MAIN, 'shipment', T0)).toBe('too-late')
    expect(ledger.find(MAIN, dueMs)).toMatchObject({ status: 'Order_Completed' })
  })

  it('of an order that the ledger does not have is unknown', () => {
    const { ledger } = withReminders()
    expect(ledger.cancel({ orderKey: keyOf(2), number: 1 }, 'order', T0)).toBe('unknown')
    expect(ledger.cancel({ ...MAIN, number: 4 }, 'shipment', T0)).toBe('unknown')
  })
})
