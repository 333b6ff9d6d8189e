import { describe, expect, it } from 'vitest'
import { readFacts } from '../../worker/feed/message-facts.ts'
import { at, instantOrder, MAIL, newLedger, ordinaryOrder, planDue, T0, TIMING, told } from './support/world.ts'

const CALL = { provider: 'a', askedAtMs: T0 + 1, answeredAtMs: T0 + 3 }
const FAILED = { kind: 'failed', status: 'SMS_Failed_Undelivered' } as const

/** A ledger with one instant message, whose first attempt ended so. */
function attempted(outcome: 'taken' | 'refused' | 'delivered') {
  const { ledger } = newLedger()
  ledger.acceptInstant(instantOrder(1), T0)
  const answer = outcome === 'refused' ? { kind: outcome, status: 'SMS_Failed' as const } : { kind: outcome }
  ledger.report(at(1), told(1, answer, { calls: [{ ...CALL, outcome }] }), 0, T0 + 5)
  return ledger
}

const factsIn = ({ ends }: ReturnType<typeof attempted>) =>
  ends?.after(0, 10)?.entries.flatMap((entry) => readFacts(entry?.facts ?? null))

describe('what the feed counts of a message that has ended', () => {
  it('is sent where it was delivered', () => {
    expect(factsIn(attempted('delivered'))).toEqual([
      {
        channel: 'sms',
        provider: 'a',
        isDelivered: true,
        isInstant: true,
        isSent: true,
        acceptedAtMs: T0,
        askedAtMs: T0 + 1,
        endedAtMs: T0 + 5,
      },
    ])
  })

  it('is sent where a provider took it, though it failed then', () => {
    const ledger = attempted('taken')
    ledger.receive(at(1), 'a', FAILED, T0 + 9)
    expect(factsIn(ledger)).toMatchObject([{ isDelivered: false, isSent: true, endedAtMs: T0 + 9 }])
  })

  it('is sent where a provider took it and never said more', () => {
    const ledger = attempted('taken')
    ledger.wake(T0 + 60_000 + TIMING.graceMs)
    expect(factsIn(ledger)).toMatchObject([{ provider: 'a', isDelivered: false, isSent: true }])
  })

  it('is sent where a provider says that it had it, though its answer was lost', () => {
    const { ledger } = newLedger()
    ledger.acceptInstant(instantOrder(1), T0)
    ledger.report(at(1), told(1, { kind: 'uncertain' }, { calls: [{ ...CALL, outcome: 'uncertain' }] }), 0, T0 + 5)
    ledger.receive(at(1), 'a', { kind: 'accepted' }, T0 + 7)
    ledger.receive(at(1), 'a', FAILED, T0 + 9)
    expect(factsIn(ledger)).toMatchObject([{ isDelivered: false, isSent: true }])
  })

  it('is not sent where it was refused, or never asked for', () => {
    expect(factsIn(attempted('refused'))).toMatchObject([{ provider: 'a', isSent: false, askedAtMs: T0 + 1 }])
    const { ledger } = newLedger()
    ledger.acceptInstant(instantOrder(1), T0)
    ledger.operated?.giveUp(at(1), T0 + 2)
    expect(factsIn(ledger)).toMatchObject([{ provider: '', isSent: false, askedAtMs: undefined }])
  })

  it('counts the time of an order from when it was prepared', () => {
    const { ledger } = newLedger()
    ledger.acceptOrder(ordinaryOrder(1, planDue(T0 + 60_000)), T0)
    ledger.prepare(at(1), { kind: 'deliveries', deliveries: [MAIL] }, 0, T0 + 60_100)
    ledger.report(at(1), told(1, { kind: 'delivered' }), 0, T0 + 60_200)
    expect(factsIn(ledger)).toMatchObject([{ isInstant: false, isDelivered: true, acceptedAtMs: T0 + 60_100 }])
  })
})

describe('what the feed is told at once', () => {
  it('is no more than a call carries, and in the end all, in order', () => {
    const { ledger } = newLedger()
    const count = 1_300
    for (let index = 0; index < count; index++) {
      ledger.acceptInstant(instantOrder(index, { sendersReference: `${index} ${'x'.repeat(4_000)}` }), T0)
      ledger.report(at(index), told(1, { kind: 'delivered' }), 0, T0 + 1)
    }
    const seen: number[] = []
    let calls = 0
    for (let batch = ledger.ends?.after(0, count); batch; batch = ledger.ends?.after(seen.length, count)) {
      calls++
      expect(batch.firstSequence).toBe(seen.length + 1)
      expect(batch.entries.reduce((sum, entry) => sum + (entry?.entry.length ?? 0), 0)).toBeLessThan(4_194_305)
      expect(batch.unreadable).toEqual([])
      for (const entry of batch.entries) seen.push(Number.parseInt(JSON.parse(entry?.entry ?? '').sendersReference, 10))
    }
    expect(seen).toEqual(Array.from({ length: count }, (_, index) => index))
    expect(calls).toBe(2)
  })
})
