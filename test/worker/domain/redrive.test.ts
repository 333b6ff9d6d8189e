import { describe, expect, it } from 'vitest'
import { report } from '../../../worker/domain/attempt.ts'
import { acceptClaimed, type Delivery, failed, plan, type Stage } from '../../../worker/domain/delivery.ts'
import { receive } from '../../../worker/domain/receipt.ts'
import { awaitsAttempt, redrive, refusalOfEnd } from '../../../worker/domain/redrive.ts'
import { ALWAYS, TIMING as USUAL } from './timing.ts'

const TIMING = {
  ...USUAL,
  windows: { sms: { opensAtMinute: 540, closesAtMinute: 1_020, timeZone: 'Europe/Oslo' }, email: ALWAYS },
}
/** Eight in the evening in Oslo: the window of SMS opens thirteen hours later. */
const EVENING_MS = Date.parse('2031-03-03T19:00:00Z')
const HOUR_MS = 3_600_000
const MORNING_MS = EVENING_MS + 13 * HOUR_MS

const claimed = (): Delivery => acceptClaimed('sms', EVENING_MS + 48 * HOUR_MS, EVENING_MS, TIMING)
const inStage = (stage: Stage, changes: Partial<Delivery> = {}): Delivery => ({ ...claimed(), ...changes, stage })
const waiting = (wakeAtMs: number, changes: Partial<Delivery> = {}) => inStage({ phase: 'waiting', wakeAtMs }, changes)
const taken = (holder: string | undefined, changes: Partial<Delivery> = {}) =>
  inStage({ phase: 'taken', wakeAtMs: EVENING_MS + 48 * HOUR_MS, holder }, changes)

/** A redrive that is not refused. */
function redriven(delivery: Delivery, nowMs = EVENING_MS): Delivery {
  const made = redrive(delivery, nowMs, TIMING)
  if (!made.ok) throw new Error(`Refused: ${made.failure}`)
  return made.value
}

describe('a redrive', () => {
  it('brings forward what waits for another try', () => {
    const stage = { phase: 'waiting', wakeAtMs: EVENING_MS }
    expect(redriven(waiting(EVENING_MS + HOUR_MS)).stage).toEqual(stage)
  })

  it('delays nothing that is due before', () => {
    expect(redriven(waiting(EVENING_MS - 1)).stage).toEqual({ phase: 'waiting', wakeAtMs: EVENING_MS - 1 })
  })

  it('opens no send window', () => {
    const planned = plan('sms', 'daytime', 48 * HOUR_MS, EVENING_MS, TIMING)
    expect(redriven(planned).stage).toEqual({ phase: 'waiting', wakeAtMs: MORNING_MS })
  })

  it('waits for the send window with what a provider has, however soon that needs a look', () => {
    const delivery = taken('alpha', { policy: 'daytime' })
    const soon = { ...delivery, stage: { phase: 'taken', wakeAtMs: EVENING_MS + HOUR_MS, holder: 'alpha' } } as const
    expect(redriven(soon).stage).toEqual({ phase: 'waiting', wakeAtMs: MORNING_MS })
  })

  it('forgets nothing of what waits: who may have it is still asked first', () => {
    const known = { pinnedProvider: 'alpha', doubts: ['beta'], lostClaims: 1 }
    expect(redriven(waiting(EVENING_MS + HOUR_MS, known))).toMatchObject(known)
  })

  it('leaves an attempt alone that is being made', () => {
    const delivery = claimed()
    expect(redriven(delivery)).toBe(delivery)
  })

  it('leaves an attempt alone whose receipt has come before its report: it may still ask another provider', () => {
    const underWay = receive(claimed(), 'alpha', { kind: 'accepted' }, EVENING_MS, TIMING)
    expect(redriven(underWay, EVENING_MS + TIMING.leaseMs - 1)).toBe(underWay)
    expect(redriven(underWay, EVENING_MS + TIMING.leaseMs).stage.phase).toBe('waiting')
    const told = { attempt: 1, provider: 'alpha', honoursReferences: false, hasAlternatives: true }
    const over = report(underWay, { ...told, outcome: { kind: 'taken' } }, 0, EVENING_MS, TIMING)
    expect(over.stage).not.toHaveProperty('attemptEndsAtMs')
    expect(redriven(over).stage.phase).toBe('waiting')
    const ofAnother = report(underWay, { ...told, attempt: 2, outcome: { kind: 'uncertain' } }, 0, EVENING_MS, TIMING)
    expect(redriven(ofAnother)).toBe(underWay)
  })

  it('sends once more what a provider has, and counts that one as a doubt', () => {
    const made = redriven(taken('alpha', { attempts: 1, pinnedProvider: 'alpha' }))
    expect(made).toMatchObject({
      stage: { phase: 'waiting', wakeAtMs: EVENING_MS },
      doubts: ['alpha'],
      pinnedProvider: undefined,
      lostClaims: 0,
    })
  })

  it('has room for one copy more than it knows of, whatever is known of the earlier ones', () => {
    expect(redriven(taken('beta', { doubts: ['alpha'], lostClaims: 3 }))).toMatchObject({
      doubts: ['beta'],
      lostClaims: 0,
    })
    expect(redriven(taken(undefined, { lostClaims: 3 }))).toMatchObject({ doubts: [], lostClaims: 1 })
  })

  it('counts no doubt of a provider that is not known', () => {
    const unresolved = inStage({ phase: 'unresolved', wakeAtMs: EVENING_MS + HOUR_MS }, { doubts: ['alpha'] })
    expect(redriven(unresolved).doubts).toEqual(['alpha'])
  })

  it('is refused from the moment on at which the time-to-live is over', () => {
    const delivery = waiting(EVENING_MS)
    expect(redrive(delivery, delivery.expiresAtMs - 1, TIMING).ok).toBe(true)
    for (const one of [delivery, taken('alpha'), claimed()])
      expect(redrive(one, one.expiresAtMs, TIMING)).toEqual({ ok: false, failure: 'expired' })
  })

  it('is refused for what has ended', () => {
    for (const [status, failure] of [
      ['SMS_Failed', 'ended'],
      ['SMS_Delivered', 'ended'],
      ['SMS_Failed_TTL', 'expired'],
    ] as const)
      expect(redrive(failed('sms', status, EVENING_MS), EVENING_MS - 1, TIMING)).toEqual({ ok: false, failure })
    expect(refusalOfEnd('Email_Failed_TTL')).toBe('expired')
    expect(refusalOfEnd('Order_Completed')).toBe('ended')
  })
})

it('an attempt is to come where a message waits or is claimed', () => {
  expect([waiting(EVENING_MS), claimed()].map(awaitsAttempt)).toEqual([true, true])
  const others = [taken('alpha'), failed('sms', 'SMS_Failed', EVENING_MS)]
  expect(others.map(awaitsAttempt)).toEqual([false, false])
})
