import type { Ledger } from '../../../worker/ledger/ledger.ts'
import { SHIPMENT_STATES } from '../../../worker/ledger/operation/contract.ts'
import type { ErasureStep } from '../../../worker/ledger/operation/erase.ts'
import { instantOrder, keyOf, MAIL, newLedger, ordinaryOrder, planDue, T0, told } from '../support/world.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

const place = (index: number, number = 1) => ({ orderKey: keyOf(index), number })
const at = (index: number, position = 0, number = 1) => ({ ...place(index, number), position })

const SMS = {
  kind: 'send',
  channel: 'sms',
  destination: '+4791111111',
  values: {},
  policy: 'anytime',
  simulated: false,
} as const
const BARRED = {
  kind: 'failed',
  channel: 'sms',
  status: 'SMS_Failed_Rejected',
  reason: 'destination-not-allowed',
  simulated: false,
} as const

const calls = (atMs: number, provider: string, outcome: 'taken' | 'unavailable' | 'uncertain') => [
  { askedAtMs: atMs, answeredAtMs: atMs + 3, provider, outcome, code: `code-${outcome}` },
]

/** Everything that can be asked about what a ledger has, line by line. */
function* stateOf(ledger: Ledger, indexes: readonly number[], nowMs: number) {
  const { operated, ends } = ledger
  for (const index of indexes) {
    yield ['find', index, ledger.find(place(index), nowMs)]
    yield ['due', index, ledger.dueShipment(place(index))]
    yield ['inspect', index, operated?.ofOrder(keyOf(index), nowMs)]
    yield ['replay', index, ledger.replay(keyOf(index), '00')]
  }
  yield ['wakes', ledger.nextWakeUpMs(nowMs), ledger.nextMessageMs()]
  yield ['gauges', operated?.gauges(nowMs)]
  yield ['dead', operated?.deadLetters(10)]
  yield ['ends', ends?.source, ends?.latest, ends?.after(0, 500)]
  yield ['ends of two', ends?.after(1, 2)]
  for (const state of [undefined, ...SHIPMENT_STATES]) {
    const found = operated?.searchStep({ state }, undefined, nowMs)
    yield ['search', state, found?.found.map(({ shipment, cursor }) => [shipment.shipmentId, cursor]), found?.next]
  }
  for (const recipient of ['+4799999999', 'ola@example.com', '08900499559', '991825827', 'nobody'])
    yield ['to', recipient, operated?.searchStep({ recipient }, undefined, nowMs)]
  for (const sendersReference of ['ref', 'ref-1', 're'])
    yield [
      'of',
      sendersReference,
      operated?.searchStep({ sendersReference }, undefined, nowMs).found.length,
      ledger.withReference(sendersReference, 3),
    ]
  yield ['names', operated?.recipientStep(undefined, nowMs)]
}

/** The life of a ledger with a message of every kind and end: each answer that it gives, line by line. */
export function* story(): Generator<readonly unknown[]> {
  const { ledger } = newLedger()
  yield [
    'instant',
    ledger.acceptInstant(instantOrder(1), T0),
    ledger.acceptInstant(instantOrder(1, { fingerprint: '00' }), T0 + 1),
  ]
  for (const index of [2, 3, 4, 5, 6]) ledger.acceptInstant(instantOrder(index, { simulated: index === 6 }), T0 + index)
  yield ['taken', ledger.report(at(1), told(1, { kind: 'taken' }, { calls: calls(T0 + 10, 'a', 'taken') }), 0, T0 + 20)]
  yield ['delivered', ledger.receive(at(1), 'a', { kind: 'delivered', atMs: T0 + 30, code: 'DELIVRD' }, T0 + 31)]
  yield [
    'uncertain',
    ledger.report(
      at(2),
      told(1, { kind: 'uncertain' }, { honoursReferences: false, calls: calls(T0 + 11, 'b', 'uncertain') }),
      0.5,
      T0 + 21,
    ),
  ]
  yield [
    'unavailable',
    ledger.report(at(3), told(1, { kind: 'unavailable' }, { calls: calls(T0 + 12, 'a', 'unavailable') }), 0.5, T0 + 22),
  ]
  yield [
    'refused',
    ledger.report(at(4), told(1, { kind: 'refused', status: 'SMS_Failed_InvalidRecipient' }), 0.5, T0 + 23),
  ]
  yield ['given up', ledger.giveUp(at(5), 'consumer-failed', T0 + 24)]
  yield ['simulated', ledger.report(at(6), told(1, { kind: 'delivered' }), 0, T0 + 25)]
  const person = {
    kind: 'person',
    nationalIdentityNumber: '08900499559',
    ignoreReservation: false,
    useStaleContactInformation: false,
  } as const
  const company = {
    kind: 'organization',
    organizationNumber: '991825827',
    resourceId: undefined,
    resourceAction: undefined,
  } as const
  ledger.acceptOrder(
    ordinaryOrder(10, planDue(T0, { recipient: person }), planDue(T0 + DAY_MS, { type: 'Reminder' })),
    T0,
  )
  for (const index of [11, 12, 13, 14]) ledger.acceptOrder(ordinaryOrder(index, planDue(T0 + 100)), T0)
  ledger.acceptOrder(ordinaryOrder(15, planDue(T0 + HOUR_MS, { recipient: company })), T0)
  yield* stateOf(ledger, [1, 2, 3, 4, 5, 6, 10, 11, 15, 99], T0 + 50)
  yield ['wake', ledger.wake(T0 + 200)]
  yield ['two channels', ledger.prepare(place(10), { kind: 'deliveries', deliveries: [MAIL, SMS] }, 0, T0 + 210)]
  yield ['one barred', ledger.prepare(place(11), { kind: 'deliveries', deliveries: [MAIL, BARRED] }, 0, T0 + 211)]
  yield ['all barred', ledger.prepare(place(12), { kind: 'deliveries', deliveries: [BARRED] }, 0, T0 + 212)]
  yield ['not met', ledger.prepare(place(13), { kind: 'condition-not-met' }, 0, T0 + 213)]
  yield ['register', ledger.prepare(place(14), { kind: 'obstacle', obstacle: 'register-unavailable' }, 0.5, T0 + 214)]
  yield ['cancelled', ledger.cancel(place(15), 'order', T0 + 215)]
  yield [
    'mail',
    ledger.report(
      at(10),
      told(1, { kind: 'taken' }, { provider: 'acs', calls: calls(T0 + 215, 'acs', 'taken') }),
      0,
      T0 + 220,
    ),
  ]
  yield [
    'bounced',
    ledger.receive(at(10), 'acs', { kind: 'failed', status: 'Email_Failed_Bounced', code: '550' }, T0 + 230),
  ]
  yield ['sms', ledger.receive(at(10, 1), 'link', { kind: 'delivered', atMs: T0 + 240 }, T0 + 241)]
  yield ['late', ledger.receive(at(10, 1), 'link', { kind: 'failed', status: 'SMS_Failed' }, T0 + 250)]
  yield ['longer', ledger.extendLease(at(11), 1, T0 + 40_000, T0 + 260)]
  yield* stateOf(ledger, [10, 11, 12, 13, 14, 15], T0 + 300)
  yield [
    'redrive',
    [2, 3, 11, 14, 1, 99].map((index) => [
      index,
      ledger.operated?.redriveWaiting(place(index), T0 + 310),
      ledger.operated?.redrive(place(index), T0 + 311),
    ]),
  ]
  yield ['forward', [2, 10, 14, 1, 99].map((index) => [index, ledger.bringForward(place(index), T0 + 320)])]
  ledger.withdraw(place(11), T0 + 330)
  for (const nowMs of [T0 + 400, T0 + 11_000, T0 + 60_010, T0 + 91_000, T0 + DAY_MS])
    yield ['wake', nowMs - T0, ledger.wake(nowMs)]
  yield [
    'ended by hand',
    [2, 3, 11, 14, 10].map((index) => [
      index,
      ledger.operated?.cancel(place(index), T0 + DAY_MS),
      ledger.operated?.giveUp(place(index), T0 + DAY_MS + 1),
    ]),
  ]
  yield [
    'reminder',
    ledger.prepare(place(10, 2), { kind: 'deliveries', deliveries: [MAIL] }, 0, T0 + DAY_MS),
    ledger.claim(at(10, 0, 2), T0 + DAY_MS + 10_001),
  ]
  yield* stateOf(ledger, [2, 3, 10, 11, 14], T0 + DAY_MS + 20_000)
  for (const recipient of [
    { kind: 'person', value: '08900499559' },
    { kind: 'phone', value: '+4799999999' },
  ] as const)
    for (let cursor: string | undefined = ''; cursor !== undefined; ) {
      const step: ErasureStep | undefined = ledger.operated?.eraseStep(
        recipient,
        cursor === '' ? undefined : cursor,
        T0 + DAY_MS,
      )
      yield ['erased', recipient.kind, cursor, step]
      cursor = step?.next
    }
  yield* stateOf(ledger, [1, 3, 10], T0 + DAY_MS + 30_000)
  yield ['forgotten', ledger.wake(T0 + 95 * DAY_MS)]
  yield* stateOf(ledger, [1, 10], T0 + 95 * DAY_MS)
}
