import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  acceptClaimed,
  claim,
  type Delivery,
  giveUp,
  receive,
  report as reportWhole,
  type Timing,
  wake,
} from '../../../worker/domain/delivery.ts'
import type { Outcome, Receipt } from '../../../worker/domain/outcome.ts'

const TIMING: Timing = {
  leaseMs: 10_000,
  rescueMs: 10_000,
  deferMs: 1_000,
  graceMs: 30_000,
  retentionMs: 1_000_000,
  smsWindow: { opensAtMinute: 540, closesAtMinute: 1_020, timeZone: 'Europe/Oslo' },
}
const T0 = 1_000_000
const TTL_MS = 60_000
const EXPIRY = T0 + TTL_MS

const report = (
  delivery: Delivery,
  attempt: number,
  outcome: Outcome,
  nowMs: number,
  backoffMs: number,
  timing: Timing,
): Delivery => reportWhole(delivery, { attempt, outcome, stayWith: undefined, backoffMs }, nowMs, timing)

const accepted = (): Delivery => acceptClaimed('sms', EXPIRY, T0, TIMING)
const unavailable = (delivery: Delivery, nowMs: number) =>
  report(delivery, delivery.attempts, { kind: 'unavailable' }, nowMs, 500, TIMING)
const taken = () => report(accepted(), 1, { kind: 'taken' }, T0 + 1, 0, TIMING)
const delivered = (atMs: number): Receipt => ({ kind: 'delivered', atMs })

describe('a delivery', () => {
  it('starts with its first attempt claimed', () => {
    expect(accepted()).toMatchObject({ phase: 'claimed', status: 'SMS_Sending', attempts: 1, wakeAtMs: T0 + 10_000 })
  })

  it('grants no second claim while the first is held', () => {
    expect(claim(accepted(), T0 + 9_999, TIMING)).toEqual({ granted: false, why: 'held' })
  })

  it('grants a claim again when the lease has run out', () => {
    expect(claim(accepted(), T0 + 10_000, TIMING)).toMatchObject({ granted: true, delivery: { attempts: 2 } })
  })

  it('grants no claim from the millisecond it expires', () => {
    const waiting = unavailable(accepted(), T0 + 1)
    expect(claim(waiting, EXPIRY - 1, TIMING)).toMatchObject({ granted: true })
    expect(claim(waiting, EXPIRY, TIMING)).toEqual({ granted: false, why: 'expired' })
  })

  it('waits for the next attempt when its provider is away, at most until it expires', () => {
    expect(unavailable(accepted(), T0 + 100)).toMatchObject({ phase: 'waiting', wakeAtMs: T0 + 600 })
    expect(unavailable(accepted(), EXPIRY - 100).wakeAtMs).toBe(EXPIRY)
  })

  it('expires at once when the last attempt fails after its time', () => {
    expect(unavailable(accepted(), EXPIRY)).toMatchObject({ phase: 'final', status: 'SMS_Failed_TTL' })
  })

  it('ignores the failure of an attempt that a newer one has replaced', () => {
    const second = claim(accepted(), T0 + 10_000, TIMING)
    if (!second.granted) throw new Error('not granted')
    expect(report(second.delivery, 1, { kind: 'unavailable' }, T0 + 10_001, 500, TIMING)).toBe(second.delivery)
  })

  it('believes an old attempt that its provider took the message', () => {
    const second = claim(accepted(), T0 + 10_000, TIMING)
    if (!second.granted) throw new Error('not granted')
    expect(report(second.delivery, 1, { kind: 'taken' }, T0 + 10_001, 0, TIMING).phase).toBe('taken')
  })

  it('is delivered at once where its provider never reports, even if that answer comes late', () => {
    const handedOver = { kind: 'delivered' } as const
    expect(report(accepted(), 1, handedOver, T0 + 1, 0, TIMING)).toMatchObject({
      phase: 'final',
      status: 'SMS_Delivered',
    })
    expect(report(taken(), 1, handedOver, T0 + 2, 0, TIMING).status).toBe('SMS_Delivered')
    const second = claim(accepted(), T0 + 10_000, TIMING)
    if (!second.granted) throw new Error('not granted')
    expect(report(second.delivery, 1, handedOver, T0 + 10_001, 0, TIMING).status).toBe('SMS_Delivered')
  })

  it('waits for its receipt until its time and the grace are over', () => {
    expect(taken()).toMatchObject({ phase: 'taken', status: 'SMS_Accepted', wakeAtMs: EXPIRY + 30_000 })
    expect(wake(taken(), EXPIRY + 29_999, TIMING, true).delivery.phase).toBe('taken')
    expect(wake(taken(), EXPIRY + 30_000, TIMING, true).delivery.status).toBe('SMS_Failed_TTL')
  })

  it('counts as delivered if it was within its time by the provider’s clock, whenever that is told', () => {
    expect(receive(taken(), delivered(EXPIRY), EXPIRY + 20_000, TIMING).status).toBe('SMS_Delivered')
    expect(receive(taken(), delivered(EXPIRY + 1), EXPIRY + 20_000, TIMING).status).toBe('SMS_Failed_TTL')
  })

  it('is delivered even if the receipt comes before the report', () => {
    const early = receive(accepted(), delivered(T0 + 5), T0 + 5, TIMING)
    expect(early.status).toBe('SMS_Delivered')
    expect(report(early, 1, { kind: 'taken' }, T0 + 6, 0, TIMING)).toBe(early)
  })

  it('goes to the queue when it is due and the queue has room, and waits a moment when it has none', () => {
    const waiting = unavailable(accepted(), T0)
    expect(wake(waiting, T0 + 500, TIMING, true)).toMatchObject({ next: 'enqueue', delivery: { phase: 'queued' } })
    expect(wake(waiting, T0 + 500, TIMING, false)).toMatchObject({ next: 'nothing', delivery: { phase: 'waiting' } })
  })

  it('is queued again when a queue message is lost', () => {
    const queued = wake(unavailable(accepted(), T0), T0 + 500, TIMING, true).delivery
    expect(wake(queued, T0 + 10_499, TIMING, true).next).toBe('nothing')
    expect(wake(queued, T0 + 10_500, TIMING, true).next).toBe('enqueue')
  })

  it('is forgotten when it has been final for the retention time', () => {
    const final = giveUp(accepted(), T0 + 1, TIMING)
    expect(final.status).toBe('SMS_Failed')
    expect(wake(final, T0 + 1_000_000, TIMING, true).next).toBe('nothing')
    expect(wake(final, T0 + 1_000_001, TIMING, true).next).toBe('forget')
  })
})

type Step = (delivery: Delivery, nowMs: number) => Delivery

const outcomes: readonly Outcome[] = [
  { kind: 'taken' },
  { kind: 'delivered' },
  { kind: 'refused', status: 'SMS_Failed_InvalidRecipient' },
  { kind: 'unavailable' },
]

/** Anything that may happen to a delivery, in any order: lost, repeated and late messages included. */
const someStep: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.constantFrom(...outcomes), fc.integer({ min: 1, max: 4 }), fc.nat(2_000)).map(
    ([outcome, attempt, pauseMs]): Step =>
      (delivery, nowMs) =>
        report(delivery, attempt, outcome, nowMs, pauseMs, TIMING),
  ),
  fc.constant<Step>((delivery, nowMs) => {
    const verdict = claim(delivery, nowMs, TIMING)
    return verdict.granted ? verdict.delivery : delivery
  }),
  fc.boolean().map(
    (room): Step =>
      (delivery, nowMs) =>
        wake(delivery, nowMs, TIMING, room).delivery,
  ),
  fc.nat(120_000).map(
    (agoMs): Step =>
      (delivery, nowMs) =>
        receive(delivery, delivered(nowMs - agoMs), nowMs, TIMING),
  ),
  fc.constant<Step>((delivery, nowMs) => receive(delivery, { kind: 'accepted' }, nowMs, TIMING)),
  fc.constant<Step>((delivery, nowMs) =>
    receive(delivery, { kind: 'failed', status: 'SMS_Failed_Rejected' }, nowMs, TIMING),
  ),
)

const history = fc.array(fc.tuple(fc.nat(20_000), someStep), { maxLength: 40 })

describe('whatever happens to a delivery, in whatever order', () => {
  it('a final state never changes again', () => {
    fc.assert(
      fc.property(history, (steps) => {
        let delivery = accepted()
        let nowMs = T0
        for (const [afterMs, step] of steps) {
          nowMs += afterMs
          const next = step(delivery, nowMs)
          if (delivery.phase === 'final') expect(next).toBe(delivery)
          delivery = next
        }
      }),
      { numRuns: 3_000 },
    )
  })

  it('a delivery is final soon after its time if it is only woken', () => {
    fc.assert(
      fc.property(history, (steps) => {
        let delivery = accepted()
        let nowMs = T0
        for (const [afterMs, step] of steps) {
          nowMs += afterMs
          delivery = step(delivery, nowMs)
        }
        for (let look = 0; look < 100 && delivery.phase !== 'final'; look++) {
          nowMs = Math.max(nowMs, delivery.wakeAtMs)
          delivery = wake(delivery, nowMs, TIMING, true).delivery
        }
        expect(delivery.phase).toBe('final')
      }),
      { numRuns: 3_000 },
    )
  })

  it('no claim is granted at or after expiry, and never two at once', () => {
    fc.assert(
      fc.property(history, (steps) => {
        let delivery = accepted()
        let nowMs = T0
        let heldUntilMs = delivery.wakeAtMs
        for (const [afterMs, step] of steps) {
          nowMs += afterMs
          const verdict = claim(delivery, nowMs, TIMING)
          if (verdict.granted) {
            expect(nowMs).toBeLessThan(EXPIRY)
            if (delivery.phase === 'claimed') expect(nowMs).toBeGreaterThanOrEqual(heldUntilMs)
            heldUntilMs = verdict.delivery.wakeAtMs
            delivery = verdict.delivery
          }
          delivery = step(delivery, nowMs)
          if (delivery.phase === 'claimed') heldUntilMs = delivery.wakeAtMs
        }
      }),
      { numRuns: 3_000 },
    )
  })
})
