import { describe, expect, it } from 'vitest'
import { claim, isWithdrawn, report, wakeDelivery } from '../../../worker/domain/attempt.ts'
import {
  acceptClaimed,
  bringDeliveryForward,
  type Delivery,
  failed,
  plan,
  statusOf,
  type Timing,
} from '../../../worker/domain/delivery.ts'
import { receive } from '../../../worker/domain/receipt.ts'
import { backoffMs } from '../../../worker/domain/retry.ts'

const ALL_DAY = { opensAtMinute: 0, closesAtMinute: 1_440, timeZone: 'Europe/Oslo' }
const TIMING: Timing = {
  leaseMs: 10_000,
  rescueMs: 10_000,
  deferMs: 1_000,
  graceMs: 30_000,
  retentionMs: 1_000_000,
  erasureDelayMs: 0,
  windows: { sms: { opensAtMinute: 540, closesAtMinute: 1_020, timeZone: 'Europe/Oslo' }, email: ALL_DAY },
}
const HOUR_MS = 3_600_000
/** Three at night in Oslo, and nine. */
const NIGHT = Date.UTC(2031, 0, 1, 2)
const OPENING = Date.UTC(2031, 0, 1, 8)

const planned = (): Delivery => plan('sms', 'daytime', HOUR_MS, NIGHT, TIMING)
const UNAVAILABLE = { outcome: { kind: 'unavailable' }, honoursReferences: true, hasAlternatives: false } as const

describe('a delivery that waits for its send window', () => {
  it('is new, is due at the opening, and lives from then on', () => {
    expect(planned()).toMatchObject({
      attempts: 0,
      expiresAtMs: OPENING + HOUR_MS,
      stage: { phase: 'waiting', wakeAtMs: OPENING },
    })
    expect(statusOf(planned())).toBe('SMS_New')
  })

  it('gets no attempt before', () => {
    const early = { ...planned(), stage: { phase: 'waiting', wakeAtMs: NIGHT } } as const
    expect(claim(early, NIGHT, TIMING)).toEqual({ granted: false, why: 'closed' })
    expect(wakeDelivery(early, NIGHT, TIMING)).toEqual({ next: 'nothing', delivery: planned() })
    expect(wakeDelivery(planned(), OPENING, TIMING)).toEqual({ next: 'attempt', delivery: planned() })
  })

  it('is held from the claim on, and then no longer new', () => {
    const held = claim(planned(), OPENING + 5, TIMING)
    expect(held).toMatchObject({
      granted: true,
      delivery: { attempts: 1, lastUpdateMs: OPENING + 5, stage: { phase: 'claimed', wakeAtMs: OPENING + 10_005 } },
    })
  })

  it('may be brought forward, whatever its window says; what does not wait stays as it is', () => {
    expect(bringDeliveryForward(planned(), NIGHT + 1)).toMatchObject({
      policy: 'anytime',
      stage: { phase: 'waiting', wakeAtMs: NIGHT + 1 },
    })
    expect(bringDeliveryForward(planned(), OPENING + 1)).toMatchObject({ stage: { wakeAtMs: OPENING } })
    const held = acceptClaimed('sms', OPENING, NIGHT, TIMING)
    expect(bringDeliveryForward(held, NIGHT)).toBe(held)
  })
})

describe('a delivery', () => {
  it('that was never possible has ended, and no provider has it', () => {
    expect(failed('email', 'Email_Failed_RecipientNotIdentified', NIGHT)).toMatchObject({
      attempts: 0,
      lastUpdateMs: NIGHT,
      expiresAtMs: NIGHT,
      stage: { phase: 'final', status: 'Email_Failed_RecipientNotIdentified', isUncertain: false },
    })
  })

  it('is taken by the provider that says so, once', () => {
    const held = acceptClaimed('email', OPENING, NIGHT, TIMING)
    const taken = receive(held, 'a', { kind: 'accepted' }, NIGHT + 1, TIMING)
    expect(taken.stage).toMatchObject({ phase: 'taken', wakeAtMs: OPENING + 30_000, holder: 'a' })
    expect(receive(taken, 'b', { kind: 'accepted' }, NIGHT + 2, TIMING)).toBe(taken)
  })

  it('is withdrawn where its last attempt came to nothing, and only then', () => {
    const held = acceptClaimed('email', OPENING, NIGHT, TIMING)
    const last: Delivery = {
      ...held,
      stage: { phase: 'claimed', wakeAtMs: NIGHT + 10_000, isWithdrawn: true, earlyFailure: undefined },
    }
    const tried = (before: Delivery) => report(before, { attempt: 1, provider: 'a', ...UNAVAILABLE }, 0, NIGHT, TIMING)
    expect(isWithdrawn(last, tried(last))).toBe(true)
    expect(isWithdrawn(held, tried(held))).toBe(false)
    expect(isWithdrawn(last, { ...last, stage: { phase: 'taken', wakeAtMs: OPENING, holder: 'a' } })).toBe(false)
    expect(isWithdrawn(tried(held), tried(held))).toBe(false)
  })
})

describe('the pause between attempts', () => {
  it('is half left to chance', () => {
    expect([0, 0.5, 1].map((chance) => backoffMs(2, chance))).toEqual([500, 750, 1_000])
  })
})
