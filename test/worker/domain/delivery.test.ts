import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AttemptReport,
  claim,
  extendLease,
  report as reportWhole,
  wakeDelivery,
  withdraw,
} from '../../../worker/domain/attempt.ts'
import {
  acceptClaimed,
  type Delivery,
  giveUp,
  isUncertain,
  statusOf,
  type Timing,
  wakeAtOf,
} from '../../../worker/domain/delivery.ts'
import type { Outcome, Receipt } from '../../../worker/domain/outcome.ts'
import { receive as receiveFrom } from '../../../worker/domain/receipt.ts'
import { runs } from '../../support/runs.ts'

const TIMING: Timing = {
  leaseMs: 10_000,
  rescueMs: 10_000,
  deferMs: 1_000,
  graceMs: 30_000,
  retentionMs: 1_000_000,
  erasureDelayMs: 0,
  windows: {
    sms: { opensAtMinute: 540, closesAtMinute: 1_020, timeZone: 'Europe/Oslo' },
    email: { opensAtMinute: 420, closesAtMinute: 1_320, timeZone: 'Europe/Oslo' },
  },
}
const T0 = 1_000_000
const TTL_MS = 60_000
const EXPIRY = T0 + TTL_MS
const ANSWER_BY = EXPIRY + TIMING.graceMs
/** Half of every pause is left to chance: none here. */
const NO_CHANCE = 0

type Told = Partial<AttemptReport> & { readonly outcome: AttemptReport['outcome'] }

/** Reports what a provider said; unless it is named, one that honours references. */
const tell = (delivery: Delivery, told: Told, nowMs: number): Delivery => {
  const usual = { attempt: delivery.attempts, provider: 'a', honoursReferences: true, hasAlternatives: false }
  return reportWhole(delivery, { ...usual, ...told }, NO_CHANCE, nowMs, TIMING)
}

const receive = (delivery: Delivery, receipt: Receipt, nowMs: number, provider = 'a'): Delivery =>
  receiveFrom(delivery, provider, receipt, nowMs, TIMING)

const granted = (delivery: Delivery, nowMs: number): Delivery => {
  const verdict = claim(delivery, nowMs, TIMING)
  if (!verdict.granted) throw new Error(`Not granted: ${verdict.why}`)
  return verdict.delivery
}

const accepted = (): Delivery => acceptClaimed('sms', EXPIRY, T0, TIMING)
const unavailable = (delivery: Delivery, nowMs: number) => tell(delivery, { outcome: { kind: 'unavailable' } }, nowMs)
const taken = () => tell(accepted(), { outcome: { kind: 'taken' } }, T0 + 1)
const delivered = (atMs: number): Receipt => ({ kind: 'delivered', atMs })
const FAILED: Receipt = { kind: 'failed', status: 'SMS_Failed_Undelivered' }
const phaseOf = ({ stage }: Delivery) => stage.phase
const lookAt = (delivery: Delivery, nowMs: number) => wakeDelivery(delivery, nowMs, TIMING)

describe('a delivery', () => {
  it('starts with its first attempt claimed', () => {
    expect(accepted()).toMatchObject({ attempts: 1, stage: { phase: 'claimed', wakeAtMs: T0 + 10_000 } })
    expect(statusOf(accepted())).toBe('SMS_Sending')
  })

  it('grants no second claim while the first is held', () => {
    expect(claim(accepted(), T0 + 9_999, TIMING)).toEqual({ granted: false, why: 'held' })
  })

  it('grants a claim again when the lease has run out, and remembers that a provider may have it', () => {
    const second = granted(accepted(), T0 + 10_000)
    expect(second).toMatchObject({ attempts: 2, lostClaims: 1 })
    expect(isUncertain(second)).toBe(true)
  })

  it('grants no claim from the millisecond it expires', () => {
    const waiting = unavailable(accepted(), T0 + 1)
    expect(claim(waiting, EXPIRY - 1, TIMING)).toMatchObject({ granted: true })
    expect(claim(waiting, EXPIRY, TIMING)).toEqual({ granted: false, why: 'expired' })
  })

  it('waits for the next attempt when its provider is away, at most until it expires', () => {
    expect(unavailable(accepted(), T0 + 100).stage).toEqual({ phase: 'waiting', wakeAtMs: T0 + 350 })
    expect(wakeAtOf(unavailable(accepted(), EXPIRY - 100))).toBe(EXPIRY)
  })

  it('expires at once when the last attempt fails after its time', () => {
    expect(statusOf(unavailable(accepted(), EXPIRY))).toBe('SMS_Failed_TTL')
  })

  it('ignores the failure of an attempt that a newer one has replaced', () => {
    const second = granted(accepted(), T0 + 10_000)
    expect(tell(second, { attempt: 1, outcome: { kind: 'unavailable' } }, T0 + 10_001)).toBe(second)
  })

  it('believes an old attempt that its provider took the message', () => {
    const second = granted(accepted(), T0 + 10_000)
    expect(phaseOf(tell(second, { attempt: 1, outcome: { kind: 'taken' } }, T0 + 10_001))).toBe('taken')
  })

  it('is delivered at once where its provider never reports, even if that answer comes late', () => {
    const handedOver = { outcome: { kind: 'delivered' } } as const
    expect(statusOf(tell(accepted(), handedOver, T0 + 1))).toBe('SMS_Delivered')
    expect(statusOf(tell(taken(), handedOver, T0 + 2))).toBe('SMS_Delivered')
    const second = granted(accepted(), T0 + 10_000)
    expect(statusOf(tell(second, { ...handedOver, attempt: 1 }, T0 + 10_001))).toBe('SMS_Delivered')
  })

  it('waits for its receipt until its time and the grace are over', () => {
    expect(taken().stage).toEqual({ phase: 'taken', wakeAtMs: ANSWER_BY, holder: 'a' })
    expect(phaseOf(lookAt(taken(), ANSWER_BY - 1).delivery)).toBe('taken')
    expect(statusOf(lookAt(taken(), ANSWER_BY).delivery)).toBe('SMS_Failed_TTL')
  })

  it('counts as delivered if it was within its time by the provider’s clock, whenever that is told', () => {
    expect(statusOf(receive(taken(), delivered(EXPIRY), EXPIRY + 20_000))).toBe('SMS_Delivered')
    expect(statusOf(receive(taken(), delivered(EXPIRY + 1), EXPIRY + 20_000))).toBe('SMS_Failed_TTL')
  })

  it('is delivered even if the receipt comes before the report', () => {
    const early = receive(accepted(), delivered(T0 + 5), T0 + 5)
    expect(statusOf(early)).toBe('SMS_Delivered')
    expect(tell(early, { attempt: 1, outcome: { kind: 'taken' } }, T0 + 6)).toBe(early)
  })

  it('is delivered by silence where its provider tells of failures only, even if its time is over by then', () => {
    const bounceGraceMs = TTL_MS + 40_000
    const mail = tell(accepted(), { outcome: { kind: 'taken', deliveredAfterMs: bounceGraceMs } }, T0 + 1)
    expect(statusOf(mail)).toBe('SMS_Accepted')
    expect(lookAt(mail, ANSWER_BY).delivery).toBe(mail)
    expect(statusOf(lookAt(mail, T0 + 1 + bounceGraceMs).delivery)).toBe('SMS_Delivered')
    expect(statusOf(receive(mail, FAILED, EXPIRY + 1))).toBe('SMS_Failed_Undelivered')
  })

  it('is not tried again while the holder of its claim waits for an answer, nor for longer than it may wait', () => {
    const held = extendLease(accepted(), 1, T0 + 25_000, TIMING)
    expect(lookAt(held, T0 + 24_999).next).toBe('nothing')
    expect(lookAt(held, T0 + 25_000).next).toBe('attempt')
    expect(wakeAtOf(extendLease(accepted(), 1, T0 + 600_000, TIMING))).toBe(ANSWER_BY)
    expect(wakeAtOf(extendLease(held, 1, T0 + 11_000, TIMING))).toBe(T0 + 25_000)
    for (const other of [taken(), unavailable(accepted(), T0), granted(accepted(), T0 + 10_000)])
      expect(extendLease(other, 1, T0 + 25_000, TIMING)).toBe(other)
  })

  it('asks for an attempt when it is due', () => {
    const waiting = unavailable(accepted(), T0)
    expect(lookAt(waiting, T0 + 249).next).toBe('nothing')
    expect(lookAt(waiting, T0 + 250).next).toBe('attempt')
  })

  it('is uncertain when it ends unhandled after an attempt that may have been heard', () => {
    const lost = lookAt(accepted(), T0 + 10_000).delivery
    expect(giveUp(lost, T0 + 10_001).stage).toEqual({ phase: 'final', status: 'SMS_Failed', isUncertain: true })
  })

  it.each([
    ['being handed over', accepted(), true],
    ['taken', tell(accepted(), { outcome: { kind: 'taken' } }, T0), true],
    ['waiting', unavailable(accepted(), T0), false],
  ])('given up while %s, may arrive all the same: %s', (_name, delivery, isUncertain) => {
    expect(giveUp(delivery, T0 + 1).stage).toEqual({ phase: 'final', status: 'SMS_Failed', isUncertain })
  })
})

describe('a delivery that a provider may have', () => {
  const UNCERTAIN = { outcome: { kind: 'uncertain' } } as const
  const deaf = (delivery: Delivery, outcome: Outcome, nowMs: number, provider = 'a') =>
    tell(delivery, { outcome, provider, honoursReferences: false }, nowMs)

  it('is asked for at the same provider until it says, where that one honours references', () => {
    let delivery = accepted()
    let nowMs = T0
    for (let attempt = 1; attempt < 5; attempt++) {
      delivery = tell(delivery, UNCERTAIN, nowMs + 1)
      expect(delivery).toMatchObject({ pinnedProvider: 'a', stage: { phase: 'waiting' } })
      expect(isUncertain(delivery)).toBe(true)
      nowMs = wakeAtOf(delivery) ?? 0
      delivery = granted(delivery, nowMs)
    }
    expect(tell(delivery, { outcome: { kind: 'unavailable' } }, nowMs + 1).pinnedProvider).toBe('a')
  })

  it('waits no longer than 15 seconds for that provider while others go elsewhere', () => {
    const held = { ...granted(tell(accepted(), UNCERTAIN, T0), T0 + 10_000), attempts: 9 }
    expect(wakeAtOf(tell(held, { ...UNCERTAIN, hasAlternatives: true }, T0 + 10_000))).toBe(T0 + 17_500)
    expect(wakeAtOf(tell(held, { ...UNCERTAIN, hasAlternatives: false }, T0 + 10_000))).toBe(T0 + 40_000)
  })

  it('is tried once more and no more where its provider honours none, and ends uncertain', () => {
    const first = deaf(accepted(), { kind: 'uncertain' }, T0 + 1)
    expect(first).toMatchObject({ pinnedProvider: 'a', doubts: ['a'], stage: { phase: 'waiting' } })
    const second = deaf(granted(first, T0 + 500), { kind: 'uncertain' }, T0 + 501)
    expect(second.stage).toEqual({ phase: 'unresolved', wakeAtMs: ANSWER_BY })
    expect(statusOf(second)).toBe('SMS_Sending')
    expect(claim(second, T0 + 20_000, TIMING)).toEqual({ granted: false, why: 'unresolved' })
    expect(lookAt(second, EXPIRY)).toMatchObject({ next: 'nothing', delivery: { stage: { phase: 'unresolved' } } })
    expect(lookAt(second, ANSWER_BY).delivery.stage).toEqual({
      phase: 'final',
      status: 'SMS_Failed_TTL',
      isUncertain: true,
    })
  })

  it('may be tried again where the second try was certainly in vain', () => {
    const first = deaf(accepted(), { kind: 'uncertain' }, T0 + 1)
    const second = deaf(granted(first, T0 + 500), { kind: 'unavailable' }, T0 + 501, 'b')
    expect(second).toMatchObject({ doubts: ['a'], pinnedProvider: undefined, stage: { phase: 'waiting' } })
    const third = deaf(granted(second, T0 + 5_000), { kind: 'uncertain' }, T0 + 5_001, 'b')
    expect(third).toMatchObject({ doubts: ['a', 'b'], stage: { phase: 'unresolved' } })
  })

  it('counts a claim that ran out as a copy', () => {
    const lost = lookAt(accepted(), T0 + 10_000).delivery
    const next = deaf(granted(lost, T0 + 10_000), { kind: 'uncertain' }, T0 + 10_001)
    expect(next).toMatchObject({ doubts: ['a', 'a'], stage: { phase: 'unresolved' } })
  })

  it('waits for its receipt where no try is without risk', () => {
    const lost = granted(lookAt(accepted(), T0 + 10_000).delivery, T0 + 10_000)
    const withheld = { provider: undefined, outcome: { kind: 'withheld' }, honoursReferences: false } as const
    expect(phaseOf(tell(lost, withheld, T0 + 10_001))).toBe('unresolved')
  })

  it('is not sent again after its time, and still waits for the grace', () => {
    const waiting = tell(accepted(), UNCERTAIN, EXPIRY - 1)
    expect(lookAt(waiting, EXPIRY).delivery.stage).toEqual({ phase: 'unresolved', wakeAtMs: ANSWER_BY })
  })

  it('is delivered or failed when a receipt says so', () => {
    const unresolved = deaf(
      granted(deaf(accepted(), { kind: 'uncertain' }, T0), T0 + 500),
      { kind: 'uncertain' },
      T0 + 501,
    )
    expect(receive(unresolved, delivered(T0 + 900), T0 + 900).stage).toMatchObject({
      status: 'SMS_Delivered',
      isUncertain: false,
    })
    const once = receive(unresolved, FAILED, T0 + 900)
    expect(phaseOf(once)).toBe('unresolved')
    expect(receive(once, FAILED, T0 + 901).stage).toMatchObject({ phase: 'final', status: 'SMS_Failed_Undelivered' })
  })

  it('is not tried a third time where the second try is said to have failed', () => {
    const first = deaf(accepted(), { kind: 'uncertain' }, T0 + 1)
    const second = tell(granted(first, T0 + 500), { outcome: { kind: 'uncertain' }, provider: 'b' }, T0 + 501)
    const failed = receive(second, FAILED, T0 + 900, 'b')
    expect(failed).toMatchObject({ doubts: ['a'], stage: { phase: 'unresolved', wakeAtMs: ANSWER_BY } })
    const early = receive(granted(first, T0 + 500), FAILED, T0 + 501, 'b')
    expect(tell(early, { outcome: { kind: 'uncertain' }, provider: 'b' }, T0 + 502)).toEqual(failed)
  })

  it('is refused by another without making the doubt go away', () => {
    const first = deaf(accepted(), { kind: 'uncertain' }, T0)
    const refused: Outcome = { kind: 'refused', status: 'SMS_Failed_InvalidRecipient' }
    expect(deaf(granted(first, T0 + 500), refused, T0 + 501, 'b').stage).toMatchObject({ isUncertain: true })
  })
})

describe('a failure that a provider tells of', () => {
  it('decides where that provider has the message', () => {
    expect(receive(taken(), FAILED, T0 + 5).stage).toMatchObject({ status: 'SMS_Failed_Undelivered' })
  })

  it('decides nothing where another has taken it', () => {
    const held = taken()
    expect(receive(held, FAILED, T0 + 5, 'b')).toBe(held)
    expect(receive(held, delivered(EXPIRY + 1), EXPIRY + 2, 'b')).toBe(held)
    expect(statusOf(receive(held, delivered(T0 + 5), T0 + 5, 'b'))).toBe('SMS_Delivered')
  })

  it('waits for the report of the attempt in flight, and counts if that asked it', () => {
    const told = receive(accepted(), FAILED, T0 + 5)
    expect(phaseOf(told)).toBe('claimed')
    expect(statusOf(tell(told, { outcome: { kind: 'taken' } }, T0 + 6))).toBe('SMS_Failed_Undelivered')
    expect(statusOf(tell(told, { outcome: { kind: 'uncertain' } }, T0 + 6))).toBe('SMS_Failed_Undelivered')
    expect(phaseOf(tell(told, { provider: 'b', outcome: { kind: 'taken' } }, T0 + 6))).toBe('taken')
  })

  it('counts when the report is lost', () => {
    const told = receive(accepted(), FAILED, T0 + 5)
    expect(statusOf(lookAt(told, T0 + 10_000).delivery)).toBe('SMS_Failed_Undelivered')
  })

  it('ends what only that provider may have, and nothing that no provider has', () => {
    const uncertain = tell(accepted(), { outcome: { kind: 'uncertain' }, honoursReferences: false }, T0 + 1)
    expect(statusOf(receive(uncertain, FAILED, T0 + 5))).toBe('SMS_Failed_Undelivered')
    expect(receive(uncertain, FAILED, T0 + 5, 'b')).toBe(uncertain)
    const waiting = unavailable(accepted(), T0 + 1)
    expect(receive(waiting, FAILED, T0 + 5)).toBe(waiting)
  })
})

describe('a withdrawal', () => {
  it('leaves nothing of what no provider can have, also after attempts that failed', () => {
    expect(withdraw(unavailable(accepted(), T0 + 1), T0 + 2, TIMING)).toBeUndefined()
  })

  it('lets what a provider may have wait for its receipt', () => {
    const uncertain = tell(accepted(), { outcome: { kind: 'uncertain' } }, T0 + 1)
    expect(withdraw(uncertain, T0 + 2, TIMING)?.stage.phase).toBe('unresolved')
    const held = taken()
    expect(withdraw(held, T0 + 2, TIMING)).toBe(held)
  })

  it('makes the attempt in flight the last', () => {
    const withdrawn = withdraw(accepted(), T0 + 1, TIMING)
    if (!withdrawn) throw new Error('gone')
    expect(phaseOf(tell(withdrawn, { outcome: { kind: 'uncertain' } }, T0 + 2))).toBe('unresolved')
    expect(phaseOf(tell(withdrawn, { outcome: { kind: 'taken' } }, T0 + 2))).toBe('taken')
    expect(phaseOf(lookAt(withdrawn, T0 + 10_000).delivery)).toBe('unresolved')
    expect(claim(withdrawn, T0 + 10_000, TIMING)).toEqual({ granted: false, why: 'unresolved' })
  })
})

type Step = (delivery: Delivery, nowMs: number) => Delivery

const outcomes: readonly Outcome[] = [
  { kind: 'taken' },
  { kind: 'delivered' },
  { kind: 'refused', status: 'SMS_Failed_InvalidRecipient' },
  { kind: 'unavailable' },
  { kind: 'uncertain' },
]

/** Anything that may happen to a delivery, in any order: lost, repeated and late messages included. */
const someStep: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.constantFrom(...outcomes), fc.integer({ min: 1, max: 4 }), fc.constantFrom('a', 'b')).map(
    ([outcome, attempt, provider]): Step =>
      (delivery, nowMs) =>
        tell(delivery, { attempt, outcome, provider, honoursReferences: provider === 'a' }, nowMs),
  ),
  fc.constant<Step>((delivery, nowMs) => {
    const verdict = claim(delivery, nowMs, TIMING)
    return verdict.granted ? verdict.delivery : delivery
  }),
  fc.constant<Step>((delivery, nowMs) => lookAt(delivery, nowMs).delivery),
  fc.constant<Step>((delivery, nowMs) => withdraw(delivery, nowMs, TIMING) ?? delivery),
  fc.nat(120_000).map(
    (agoMs): Step =>
      (delivery, nowMs) =>
        receive(delivery, delivered(nowMs - agoMs), nowMs),
  ),
  fc.constant<Step>((delivery, nowMs) => receive(delivery, { kind: 'accepted' }, nowMs)),
  fc.constantFrom('a', 'b').map(
    (provider): Step =>
      (delivery, nowMs) =>
        receive(delivery, { kind: 'failed', status: 'SMS_Failed_Rejected' }, nowMs, provider),
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
          if (phaseOf(delivery) === 'final') expect(next).toBe(delivery)
          delivery = next
        }
      }),
      { numRuns: runs(3_000) },
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
        for (let look = 0; look < 100 && phaseOf(delivery) !== 'final'; look++) {
          nowMs = Math.max(nowMs, wakeAtOf(delivery) ?? 0)
          const { delivery: found, next } = lookAt(delivery, nowMs)
          delivery = found
          // No worker comes for the attempt that it asks for.
          if (next === 'attempt') nowMs += TIMING.rescueMs
        }
        expect(phaseOf(delivery)).toBe('final')
      }),
      { numRuns: runs(3_000) },
    )
  })

  it('no claim is granted at or after expiry, and never two at once', () => {
    fc.assert(
      fc.property(history, (steps) => {
        let delivery = accepted()
        let nowMs = T0
        let heldUntilMs = T0 + TIMING.leaseMs
        for (const [afterMs, step] of steps) {
          nowMs += afterMs
          const verdict = claim(delivery, nowMs, TIMING)
          if (verdict.granted) {
            expect(nowMs).toBeLessThan(EXPIRY)
            if (phaseOf(delivery) === 'claimed') expect(nowMs).toBeGreaterThanOrEqual(heldUntilMs)
            heldUntilMs = wakeAtOf(verdict.delivery) ?? 0
            delivery = verdict.delivery
          }
          delivery = step(delivery, nowMs)
          if (phaseOf(delivery) === 'claimed') heldUntilMs = wakeAtOf(delivery) ?? 0
        }
      }),
      { numRuns: runs(3_000) },
    )
  })

  it('at most two copies are out where references are not honoured, whatever is lost', () => {
    const answers = fc.array(fc.constantFrom('uncertain', 'unavailable', 'lost'), { maxLength: 30 })
    fc.assert(
      fc.property(answers, fc.constantFrom('a', 'b'), (said, provider) => {
        let delivery = accepted()
        let nowMs = T0
        let copies = 0
        for (const answer of said) {
          if (answer !== 'lost') {
            if (answer === 'uncertain') copies++
            delivery = tell(delivery, { outcome: { kind: answer }, provider, honoursReferences: false }, nowMs)
          } else copies++
          nowMs = Math.max(nowMs, wakeAtOf(delivery) ?? 0)
          const verdict = claim(delivery, nowMs, TIMING)
          if (!verdict.granted) break
          // Whoever makes the attempt counts as `makeAttempt` does.
          delivery = verdict.delivery
          if (delivery.doubts.length + delivery.lostClaims >= 2) break
        }
        expect(copies).toBeLessThanOrEqual(2)
      }),
    )
  })
})
