import { describe, expect, it } from 'vitest'
import type { NamedRecipient } from '../../worker/domain/erasure.ts'
import { toUuid } from '../../worker/domain/order-id.ts'
import { at, instantOrder, MAIL, newLedger, ordinaryOrder, planDue, T0, told } from './support/world.ts'

const DELIVERED = { kind: 'delivered' } as const
const PHONE: NamedRecipient = { kind: 'phone', value: '+4799999999' }
const OTHER = '+4791111111'

type World = ReturnType<typeof newLedger>

/** Erases step by step, as the object does. */
function erase({ ledger }: World, recipient: NamedRecipient, theirs: string[] = []) {
  let [deliveries, deadLetters, references] = [0, 0, 0]
  for (let cursor: string | undefined; ; ) {
    const step = ledger.operated?.eraseStep(recipient, cursor, T0 + 100)
    deliveries += step?.deliveries ?? 0
    deadLetters += step?.deadLetters ?? 0
    references += step?.references ?? 0
    theirs.push(...(step?.shipmentIds ?? []))
    cursor = step?.next
    if (cursor === undefined) return { deliveries, deadLetters, references }
  }
}

const stored = ({ sql }: World): string =>
  JSON.stringify(
    sql
      .exec<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")
      .map(({ name }) => sql.exec(`SELECT * FROM ${name}`)),
  )

const personPlan = (nationalIdentityNumber: string, dueMs = T0) =>
  planDue(dueMs, {
    recipient: { kind: 'person', nationalIdentityNumber, ignoreReservation: false, useStaleContactInformation: false },
    keywords: { $recipientName$: 'Ola Nordmann' } as never,
  })

describe('an erasure', () => {
  it('takes a number out of what has ended and what is under way, and nothing else', () => {
    const world = newLedger()
    const { ledger } = world
    for (let index = 0; index < 500; index++) {
      const destination = index % 50 ? OTHER : '+4799999999'
      ledger.acceptInstant(instantOrder(index, { destination, sendersReference: `login-99999999-${index}` }), T0)
      if (index % 2 === 0) ledger.report(at(index), told(1, DELIVERED), 0, T0 + 1)
    }
    expect(erase(world, PHONE)).toEqual({ deliveries: 10, deadLetters: 0, references: 490 })
    expect(stored(world)).not.toContain('99999999')
    expect(stored(world)).toContain('91111111')
    expect(ledger.find(at(100), T0)).toMatchObject({ status: 'SMS_Delivered', deliveries: [{ destination: '' }] })
    expect(erase(world, PHONE)).toEqual({ deliveries: 0, deadLetters: 0, references: 0 })
  })

  it('gives the feed whole only what was to them, not what another was sent under a reference that names them', () => {
    const world = newLedger()
    const { ledger } = world
    ledger.acceptInstant(instantOrder(1), T0)
    ledger.acceptInstant(instantOrder(2, { destination: OTHER, sendersReference: 'login-99999999' }), T0)
    for (const index of [1, 2]) ledger.report(at(index), told(1, DELIVERED), 0, T0 + 1)
    const theirs: string[] = []
    expect(erase(world, PHONE, theirs)).toEqual({ deliveries: 1, deadLetters: 0, references: 1 })
    expect(theirs).toEqual([toUuid(at(1))])
  })

  it('ends what is under way, and lets a replay find it', () => {
    const world = newLedger()
    world.ledger.acceptInstant(instantOrder(1), T0)
    world.ledger.giveUp(at(2), 'x', T0)
    expect(erase(world, PHONE).deliveries).toBe(1)
    expect(world.ledger.find(at(1), T0)?.status).toBe('SMS_Failed')
    expect(world.ledger.acceptInstant(instantOrder(1), T0)).toMatchObject({ kind: 'replayed', sameRequest: true })
    expect(world.ledger.claim(at(1), T0 + 200).verdict).toEqual({ kind: 'refused', why: 'final' })
    expect(stored(world)).not.toContain('99999999')
  })

  it('takes their number out of references in which it is written with spaces or a hyphen', () => {
    const world = newLedger()
    const { ledger } = world
    const numbers = [
      '999 99 999',
      '+47 99 99 99 99',
      ...[...'\u00a0\u2007\u2009\u202f\t'].map((space) => `999${space}99${space}999`),
    ]
    const references = [...numbers, '088956 99684', '088956-99684', '088956\u201199684']
    for (const [index, sendersReference] of references.entries())
      for (const place of [index, index + 20]) {
        ledger.acceptInstant(instantOrder(place, { destination: OTHER, sendersReference }), T0)
        if (place === index) ledger.report(at(place), told(1, DELIVERED), 0, T0 + 1)
      }
    ledger.acceptOrder(ordinaryOrder(40, planDue(T0, { sendersReference: 'Ola, 088956 99684' })), T0)
    expect(erase(world, PHONE).references).toBe(14)
    expect(erase(world, { kind: 'person', value: '08895699684' }).references).toBe(7)
    for (const text of references)
      expect(stored(world)).not.toContain(JSON.stringify(JSON.stringify(text)).slice(3, -3))
    expect(stored(world)).toContain('91111111')
  })

  /** What rows may be that cannot be read, and still name someone. */
  const SPOILT = ['{"destination":"+4799999999"', '"+4799999999"', '{"order":7,"is":"+4799999999"}', '["tel:99999999"]']
  const COLUMNS = [
    ['live_messages', 'facts'],
    ['live_shipments', 'facts'],
    ['ended_shipments', 'record'],
  ] as const

  it.each(COLUMNS.flatMap(([table, column]) => SPOILT.map((spoilt) => ({ table, column, spoilt }))))(
    'leaves no one in a row that cannot be read, nor in others beside it: $spoilt as the $column of $table',
    ({ table, column, spoilt }) => {
      const world = newLedger()
      const { ledger, sql } = world
      for (const index of [1, 2, 3]) ledger.acceptInstant(instantOrder(index), T0)
      ledger.report(at(3), told(1, DELIVERED), 0, T0 + 1)
      ledger.acceptInstant(instantOrder(4), T0)
      ledger.report(at(4), told(1, DELIVERED), 0, T0 + 1)
      const deliveries = ['+4799999999', OTHER].map((destination) => ({ ...MAIL, destination }))
      for (const index of [5, 6]) {
        ledger.acceptOrder(ordinaryOrder(index, planDue(T0)), T0)
        ledger.prepare(at(index), { kind: 'deliveries', deliveries }, 0, T0)
      }
      for (const index of [1, 3, 5])
        sql.exec(`UPDATE ${table} SET ${column} = ? WHERE order_key = ?`, spoilt, at(index).orderKey)
      ledger.reload()
      // What cannot be read does not say that it is to another.
      expect(erase(world, PHONE).references).toBe(0)
      expect(stored(world)).not.toContain('99999999')
      expect(ledger.find(at(2), T0)?.status).toBe('SMS_Failed')
      expect(() => erase(world, PHONE)).not.toThrow()
    },
  )

  it('stores nothing of them again for what providers and holders of claims still tell', () => {
    const world = newLedger()
    const { ledger } = world
    for (const index of [1, 2, 3, 4]) ledger.acceptInstant(instantOrder(index), T0)
    ledger.report(at(2), told(1, { kind: 'taken' }), 0, T0 + 1)
    ledger.report(at(3), told(1, { kind: 'uncertain' }), 0, T0 + 1)
    ledger.report(at(4), told(1, DELIVERED), 0, T0 + 1)
    expect(erase(world, PHONE).deliveries).toBe(4)
    const shown = [1, 2, 3, 4].map((index) => ledger.find(at(index), T0 + 200))
    const bounce = { kind: 'failed', status: 'SMS_Failed_Undelivered', bounce: 'hard', code: '5.1.1' } as const
    for (const index of [1, 2, 3, 4]) {
      const told1 = told(1, { kind: 'taken' }, {
        calls: [{ provider: 'a', askedAtMs: T0, answeredAtMs: T0 + 1, outcome: 'taken' }],
      } as never)
      expect(ledger.report(at(index), told1, 0, T0 + 201)).toEqual([])
      expect(ledger.extendLease(at(index), 1, T0 + 30_000, T0 + 201)).toBeUndefined()
      for (const receipt of [{ kind: 'accepted' }, { kind: 'delivered', atMs: T0 }, bounce, bounce] as const)
        expect(ledger.receive(at(index), 'a', receipt, T0 + 202)).toEqual({ fate: 'ended-before', changes: [] })
      ledger.withdraw(at(index), T0 + 203)
      ledger.giveUp(at(index), 'consumer-failed', T0 + 203)
      ledger.operated?.redrive(at(index), T0 + 204)
    }
    expect([1, 2, 3, 4].map((index) => ledger.find(at(index), T0 + 300))).toEqual(shown)
    expect(shown.flatMap((view) => view?.deliveries.map(({ destination }) => destination))).toEqual(['', '', '', ''])
    expect(stored(world)).not.toContain('99999999')
  })

  it('takes an external identity out of an order that has ended', () => {
    const world = newLedger()
    const urn = 'urn:altinn:person:legacy-selfidentified:nora'
    world.ledger.acceptOrder(ordinaryOrder(1, planDue(T0, { recipient: { kind: 'username', urn } })), T0)
    world.ledger.prepare(at(1), { kind: 'deliveries', deliveries: [MAIL] }, 0, T0)
    world.ledger.report(at(1), told(1, DELIVERED), 0, T0 + 1)
    expect(erase(world, { kind: 'other', value: urn })).toMatchObject({ deliveries: 1 })
    for (const name of ['nora', 'ola@example.com']) expect(stored(world)).not.toContain(name)
  })

  it('takes a person out of orders that wait, are sent, or have ended, with their addresses and names', () => {
    const world = newLedger()
    const { ledger } = world
    ledger.acceptOrder(ordinaryOrder(1, personPlan('08895699684', T0 + 86_400_000)), T0)
    for (const index of [2, 3]) {
      ledger.acceptOrder(ordinaryOrder(index, personPlan('08895699684')), T0)
      ledger.prepare(at(index), { kind: 'deliveries', deliveries: [MAIL] }, 0, T0)
    }
    ledger.report(at(3), told(1, DELIVERED), 0, T0 + 1)
    ledger.acceptOrder(ordinaryOrder(4, personPlan('17912099997')), T0)
    expect(erase(world, { kind: 'person', value: '08895699684' }).deliveries).toBe(3)
    const left = stored(world)
    for (const name of ['08895699684', 'ola@example.com', 'Ola'])
      expect(left.split('17912099997')[0]).not.toContain(name)
    expect([1, 2, 3, 4].map((index) => ledger.find(at(index), T0)?.status)).toEqual([
      ...['Order_Cancelled', 'Order_Completed', 'Order_Completed', 'Order_Processing'],
    ])
  })

  it('leaves the others of an organisation', () => {
    const world = newLedger()
    const { ledger } = world
    const recipient = { kind: 'organization', organizationNumber: '991825827' } as const
    const plan = planDue(T0, { recipient: { ...recipient, resourceId: undefined, resourceAction: undefined } })
    ledger.acceptOrder(ordinaryOrder(1, plan), T0)
    const other = MAIL.kind === 'send' ? { ...MAIL, destination: 'kari@example.com' } : MAIL
    ledger.prepare(at(1), { kind: 'deliveries', deliveries: [MAIL, other] }, 0, T0)
    erase(world, { kind: 'email', value: 'ola@example.com' })
    expect(stored(world)).not.toContain('ola@')
    expect(ledger.find(at(1), T0)?.deliveries).toMatchObject([
      { destination: '', status: 'Email_Failed' },
      { destination: 'kari@example.com', status: 'Email_Sending' },
    ])
    ledger.report({ ...at(1), position: 1 }, told(1, DELIVERED), 0, T0 + 200)
    expect(ledger.find(at(1), T0)).toMatchObject({ status: 'Order_Completed', plan: { recipient } })
  })

  it('takes along the dead letter', () => {
    const world = newLedger()
    world.ledger.acceptInstant(instantOrder(1), T0)
    world.ledger.giveUp(at(1), 'consumer-failed', T0)
    expect(erase(world, PHONE)).toEqual({ deliveries: 1, deadLetters: 1, references: 0 })
    expect(world.ledger.operated?.deadLetters(10)).toEqual([])
  })
})
