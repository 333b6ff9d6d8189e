import { describe, expect, it } from 'vitest'
import type { PreparedDelivery } from '../../worker/ledger/contract.ts'
import { newLedger, ordinaryOrder, place, planDue, T0, told } from './support/world.ts'

const address = (index: number, position: number) => ({ ...place(index), position })

const mailTo = (recipient: number): PreparedDelivery => ({
  kind: 'send',
  channel: 'email',
  destination: `nr${recipient}@example.com`,
  values: { recipientName: `Nr ${recipient}` },
  policy: 'anytime',
  simulated: false,
  recipient,
})

/** A ledger with one order to so many recipients, which is due. */
function ledgerWith(count: number) {
  const recipients = Array.from({ length: count }, (_, index) => ({ emailAddress: `nr${index}@example.com` }))
  const shared = { ignoreReservation: undefined, resourceId: undefined, resourceAction: undefined }
  const email = { channel: 'email', from: 'a@b.no', subject: 's', body: 'Hei $recipientName$', contentType: 'Plain' }
  const { ledger } = newLedger()
  const plan = planDue(T0, {
    recipient: { kind: 'list', recipients, ...shared },
    texts: { email: { ...email, channel: 'email', contentType: 'Plain' } },
  })
  ledger.acceptOrder(ordinaryOrder(1, plan), T0)
  return ledger
}

const all = (count: number) => Array.from({ length: count }, (_, index) => mailTo(index))

describe('a shipment to several', () => {
  it('grants 25 claims at once, each with its own text, and hands the others to the queue', () => {
    const ledger = ledgerWith(60)
    const { claims } = ledger.prepare(place(1), { kind: 'deliveries', deliveries: all(60) }, 0, T0)
    expect(claims).toHaveLength(25)
    expect(claims.map(({ content }) => JSON.parse(content).body)[7]).toBe('Hei Nr 7')
    expect(ledger.wake(T0).deliveries).toHaveLength(35)
    const { verdict } = ledger.claim(address(1, 30), T0)
    expect(verdict).toMatchObject({ destination: 'nr30@example.com', content: expect.stringContaining('Hei Nr 30') })
  })

  it('ends with the last of its deliveries, in whichever order they end', () => {
    const ledger = ledgerWith(20)
    ledger.prepare(place(1), { kind: 'deliveries', deliveries: all(20) }, 0, T0)
    for (const position of [19, 0, 7, 1, 2, 3, 4, 5, 6, 18, 17, 8, 9, 10, 16, 11, 12, 15, 13]) {
      ledger.report(address(1, position), told(1, { kind: 'delivered' }), 0, T0)
      expect(ledger.find(place(1), T0)?.status).toBe('Order_Processed')
    }
    ledger.report(address(1, 14), told(1, { kind: 'delivered' }), 0, T0)
    const ended = ledger.find(place(1), T0)
    expect([ended?.status, ended?.deliveries.map(({ recipient }) => recipient)]).toEqual([
      'Order_Completed',
      Array.from({ length: 20 }, (_, index) => index),
    ])
  })

  it('waits for those whose register does not answer, and gives them up after 48 hours', () => {
    const ledger = ledgerWith(3)
    ledger.prepare(place(1), { kind: 'deliveries', deliveries: [mailTo(0), mailTo(2)], left: [1] }, 0, T0)
    expect(ledger.dueShipment(place(1))?.left).toEqual([1])
    for (const position of [0, 1]) ledger.report(address(1, position), told(1, { kind: 'delivered' }), 0, T0)
    expect(ledger.find(place(1), T0)?.status).toBe('Order_Processing')
    ledger.wake(T0 + 48 * 3_600_000)
    expect(ledger.find(place(1), T0)).toMatchObject({
      status: 'Order_Completed',
      deliveries: [
        { recipient: 0, status: 'Email_Delivered' },
        { recipient: 2, status: 'Email_Delivered' },
        { recipient: 1, status: 'Email_Failed_TTL' },
      ],
    })
  })
})
