import { describe, expect, it } from 'vitest'
import type { Delivery } from '../../../worker/domain/delivery.ts'
import { stepEntries } from '../../../worker/domain/step-entries.ts'

const delivery = (stage: Delivery['stage'], changes: Partial<Delivery> = {}): Delivery =>
  ({ channel: 'sms', policy: 'anytime', attempts: 1, lostClaims: 0, doubts: [], stage, ...changes }) as Delivery

const waiting = (wakeAtMs: number) => delivery({ phase: 'waiting', wakeAtMs })
const claimed = (attempts: number) =>
  delivery({ phase: 'claimed', wakeAtMs: 9, isWithdrawn: false, earlyFailure: undefined }, { attempts })
const final = delivery({ phase: 'final', status: 'SMS_Delivered', isUncertain: false } as Delivery['stage'])

describe('what a step shows by itself', () => {
  it.each([
    ['a wait that is as it was', waiting(5), waiting(5), []],
    ['a wait that is moved', waiting(5), waiting(6), [{ atMs: 3, event: 'waits', untilMs: 6 }]],
    ['a wait after an attempt', claimed(1), waiting(9), [{ atMs: 3, event: 'waits', untilMs: 9 }]],
    ['a claim', waiting(5), claimed(2), [{ atMs: 3, event: 'claimed', attempt: 2 }]],
    ['a claim that is made longer', claimed(2), claimed(2), []],
    ['an end', claimed(1), final, [{ atMs: 3, event: 'ended', status: 'SMS_Delivered' }]],
    ['what has ended', final, final, []],
  ] as const)('%s', (_, before, after, entries) => {
    expect(stepEntries(before, after, 3)).toEqual(entries)
  })

  it('a lease that has run out', () => {
    const after = { ...waiting(5), lostClaims: 1 }
    expect(stepEntries(waiting(5), after, 3)).toEqual([{ atMs: 3, event: 'lease-ended', attempt: 1 }])
  })
})
