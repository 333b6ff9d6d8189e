import { describe, expect, it } from 'vitest'
import type { NamedRecipient } from '../../worker/domain/erasure.ts'
import { at, instantOrder, MAIL, newLedger, ordinaryOrder, planDue, T0, told } from './support/world.ts'

const PHONE: NamedRecipient = { kind: 'phone', value: '+4799999999' }
const OLA: NamedRecipient = { kind: 'email', value: 'ola@example.com' }

/** More rows than one step reads of a table, of those that may name someone, and of all. */
const MANY_SIEVED = 2_050
const MANY = 450

type World = ReturnType<typeof newLedger>

/** Erases step by step, as the object does, and tells what each step told. */
function stepsOf({ ledger }: World, recipient: NamedRecipient) {
  const steps = []
  for (let cursor: string | undefined; ; ) {
    const step = ledger.operated?.eraseStep(recipient, cursor, T0 + 100)
    if (!step) throw new Error('The ledger is empty')
    steps.push(step)
    cursor = step.next
    if (cursor === undefined) return steps
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

const named = ({ sql }: World, text: string): number =>
  sum(
    ['live_messages', 'live_shipments', 'ended_shipments'].map((table) => {
      const column = table === 'ended_shipments' ? 'record' : 'facts'
      return (
        sql.exec<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE instr(${column}, ?) > 0`, text)[0]?.n ?? 0
      )
    }),
  )

describe('an erasure of more than one step reads', () => {
  it('takes in every message to a number, whether under way or ended', () => {
    const world = newLedger()
    const { ledger } = world
    for (let index = 0; index < 2 * MANY_SIEVED; index++) {
      ledger.acceptInstant(instantOrder(index), T0)
      if (index % 2 === 0) ledger.report(at(index), told(1, { kind: 'delivered' }), 0, T0 + 1)
    }
    const steps = stepsOf(world, PHONE)
    expect(steps.length).toBeGreaterThan(5)
    expect(sum(steps.map(({ deliveries }) => deliveries))).toBe(2 * MANY_SIEVED)
    expect(new Set(steps.flatMap(({ shipmentIds }) => shipmentIds)).size).toBe(2 * MANY_SIEVED)
    expect(steps.flatMap(({ changes }) => changes)).toHaveLength(MANY_SIEVED)
    expect(named(world, '99999999')).toBe(0)
    const noted = { atMs: T0 + 100, event: 'given-up', reason: 'erased' }
    expect(ledger.operated?.inspect(at(1), T0 + 200)?.timeline).toContainEqual(expect.objectContaining(noted))
  })

  it('takes in every order that waits for someone', () => {
    const world = newLedger()
    for (let index = 0; index < MANY; index++)
      world.ledger.acceptOrder(ordinaryOrder(index, planDue(T0 + 86_400_000)), T0)
    stepsOf(world, OLA)
    expect(named(world, 'ola@')).toBe(0)
    expect(world.ledger.find(at(MANY - 1), T0 + 200)?.status).toBe('Order_Cancelled')
  })

  it('counts the messages that are left of an order to others too', () => {
    const world = newLedger()
    const { ledger } = world
    const recipient = { kind: 'organization', organizationNumber: '991825827' } as const
    ledger.acceptOrder(
      ordinaryOrder(1, planDue(T0, { recipient: { ...recipient, resourceId: undefined, resourceAction: undefined } })),
      T0,
    )
    const deliveries = ['ola@example.com', 'kari@example.com'].map((destination) => ({ ...MAIL, destination }))
    ledger.prepare(at(1), { kind: 'deliveries', deliveries }, 0, T0)
    expect(sum(stepsOf(world, OLA).map((step) => step.deliveries))).toBe(1)
  })
})
