import { describe, expect, it } from 'vitest'
import type { NamedRecipient } from '../../worker/domain/erasure.ts'
import type { ShipmentPlan } from '../../worker/domain/order.ts'
import type { PreparedDelivery } from '../../worker/ledger/contract.ts'
import { newLedger, ordinaryOrder, place, planDue, T0, told } from './support/world.ts'

const OLA = '08895699684'
const KARI = '17912099997'
const SHARED = { ignoreReservation: undefined, resourceId: undefined, resourceAction: undefined }

const mailTo = (recipient: number, destination: string): PreparedDelivery => ({
  kind: 'send',
  channel: 'email',
  destination,
  values: {},
  policy: 'anytime',
  simulated: false,
  recipient,
})

/** A ledger with an order that has two mails on their way. */
function orderTo(recipient: ShipmentPlan['recipient']) {
  const { sql, ledger } = newLedger()
  ledger.acceptOrder(ordinaryOrder(1, planDue(T0, { recipient })), T0)
  const deliveries = [mailTo(0, 'ola@example.com'), mailTo(1, 'kari@example.com')]
  ledger.prepare(place(1), { kind: 'deliveries', deliveries }, 0, T0)
  const erase = (recipient: NamedRecipient) => {
    for (let cursor: string | undefined; ; ) {
      cursor = ledger.operated?.eraseStep(recipient, cursor, T0 + 100)?.next
      if (cursor === undefined) return
    }
  }
  const stored = () =>
    JSON.stringify(
      sql
        .exec<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")
        .map(({ name }) => sql.exec(`SELECT * FROM ${name}`)),
    )
  const deliver = (position: number) =>
    ledger.report({ ...place(1), position }, told(1, { kind: 'delivered' }), 0, T0 + 50)
  return { ledger, erase, stored, deliver }
}

/** The same to two persons, each of whom has one of them. */
const orderToTwo = () =>
  orderTo({
    kind: 'list',
    recipients: [{ nationalIdentityNumber: OLA }, { nationalIdentityNumber: KARI }],
    ...SHARED,
  })

const PERSON: NamedRecipient = { kind: 'person', value: OLA }

describe('an erasure of one of several', () => {
  it('ends the message to that person, names neither them nor their address, and lets the other go on', () => {
    const { ledger, erase, stored, deliver } = orderToTwo()
    erase(PERSON)
    expect(ledger.find(place(1), T0)?.deliveries).toMatchObject([
      { destination: '', status: 'Email_Failed' },
      { destination: 'kari@example.com', status: 'Email_Sending' },
    ])
    for (const name of [OLA, 'ola@example.com']) expect(stored()).not.toContain(name)
    expect(stored()).toContain(KARI)
    deliver(1)
    expect(ledger.find(place(1), T0)?.status).toBe('Order_Completed')
  })

  it('does the same where the order has ended, and keeps what became of both', () => {
    const { ledger, erase, stored, deliver } = orderToTwo()
    for (const position of [0, 1]) deliver(position)
    erase(PERSON)
    expect(ledger.find(place(1), T0)?.deliveries).toMatchObject([
      { destination: '', status: 'Email_Delivered' },
      { destination: 'kari@example.com', status: 'Email_Delivered' },
    ])
    for (const name of [OLA, 'ola@example.com']) expect(stored()).not.toContain(name)
    expect(stored()).toContain(KARI)
  })

  it('changes nothing where neither is meant', () => {
    const { ledger, erase, stored } = orderToTwo()
    const before = stored()
    erase({ kind: 'person', value: '02889197399' })
    expect(stored()).toBe(before)
    expect(ledger.find(place(1), T0)?.deliveries.map(({ status }) => status)).toEqual([
      'Email_Sending',
      'Email_Sending',
    ])
  })
})

describe('the names that a ledger tells, to erase again those who were erased', () => {
  it('are those of every person in a list, and where each was reached', () => {
    const { ledger, deliver } = orderToTwo()
    const names = () => ledger.operated?.recipientStep('shipments ', T0)?.names
    const all = [OLA, KARI, 'ola@example.com', 'kari@example.com']
    expect(names()).toEqual(all)
    for (const position of [0, 1]) deliver(position)
    expect(ledger.operated?.recipientStep('ended ', T0)?.names).toEqual(all)
  })
})

describe('an erasure in an order to an organisation that has ended', () => {
  it('of one of its addresses leaves the others, and of the organisation leaves none', () => {
    const { ledger, erase, stored, deliver } = orderTo({
      kind: 'organization',
      organizationNumber: '991825827',
      resourceId: undefined,
      resourceAction: undefined,
    })
    for (const position of [0, 1]) deliver(position)
    const left = () => ledger.find(place(1), T0)?.deliveries.map(({ destination }) => destination)
    erase({ kind: 'email', value: 'ola@example.com' })
    expect(left()).toEqual(['', 'kari@example.com'])
    erase({ kind: 'organization', value: '991825827' })
    expect(left()).toEqual(['', ''])
    for (const name of ['ola@', 'kari@', '991825827']) expect(stored()).not.toContain(name)
  })
})
