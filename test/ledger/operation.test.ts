import { describe, expect, it } from 'vitest'
import { ORDER_TIME_TO_LIVE_MS } from '../../worker/domain/shipment.ts'
import type { SearchCriteria } from '../../worker/ledger/operation/contract.ts'
import { at, instantOrder, MAIL, newLedger, ordinaryOrder, planDue, SECRET, T0, told } from './support/world.ts'

const mailTo = (destination: string) => (MAIL.kind === 'send' ? { ...MAIL, destination } : MAIL)
const TAKEN = { kind: 'taken' } as const
const UNAVAILABLE = { kind: 'unavailable' } as const

type World = ReturnType<typeof newLedger>

const eventsOf = ({ ledger }: World, index: number, nowMs = T0) =>
  ledger.operated?.inspect(at(index), nowMs)?.timeline.map(({ event }) => event)

/** Everything that a search finds, step by step. */
function found({ ledger }: World, criteria: SearchCriteria): readonly string[] {
  const ids: string[] = []
  for (let cursor: string | undefined; ; ) {
    const step = ledger.operated?.searchStep(criteria, cursor, T0)
    ids.push(...(step?.found.map(({ shipment }) => shipment.sendersReference ?? '') ?? []))
    cursor = step?.next
    if (cursor === undefined) return ids
  }
}

describe('the timeline of a shipment', () => {
  it('tells an instant message from its acceptance to its end, with providers, fallbacks and codes', () => {
    const world = newLedger()
    const { ledger } = world
    ledger.acceptInstant(instantOrder(1), T0)
    const call = { askedAtMs: T0 + 1, answeredAtMs: T0 + 3 }
    const calls = [
      { ...call, provider: 'a', outcome: 'unavailable' as const },
      { ...call, provider: 'b', outcome: 'taken' as const },
    ]
    ledger.report(at(1), told(1, TAKEN, { provider: 'b', calls }), 0, T0 + 5)
    const live = ledger.operated?.inspect(at(1), T0 + 6)
    expect(live).toMatchObject({
      channel: 'sms',
      status: 'SMS_Accepted',
      recipient: '+4799999999',
      organization: 'ttd',
    })
    ledger.receive(at(1), 'b', { kind: 'failed', status: 'SMS_Failed_Deleted', code: 'DELETED' }, T0 + 9)
    expect(ledger.operated?.inspect(at(1), T0 + 10)?.timeline).toEqual([
      { atMs: T0, event: 'accepted' },
      { atMs: T0, event: 'claimed', attempt: 1 },
      { atMs: T0 + 1, event: 'asked', attempt: 1, provider: 'a' },
      { atMs: T0 + 1, event: 'asked', attempt: 1, provider: 'b' },
      { atMs: T0 + 3, event: 'answered', attempt: 1, provider: 'a', outcome: 'unavailable' },
      { atMs: T0 + 3, event: 'answered', attempt: 1, provider: 'b', outcome: 'taken' },
      { atMs: T0 + 9, event: 'receipt', provider: 'b', says: 'SMS_Failed_Deleted', code: 'DELETED' },
      { atMs: T0 + 9, event: 'ended', status: 'SMS_Failed_Deleted' },
    ])
    expect(JSON.stringify(ledger.operated?.inspect(at(1), T0 + 10))).not.toContain(SECRET)
  })

  it('tells of calls whose report comes after the receipt that ended the message, once', () => {
    const world = newLedger()
    const { ledger } = world
    ledger.acceptInstant(instantOrder(1), T0)
    ledger.receive(at(1), 'a', { kind: 'delivered', atMs: T0 + 4 }, T0 + 4)
    const calls = [{ askedAtMs: T0 + 1, answeredAtMs: T0 + 3, provider: 'a', outcome: 'taken' as const }]
    const report = told(1, TAKEN, { calls })
    expect(ledger.report(at(1), report, 0, T0 + 5)).toEqual([])
    ledger.report(at(1), report, 0, T0 + 6)
    expect(eventsOf(world, 1, T0 + 7)).toEqual(['accepted', 'claimed', 'asked', 'answered', 'receipt', 'ended'])
    expect(ledger.find(at(1), T0 + 7)).toMatchObject({ deliveries: [{ status: 'SMS_Delivered' }] })
  })

  it('tells of retries and lost claims', () => {
    const world = newLedger()
    world.ledger.acceptInstant(instantOrder(1), T0)
    world.ledger.report(at(1), told(1, UNAVAILABLE), 0, T0 + 5)
    world.ledger.claim(at(1), T0 + 1_000)
    world.ledger.wake(T0 + 11_001)
    const events = ['accepted', 'claimed', 'waits', 'claimed', 'lease-ended', 'waits']
    expect(eventsOf(world, 1)).toEqual(events)
    world.ledger.claim(at(1), T0 + 11_002)
    expect(eventsOf(world, 1)).toEqual([...events, 'claimed'])
  })

  it('tells what kept an order, and of its message', () => {
    const world = newLedger()
    world.ledger.acceptOrder(ordinaryOrder(1, planDue(T0)), T0)
    world.ledger.prepare(at(1), { kind: 'obstacle', obstacle: 'register-unavailable' }, 0, T0 + 1)
    world.ledger.prepare(at(1), { kind: 'deliveries', deliveries: [MAIL] }, 0, T0 + 900)
    world.ledger.report(at(1), told(1, { kind: 'delivered' }), 0, T0 + 1_000)
    const ended = world.ledger.operated?.inspect(at(1), T0 + 2_000)
    expect(ended?.timeline.map(({ event }) => event)).toEqual([
      ...['accepted', 'due', 'postponed', 'prepared', 'claimed', 'ended', 'ended'],
    ])
    expect(ended).toMatchObject({ status: 'Order_Completed', channel: 'email', recipient: 'ola@example.com' })
  })

  it('stays short through a long outage', () => {
    const world = newLedger()
    const { ledger } = world
    ledger.acceptInstant(instantOrder(1, { timeToLiveMs: 172_800_000 }), T0)
    for (let attempt = 1, ms = T0; attempt < 300; attempt++, ms += 61_000) {
      ledger.report(at(1), told(attempt, UNAVAILABLE), 0, ms)
      ledger.claim(at(1), ms + 60_500)
    }
    expect(eventsOf(world, 1)).toHaveLength(52)
  })
})

describe('a search', () => {
  it('finds by recipient, reference and state, page by page', () => {
    const world = newLedger()
    const { ledger } = world
    for (let index = 0; index < 1_200; index++)
      ledger.acceptInstant(instantOrder(index, { destination: `+4791${String(index % 600).padStart(6, '0')}` }), T0)
    for (let index = 0; index < 600; index++)
      ledger.report(
        at(index),
        told(1, index % 2 ? { kind: 'delivered' } : { kind: 'refused', status: 'SMS_Failed' }),
        0,
        T0,
      )
    expect(found(world, { recipient: '+4791000007' })).toEqual(['ref-607', 'ref-7'])
    expect(found(world, { recipient: '+479100000' })).toEqual([])
    expect(found(world, { sendersReference: 'ref-8' })).toEqual(['ref-8'])
    expect(found(world, { state: 'unfinished' })).toHaveLength(600)
    expect(found(world, { state: 'delivered' })).toHaveLength(300)
    expect(found(world, { state: 'failed', recipient: '+4791000008' })).toEqual(['ref-8'])
    expect(found(world, {})).toHaveLength(1_200)
  })

  it('finds a reference in whatever letters, as it was given', () => {
    const world = newLedger()
    const references = ['sak "7"', 'Sak\\8', 'SAK-9 Æ', 'sak\n10', '{']
    for (const [index, sendersReference] of references.entries())
      world.ledger.acceptInstant(instantOrder(index, { sendersReference }), T0)
    for (const sendersReference of references) expect(found(world, { sendersReference })).toEqual([sendersReference])
    expect(found(world, { sendersReference: 'sak-9 æ' })).toEqual([])
  })

  it('finds an order by who it is for and by where it goes', () => {
    const world = newLedger()
    const person = { kind: 'person', nationalIdentityNumber: '08895699684' } as const
    const plan = planDue(T0, { recipient: { ...person, ignoreReservation: false, useStaleContactInformation: false } })
    world.ledger.acceptOrder(ordinaryOrder(1, plan), T0)
    expect(found(world, { recipient: '08895699684' })).toEqual(['ref'])
    world.ledger.prepare(at(1), { kind: 'deliveries', deliveries: [mailTo('Ola@Example.com')] }, 0, T0)
    expect(found(world, { recipient: 'ola@example.com', state: 'unfinished' })).toEqual(['ref'])
    world.ledger.report(at(1), told(1, { kind: 'delivered' }), 0, T0)
    expect(found(world, { recipient: 'ola@example.com' })).toEqual(['ref'])
    expect(found(world, { recipient: '08895699684', state: 'delivered' })).toEqual(['ref'])
  })

  it('shows an order with its channels in words, and that it is due from that moment on', () => {
    const { ledger } = newLedger()
    ledger.acceptOrder(ordinaryOrder(1, planDue(T0 + 5, { channel: 'EmailPreferred' })), T0)
    const shownAt = (nowMs: number) => {
      const shown = ledger.operated?.inspect(at(1), nowMs)
      return [shown?.channel, ...(shown?.timeline.map(({ event }) => event) ?? [])]
    }
    expect(shownAt(T0 + 4)).toEqual(['email-preferred', 'accepted'])
    expect(shownAt(T0 + 5)).toEqual(['email-preferred', 'accepted', 'due'])
    ledger.noteDeadShipment(at(1), 'consumer-failed', 0, T0 + 6)
    expect(ledger.operated?.inspect(at(1), T0 + 6)?.timeline.at(-1)).toMatchObject({
      event: 'postponed',
      obstacle: 'register-unavailable',
    })
  })

  it('finds what no worker could handle', () => {
    const world = newLedger()
    world.ledger.acceptInstant(instantOrder(1), T0)
    world.ledger.acceptInstant(instantOrder(2), T0)
    world.ledger.giveUp(at(2), 'consumer-failed', T0)
    expect(found(world, { state: 'dead' })).toEqual(['ref-2'])
  })

  it('goes on among these behind each of them, the latest first', () => {
    const { ledger } = newLedger()
    for (const index of [1, 2, 3]) {
      ledger.acceptInstant(instantOrder(index), T0)
      ledger.giveUp(at(index), 'consumer-failed', T0 + index)
    }
    const referencesAfter = (cursor: string | undefined) =>
      ledger.operated?.searchStep({ state: 'dead' }, cursor, T0).found.map(({ shipment }) => shipment.sendersReference)
    expect(referencesAfter(undefined)).toEqual(['ref-3', 'ref-2', 'ref-1'])
    const [first, second, third] = ledger.operated?.searchStep({ state: 'dead' }, undefined, T0).found ?? []
    expect(referencesAfter(first?.cursor)).toEqual(['ref-2', 'ref-1'])
    expect(referencesAfter(second?.cursor)).toEqual(['ref-1'])
    expect(referencesAfter(third?.cursor)).toEqual([])
  })

  it('finds nothing behind a place of another search, and begins anew behind what is no place', () => {
    const { ledger } = newLedger()
    ledger.acceptInstant(instantOrder(1), T0)
    const step = (cursor: string) => ledger.operated?.searchStep({ state: 'unfinished' }, cursor, T0)
    for (const cursor of ['ended 7', 'dead x']) expect(step(cursor)).toEqual({ found: [], next: undefined })
    for (const cursor of ['', 'messages', 'elsewhere 1', ' messages 1', 'constructor 1'])
      expect(step(cursor)?.found.map(({ shipment }) => shipment.sendersReference)).toEqual(['ref-1'])
  })

  it('for what is delivered leaves out what was never sent to anyone, and what failed in part', () => {
    const world = newLedger()
    const { ledger } = world
    const toTwo = { kind: 'deliveries' as const, deliveries: [mailTo('a@example.com'), mailTo('b@example.com')] }
    for (const index of [1, 2, 3])
      ledger.acceptOrder(ordinaryOrder(index, planDue(T0, { sendersReference: `r${index}` })), T0)
    for (const index of [1, 2]) ledger.prepare(at(index), toTwo, 0, T0)
    ledger.operated?.cancel(at(3), T0)
    for (const index of [1, 2]) {
      ledger.report(at(index), told(1, { kind: 'delivered' }), 0, T0)
      const second =
        index === 1 ? { kind: 'delivered' as const } : { kind: 'refused' as const, status: 'Email_Failed' as const }
      ledger.report({ ...at(index), position: 1 }, told(1, second), 0, T0)
    }
    expect(found(world, { state: 'delivered' })).toEqual(['r1'])
    expect(found(world, { state: 'failed' })).toEqual(['r2'])
    expect(found(world, { state: 'failed', sendersReference: 'r1' })).toEqual([])
    expect(found(world, { sendersReference: 'r3' })).toEqual(['r3'])
  })
})

describe('calls whose report comes after a receipt', () => {
  const calls = [{ provider: 'a', askedAtMs: T0 + 1, answeredAtMs: T0 + 3, outcome: 'taken' as const }]
  const callsIn = (world: World) =>
    world.ledger.operated
      ?.inspect(at(1), T0 + 20)
      ?.timeline.flatMap((entry) => (entry.event === 'asked' || entry.event === 'answered' ? [entry.event] : []))

  it('are told of where the receipt said that the message was accepted', () => {
    const world = newLedger()
    world.ledger.acceptInstant(instantOrder(1), T0)
    world.ledger.receive(at(1), 'a', { kind: 'accepted' }, T0 + 2)
    for (let times = 0; times < 2; times++) world.ledger.report(at(1), told(1, TAKEN, { calls }), 0, T0 + 5)
    expect(callsIn(world)).toEqual(['asked', 'answered'])
  })

  it('are told of where it ended one message of several', () => {
    const world = newLedger()
    const { ledger } = world
    ledger.acceptOrder(ordinaryOrder(1, planDue(T0)), T0)
    ledger.prepare(at(1), { kind: 'deliveries', deliveries: [mailTo('a@example.com'), mailTo('b@example.com')] }, 0, T0)
    ledger.receive(at(1), 'a', { kind: 'delivered', atMs: T0 + 2 }, T0 + 2)
    for (let times = 0; times < 2; times++) ledger.report(at(1), told(1, TAKEN, { calls }), 0, T0 + 5)
    expect(callsIn(world)).toEqual(['asked', 'answered'])
    ledger.receive(at(1), 'a', { kind: 'failed', status: 'Email_Failed_Bounced', bounce: 'hard' }, T0 + 9)
    const view = ledger.operated?.inspect(at(1), T0 + 20)
    expect(view?.timeline.filter((entry) => 'bounce' in entry)).toHaveLength(1)
    expect(view?.deliveries.map(({ status }) => status)).toEqual(['Email_Delivered', 'Email_Sending'])
  })
})

describe('a mail that comes back after its end', () => {
  it('is told of once in the timeline, however often its provider tells', () => {
    const world = newLedger()
    const { ledger } = world
    ledger.acceptInstant(instantOrder(1), T0)
    ledger.report(at(1), told(1, { kind: 'delivered' }), 0, T0 + 5)
    const cameBack = { kind: 'failed', status: 'Email_Failed_Bounced', code: '5.1.1' } as const
    for (const bounce of ['hard', 'hard', 'complaint', 'hard'] as const)
      ledger.receive(at(1), 'a', { ...cameBack, bounce }, T0 + 9)
    const receipts = ledger.operated?.inspect(at(1), T0 + 10)?.timeline.filter(({ event }) => event === 'receipt')
    expect(receipts).toMatchObject([{ bounce: 'hard' }, { bounce: 'complaint' }])
  })
})

describe('how a ledger stands', () => {
  const gaugesAt = ({ ledger }: World, nowMs: number) => ledger.operated?.gauges(nowMs)
  const DOUBT = { kind: 'uncertain' } as const

  it('counts what no provider has as waiting, and neither what one has nor what one may have', () => {
    const world = newLedger()
    const { ledger } = world
    for (const index of [1, 2, 3]) ledger.acceptInstant(instantOrder(index, { timeToLiveMs: 600_000 }), T0 + index)
    ledger.report(at(1), told(1, TAKEN), 0, T0 + 5)
    ledger.report(at(2), told(1, DOUBT, { honoursReferences: false }), 0, T0 + 5)
    ledger.claim(at(2), T0 + 6_000)
    ledger.report(at(2), told(2, DOUBT, { honoursReferences: false, provider: 'b' }), 0, T0 + 6_005)
    ledger.report(at(3), told(1, UNAVAILABLE), 0, T0 + 5)
    expect(gaugesAt(world, T0 + 7_000)).toMatchObject({ waiting: 1, oldestWaitingMs: T0 + 3, uncertain: 1 })
  })

  it('tells of what is under way whom it is with, and which codes are late', () => {
    const world = newLedger()
    const { ledger } = world
    for (const index of [1, 2]) ledger.acceptInstant(instantOrder(index, { timeToLiveMs: 600_000 }), T0)
    ledger.report(at(1), told(1, TAKEN, { provider: 'link' }), 0, T0 + 5)
    const minuteMs = T0 - (T0 % 60_000)
    const underWay = (nowMs: number) => gaugesAt(world, nowMs)?.underWay
    expect(underWay(T0 + 9_000)).toEqual([
      { minuteMs, channel: 'sms', provider: '', count: 1, sent: 0, lateCodes: 0 },
      { minuteMs, channel: 'sms', provider: 'link', count: 1, sent: 1, lateCodes: 0 },
    ])
    expect(underWay(T0 + 11_000)?.map(({ lateCodes }) => lateCodes)).toEqual([1, 1])
  })

  it('leaves out what waits for the morning, tried or not', () => {
    const world = newLedger()
    const { ledger } = world
    const closesMs = T0 + 8 * 3_600_000
    const night = closesMs + 6 * 3_600_000
    const byDay = { ...MAIL, channel: 'sms' as const, destination: '+4799999999', policy: 'daytime' as const }
    for (const [index, preparedMs] of [
      [1, night],
      [2, closesMs - 100],
    ] as const) {
      ledger.acceptOrder(ordinaryOrder(index, planDue(T0)), T0)
      ledger.prepare(at(index), { kind: 'deliveries', deliveries: [byDay] }, 0, preparedMs)
    }
    ledger.report(at(2), told(1, UNAVAILABLE), 0.99, closesMs - 50)
    expect(ledger.find(at(2), night)?.deliveries).toMatchObject([{ attempts: 1, status: 'SMS_Sending' }])
    expect(gaugesAt(world, night)?.waiting).toBe(0)
  })
})

describe('a redrive', () => {
  it('makes one attempt more due at once', () => {
    const { ledger } = newLedger()
    ledger.acceptInstant(instantOrder(1, { timeToLiveMs: 600_000 }), T0)
    for (let attempt = 1; attempt < 8; attempt++) {
      ledger.report(at(1), told(attempt, UNAVAILABLE), 1, T0 + attempt)
      ledger.claim(at(1), T0 + attempt)
    }
    ledger.report(at(1), told(8, UNAVAILABLE), 1, T0 + 10)
    expect(ledger.nextWakeUpMs(T0 + 20)).toBeGreaterThan(T0 + 30_000)
    expect(ledger.operated?.redrive(at(1), T0 + 20)).toBe('redriven')
    expect(ledger.wake(T0 + 20).deliveries).toHaveLength(1)
  })

  it('is told of, and makes no other attempt, while one is under way', () => {
    const { ledger } = newLedger()
    ledger.acceptInstant(instantOrder(1), T0)
    expect(ledger.operated?.redrive(at(1), T0 + 5)).toBe('under-way')
    const timeline = ledger.operated?.inspect(at(1), T0 + 6)?.timeline
    expect(timeline?.map(({ event }) => event)).toEqual(['accepted', 'claimed', 'redriven'])
    expect(ledger.wake(T0 + 7).deliveries).toEqual([])
  })

  it('tries once more what a provider has, and no second time', () => {
    const { ledger } = newLedger()
    ledger.acceptInstant(instantOrder(1), T0)
    ledger.report(at(1), told(1, TAKEN), 0, T0 + 5)
    expect(ledger.operated?.redrive(at(1), T0 + 10)).toBe('redriven')
    expect(ledger.claim(at(1), T0 + 11).verdict).toMatchObject({ attempt: 2, possibleCopies: 1 })
    ledger.report(at(1), told(2, { kind: 'withheld' }), 0, T0 + 12)
    expect(ledger.receive(at(1), 'a', { kind: 'delivered', atMs: T0 + 20 }, T0 + 20)).toMatchObject({
      changes: [{ to: 'SMS_Delivered' }],
    })
  })

  it('of many leaves what a provider has, or may have, alone', () => {
    const { ledger } = newLedger()
    for (const index of [1, 2, 3]) ledger.acceptInstant(instantOrder(index), T0)
    ledger.report(at(1), told(1, TAKEN), 0, T0 + 5)
    ledger.report(at(2), told(1, { kind: 'uncertain' }, { honoursReferences: false }), 0, T0 + 5)
    ledger.claim(at(2), T0 + 6_000)
    ledger.report(at(2), told(2, { kind: 'uncertain' }, { honoursReferences: false, provider: 'b' }), 0, T0 + 6_005)
    ledger.report(at(3), told(1, UNAVAILABLE), 0, T0 + 5)
    const outcomes = [1, 2, 3].map((index) => ledger.operated?.redriveWaiting(at(index), T0 + 6_010))
    expect(outcomes).toEqual(['too-late', 'too-late', 'redriven'])
    expect(ledger.find(at(1), T0 + 6_010)?.status).toBe('SMS_Accepted')
    expect('attempt' in (ledger.claim(at(1), T0 + 6_020).verdict ?? {})).toBe(false)
  })

  it('of what a provider may have tries just that once more, where it is asked for by that name', () => {
    const { ledger } = newLedger()
    for (const index of [1, 2, 3, 4]) ledger.acceptInstant(instantOrder(index, { timeToLiveMs: 600_000 }), T0)
    ledger.report(at(1), told(1, TAKEN), 0, T0 + 5)
    ledger.report(at(2), told(1, UNAVAILABLE), 0, T0 + 5)
    // It is tried once more by itself.
    ledger.report(at(4), told(1, { kind: 'uncertain' }), 0, T0 + 5)
    const doubt = { honoursReferences: false } as const
    ledger.report(at(3), told(1, { kind: 'uncertain' }, doubt), 0, T0 + 5)
    ledger.claim(at(3), T0 + 6_000)
    ledger.report(at(3), told(2, { kind: 'uncertain' }, { ...doubt, provider: 'b' }), 0, T0 + 6_005)
    const nowMs = T0 + 9_000
    const [only, ...others] = ledger.operated?.searchStep({ state: 'uncertain' }, undefined, nowMs).found ?? []
    expect([only?.shipment.sendersReference, others]).toEqual(['ref-3', []])
    const redriven = [1, 2, 3].map((index) => ledger.operated?.redriveUncertain(at(index), nowMs))
    expect(redriven).toEqual(['too-late', 'redriven', 'redriven'])
    expect(ledger.operated?.gauges(nowMs)).toMatchObject({ uncertain: 0 })
    expect(ledger.claim(at(3), nowMs).verdict).toMatchObject({ attempt: 3 })
    ledger.report(at(3), told(3, { kind: 'delivered' }), 0, nowMs + 5)
    expect(ledger.find(at(3), nowMs + 6)?.deliveries).toMatchObject([{ status: 'SMS_Delivered' }])
    expect(ledger.operated?.redriveUncertain(at(3), nowMs + 9)).toBe('ended')
  })

  it('of a shipment to several tries those that wait, and no copy of the others', () => {
    const { ledger } = newLedger()
    ledger.acceptOrder(ordinaryOrder(1, planDue(T0)), T0)
    ledger.prepare(at(1), { kind: 'deliveries', deliveries: [mailTo('a@example.com'), mailTo('b@example.com')] }, 0, T0)
    const second = { ...at(1), position: 1 }
    for (const address of [at(1), second]) ledger.claim(address, T0)
    ledger.report(at(1), told(1, TAKEN), 0, T0 + 5)
    ledger.report(second, told(1, UNAVAILABLE), 0, T0 + 5)
    expect(ledger.operated?.redrive(at(1), T0 + 10)).toBe('redriven')
    expect(ledger.operated?.inspect(at(1), T0 + 11)?.deliveries.map(({ status }) => status)).toEqual([
      'Email_Succeeded',
      'Email_Sending',
    ])
  })

  it('of many leaves a shipment alone of which one message has ended and a provider has another', () => {
    const { ledger } = newLedger()
    ledger.acceptOrder(ordinaryOrder(1, planDue(T0)), T0)
    ledger.prepare(at(1), { kind: 'deliveries', deliveries: [mailTo('a@example.com'), mailTo('b@example.com')] }, 0, T0)
    ledger.report(at(1), told(1, { kind: 'delivered' }), 0, T0 + 5)
    ledger.report({ ...at(1), position: 1 }, told(1, TAKEN), 0, T0 + 5)
    expect(ledger.operated?.redriveWaiting(at(1), T0 + 10)).toBe('too-late')
    expect(ledger.operated?.redrive(at(1), T0 + 10)).toBe('redriven')
  })

  it('is refused once the time is over, or it has ended', () => {
    const { ledger } = newLedger()
    ledger.acceptInstant(instantOrder(1), T0)
    ledger.acceptInstant(instantOrder(2), T0)
    ledger.report(at(1), told(1, { kind: 'delivered' }), 0, T0 + 5)
    expect(ledger.operated?.redrive(at(1), T0 + 10)).toBe('ended')
    expect(ledger.operated?.redrive(at(2), T0 + 60_000)).toBe('expired')
    ledger.report(at(2), told(1, UNAVAILABLE), 0, T0 + 60_001)
    expect(ledger.find(at(2), T0)?.status).toBe('SMS_Failed_TTL')
    expect(ledger.operated?.redrive(at(2), T0 + 60_002)).toBe('expired')
    expect(ledger.operated?.redrive(at(3), T0)).toBe('unknown')
  })

  it('of an order is possible from the moment it falls due until 48 hours later', () => {
    const { ledger } = newLedger()
    ledger.acceptOrder(ordinaryOrder(1, planDue(T0 + 1_000)), T0)
    const outcomes = [999, 1_000, 1_000 + ORDER_TIME_TO_LIVE_MS - 1, 1_000 + ORDER_TIME_TO_LIVE_MS].map((ms) =>
      ledger.operated?.redrive(at(1), T0 + ms),
    )
    expect(outcomes).toEqual(['not-due', 'redriven', 'redriven', 'expired'])
  })

  it('prepares an order anew that waits for a register, and leaves one that is not due', () => {
    const { ledger } = newLedger()
    ledger.acceptOrder(ordinaryOrder(1, planDue(T0)), T0)
    for (let times = 0; times < 6; times++)
      ledger.prepare(at(1), { kind: 'obstacle', obstacle: 'register-unavailable' }, 1, T0)
    expect(ledger.wake(T0 + 100).shipments).toEqual([])
    expect(ledger.operated?.redrive(at(1), T0 + 100)).toBe('redriven')
    expect(ledger.wake(T0 + 100).shipments).toHaveLength(1)
    ledger.acceptOrder(ordinaryOrder(2, planDue(T0 + 5_000)), T0)
    expect(ledger.operated?.redrive(at(2), T0 + 100)).toBe('not-due')
  })
})

describe('an end by hand', () => {
  it('gives up what is under way, and takes back what no provider can have', () => {
    const { ledger } = newLedger()
    ledger.acceptInstant(instantOrder(1), T0)
    expect(ledger.operated?.cancel(at(1), T0).outcome).toBe('too-late')
    expect(ledger.operated?.giveUp(at(1), T0)).toMatchObject({ outcome: 'done', changes: [{ to: 'SMS_Failed' }] })
    expect(ledger.operated?.giveUp(at(1), T0).outcome).toBe('ended')
    ledger.acceptInstant(instantOrder(2), T0)
    ledger.report(at(2), told(1, UNAVAILABLE), 0, T0 + 5)
    expect(ledger.operated?.cancel(at(2), T0 + 6)).toMatchObject({ outcome: 'done', changes: [{ to: 'SMS_Failed' }] })
    const reasons = [1, 2].map((index) =>
      ledger.operated
        ?.inspect(at(index), T0 + 7)
        ?.timeline.flatMap((one) => (one.event === 'given-up' ? one.reason : [])),
    )
    expect(reasons).toEqual([['operator'], ['cancelled']])
    ledger.acceptOrder(ordinaryOrder(3, planDue(T0 + 5_000)), T0)
    expect(ledger.operated?.cancel(at(3), T0).outcome).toBe('done')
    expect(ledger.find(at(3), T0)?.status).toBe('Order_Cancelled')
  })

  it('takes nothing back that a provider may have, and says of what is not there that it is unknown', () => {
    const { ledger } = newLedger()
    const cancelled = (index: number) => ledger.operated?.cancel(at(index), T0 + 20_000).outcome
    ledger.acceptInstant(instantOrder(1), T0)
    ledger.report(at(1), told(1, { kind: 'uncertain' }), 0, T0 + 5)
    ledger.acceptInstant(instantOrder(2), T0)
    ledger.report(at(2), told(1, { kind: 'uncertain' }, { honoursReferences: false }), 0, T0 + 5)
    ledger.acceptInstant(instantOrder(3), T0)
    ledger.wake(T0 + 20_000)
    expect([1, 2, 3].map(cancelled)).toEqual(['too-late', 'too-late', 'too-late'])
    expect(cancelled(9)).toBe('unknown')
    expect(ledger.operated?.giveUp(at(9), T0).outcome).toBe('unknown')
    expect(ledger.operated?.giveUp(at(1), T0 + 20_001)).toMatchObject({ outcome: 'done' })
    expect(cancelled(1)).toBe('ended')
  })

  it('cancels an order that is not due, whichever of the two is asked for, and changes it no more', () => {
    const { ledger } = newLedger()
    ledger.acceptOrder(ordinaryOrder(1, planDue(T0 + 5_000)), T0)
    expect(ledger.operated?.giveUp(at(1), T0)).toEqual({ outcome: 'done', changes: [] })
    expect(ledger.find(at(1), T0)?.status).toBe('Order_Cancelled')
    expect([ledger.operated?.giveUp(at(1), T0), ledger.operated?.cancel(at(1), T0)]).toEqual([
      { outcome: 'ended', changes: [] },
      { outcome: 'ended', changes: [] },
    ])
  })
})

describe('a search for an e-mail address', () => {
  it('finds an order to a user whose name is that address, and no other that ends so', () => {
    const world = newLedger()
    const to = (index: number, urn: string) =>
      world.ledger.acceptOrder(
        ordinaryOrder(index, planDue(T0, { sendersReference: urn, recipient: { kind: 'username', urn } })),
        T0,
      )
    to(1, 'urn:altinn:person:idporten-email:ola@example.com')
    to(2, 'urn:altinn:person:idporten-email:nikola@example.com')
    to(3, 'x:ola@example.com')
    expect(found(world, { recipient: 'ola@example.com' })).toEqual(['urn:altinn:person:idporten-email:ola@example.com'])
  })
})
