import { describe, expect, it } from 'vitest'
import { type AttemptReport, claim, report, wakeDelivery, withdraw } from '../../../worker/domain/attempt.ts'
import { acceptClaimed, type Delivery, failed, plan, type Stage } from '../../../worker/domain/delivery.ts'
import { receive } from '../../../worker/domain/receipt.ts'
import { TIMING } from './timing.ts'

const T0 = 1_000_000
const EXPIRY = T0 + 1_000_000
const ANSWER_BY = EXPIRY + TIMING.graceMs
const NO_CHANCE = 0

const accepted = (changes: Partial<Delivery> = {}): Delivery => ({
  ...acceptClaimed('sms', EXPIRY, T0, TIMING),
  ...changes,
})
const tell = (
  delivery: Delivery,
  told: Partial<AttemptReport> & Pick<AttemptReport, 'outcome'>,
  nowMs = T0 + 1,
): Delivery => {
  const usual = { attempt: delivery.attempts, provider: 'a', honoursReferences: false, hasAlternatives: false }
  return report(delivery, { ...usual, ...told }, NO_CHANCE, nowMs, TIMING)
}
const UNAVAILABLE = { outcome: { kind: 'unavailable' } } as const
const UNCERTAIN = { outcome: { kind: 'uncertain' } } as const
const TAKEN = { outcome: { kind: 'taken' } } as const
const unresolved = (): Delivery => ({
  ...accepted({ doubts: ['a'] }),
  stage: { phase: 'unresolved', wakeAtMs: ANSWER_BY },
})
const withStage = (stage: Stage): Delivery => ({ ...accepted(), stage })

describe('a claim', () => {
  it('is refused, with the reason, on what is sent no more', () => {
    for (const [delivery, why] of [
      [tell(accepted(), TAKEN), 'taken'],
      [unresolved(), 'unresolved'],
      [failed('sms', 'SMS_Failed', T0), 'final'],
    ] as const)
      expect(claim(delivery, T0 + 2, TIMING)).toEqual({ granted: false, why })
  })

  it('changes what is shown where it is the first, and not where a message is tried again', () => {
    const first = claim(plan('sms', 'anytime', 60_000, T0, TIMING), T0 + 5, TIMING)
    expect(first).toMatchObject({ granted: true, delivery: { attempts: 1, lastUpdateMs: T0 + 5 } })
    const again = claim(tell(accepted(), UNAVAILABLE), T0 + 500, TIMING)
    expect(again).toMatchObject({ granted: true, delivery: { attempts: 2, lastUpdateMs: T0 } })
  })
})

describe('the report of an attempt', () => {
  it('names the provider that was asked last, and forgets none where no provider was asked', () => {
    const delivered = { outcome: { kind: 'delivered' } } as const
    expect(tell(accepted(), delivered).previousProvider).toBe('a')
    const before = accepted({ previousProvider: 'b' })
    expect(tell(before, { ...delivered, provider: undefined }).previousProvider).toBe('b')
    expect(tell(before, { ...UNAVAILABLE, provider: undefined })).toMatchObject({ previousProvider: 'b', doubts: [] })
  })

  it('changes nothing of what another provider has taken', () => {
    const taken = tell(accepted(), TAKEN)
    expect(tell(taken, { ...TAKEN, provider: 'b' }, T0 + 2)).toBe(taken)
  })

  it('changes nothing where the message waits for another attempt already', () => {
    const waiting = tell(accepted(), UNAVAILABLE)
    expect(tell(waiting, UNCERTAIN, T0 + 2)).toBe(waiting)
  })

  it('plans the next attempt within a minute, and within a quarter of one where most go elsewhere or all are paused', () => {
    const ninth = accepted({ attempts: 9 })
    const pauseMs = (told: Partial<AttemptReport>, delivery = ninth) => {
      const { stage } = tell(delivery, { ...UNAVAILABLE, ...told })
      return stage.phase === 'waiting' ? stage.wakeAtMs - (T0 + 1) : undefined
    }
    expect(pauseMs({})).toBe(30_000)
    expect(pauseMs({ hasAlternatives: true })).toBe(30_000)
    expect(pauseMs({ hasAlternatives: true, honoursReferences: true }, { ...ninth, pinnedProvider: 'a' })).toBe(7_500)
    expect(pauseMs({ provider: undefined })).toBe(7_500)
  })

  it('ends what it is withheld from, once no receipt can come any more', () => {
    const doubtful = { ...accepted({ doubts: ['b'] }) }
    const withheld = { outcome: { kind: 'withheld' } } as const
    expect(tell(doubtful, withheld).stage).toEqual({ phase: 'unresolved', wakeAtMs: ANSWER_BY })
    expect(tell(doubtful, withheld, ANSWER_BY).stage).toEqual({
      phase: 'final',
      status: 'SMS_Failed_TTL',
      isUncertain: true,
    })
  })
})

describe('what wakes', () => {
  it('is left as it is before its time, and when it has ended', () => {
    const early = accepted()
    expect(wakeDelivery(early, T0 + 9_999, TIMING)).toEqual({ delivery: early, next: 'nothing' })
    const ended = failed('sms', 'SMS_Failed', T0)
    expect(wakeDelivery(ended, ANSWER_BY, TIMING)).toEqual({ delivery: ended, next: 'nothing' })
  })

  it('is attempted anew where its claim was lost', () => {
    expect(wakeDelivery(accepted(), T0 + 10_000, TIMING)).toMatchObject({
      next: 'attempt',
      delivery: { lostClaims: 1, stage: { phase: 'waiting', wakeAtMs: T0 + 10_000 } },
    })
  })

  it('ends with the failure that its provider told of during the claim that was lost', () => {
    const FAILED = { kind: 'failed', status: 'SMS_Failed_Undelivered' } as const
    const early = receive(accepted(), 'a', FAILED, T0 + 5, TIMING)
    expect(wakeDelivery(early, T0 + 10_000, TIMING)).toMatchObject({
      next: 'nothing',
      delivery: { stage: { phase: 'final', status: 'SMS_Failed_Undelivered' } },
    })
  })

  it('waits for its receipt where it was withdrawn during the claim that was lost', () => {
    const withdrawn = withdraw(accepted(), T0 + 1, TIMING)
    expect(withdrawn && wakeDelivery(withdrawn, T0 + 10_000, TIMING)).toMatchObject({
      next: 'nothing',
      delivery: { stage: { phase: 'unresolved', wakeAtMs: ANSWER_BY } },
    })
  })

  it('ends where its receipt has not come in time', () => {
    for (const delivery of [tell(accepted(), TAKEN), unresolved()])
      expect(wakeDelivery(delivery, ANSWER_BY, TIMING)).toMatchObject({
        next: 'nothing',
        delivery: { stage: { phase: 'final', status: 'SMS_Failed_TTL' } },
      })
  })

  it('ends without an attempt once a taken message was due for a look, though its time is not over', () => {
    const taken = withStage({ phase: 'taken', wakeAtMs: T0 + 10, holder: 'a' })
    expect(wakeDelivery(taken, T0 + 10, TIMING)).toMatchObject({
      next: 'nothing',
      delivery: { stage: { phase: 'final' } },
    })
  })

  it('is delivered where silence means that, and asks for no attempt', () => {
    const silent = withStage({ phase: 'taken', wakeAtMs: T0 + 10, holder: 'a', silenceMeans: 'delivered' })
    expect(wakeDelivery(silent, T0 + 10, TIMING)).toMatchObject({
      next: 'nothing',
      delivery: { stage: { phase: 'final', status: 'SMS_Delivered' } },
    })
  })
})
