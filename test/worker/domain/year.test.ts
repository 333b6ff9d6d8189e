import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claim, report, wakeDelivery } from '../../../worker/domain/attempt.ts'
import {
  type Delivery,
  type Policy,
  plan as planDelivery,
  statusOf,
  type Timing,
  wakeAtOf,
} from '../../../worker/domain/delivery.ts'
import type { Outcome } from '../../../worker/domain/outcome.ts'
import { parseSendWindow } from '../../../worker/domain/send-window.ts'
import {
  awaitsPreparation,
  end,
  ORDER_TIME_TO_LIVE_MS,
  PREPARATION_MS,
  postpone,
  process,
  register,
  type Shipment,
  wakeShipment,
} from '../../../worker/domain/shipment.ts'
import type { Channel } from '../../../worker/domain/status.ts'
import { runs } from '../../support/runs.ts'

const smsWindow = parseSendWindow('09:00-17:00', 'Europe/Oslo')
if (!smsWindow) throw new Error('no window')

const TIMING: Timing = {
  leaseMs: 10_000,
  rescueMs: 10_000,
  deferMs: 1_000,
  graceMs: 30_000,
  retentionMs: 90 * 86_400_000,
  erasureDelayMs: 0,
  windows: { sms: smsWindow, email: smsWindow },
}
const YEAR = { fromMs: Date.UTC(2026, 0, 1), toMs: Date.UTC(2027, 0, 1) }
const DAY_MS = 86_400_000
/** Nothing waits longer: until the next opening, a day and an hour at most, and then its time-to-live. */
const LONGEST_LIFE_MS = DAY_MS + 3_600_000 + ORDER_TIME_TO_LIVE_MS + TIMING.graceMs + 120_000

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Oslo', hour: '2-digit', minute: '2-digit' })

type Story = {
  readonly dueMs: number
  readonly channel: Channel
  readonly daytime: boolean
  readonly reminderDays: number
  /** What the world does, step by step; when it has no more to say, all goes well. */
  readonly failures: readonly ('register' | 'condition' | 'provider' | 'lost-job' | 'full-queue' | 'lost-report')[]
}

type Told = {
  readonly attemptsMs: readonly number[]
  readonly endedMs: number
  readonly delivery: Delivery | undefined
}

/** Lives one shipment through on a virtual clock: nothing but its own wake-ups moves it. */
function live(story: Story, dueMs: number): Told {
  const failures = [...story.failures]
  const policy: Policy = story.channel === 'sms' && story.daytime ? 'daytime' : 'anytime'
  let shipment: Shipment = register(dueMs, dueMs - DAY_MS)
  let nowMs = dueMs - DAY_MS
  while (awaitsPreparation(shipment)) {
    nowMs = Math.max(nowMs, shipment.stage.wakeAtMs)
    if (failures[0] === 'full-queue' && failures.shift()) nowMs += TIMING.deferMs
    const next = wakeShipment(shipment, nowMs)
    if (next === 'give-up') return { attemptsMs: [], endedMs: nowMs, delivery: undefined }
    if (next === 'prepare' && failures[0] === 'lost-job' && failures.shift()) {
      nowMs += PREPARATION_MS
      continue
    }
    const failure = failures[0] === 'register' || failures[0] === 'condition' ? failures.shift() : undefined
    if (failure === 'register') shipment = postpone(shipment, 'register-unavailable', { backoffMs: 60_000 }, nowMs)
    else if (failure === 'condition' && shipment.stage.unansweredConditions === 0)
      shipment = postpone(shipment, 'condition-unanswered', { backoffMs: 0 }, nowMs)
    else shipment = process(shipment, nowMs)
  }
  expect(nowMs).toBeGreaterThanOrEqual(dueMs)
  const attemptsMs: number[] = []
  let delivery = planDelivery(story.channel, policy, ORDER_TIME_TO_LIVE_MS, nowMs, TIMING)
  while (delivery.stage.phase !== 'final') {
    nowMs = Math.max(nowMs, wakeAtOf(delivery) ?? 0)
    const { delivery: woken, next } = wakeDelivery(delivery, nowMs, TIMING)
    delivery = woken
    if (next !== 'attempt') continue
    const claimed = claim(delivery, nowMs, TIMING)
    if (!claimed.granted) throw new Error(`Not to be sent: ${claimed.why}`)
    attemptsMs.push(nowMs)
    const failure = failures.shift()
    delivery = claimed.delivery
    if (failure === 'lost-report') continue
    const outcome: Outcome = failure === 'provider' ? { kind: 'unavailable' } : { kind: 'delivered' }
    const told = { attempt: delivery.attempts, provider: 'a', outcome, honoursReferences: true, hasAlternatives: false }
    delivery = report(delivery, told, 1, nowMs + 500, TIMING)
  }
  expect(end(shipment, 'completed', nowMs).stage.phase).toBe('completed')
  return { attemptsMs, endedMs: nowMs, delivery }
}

const story: fc.Arbitrary<Story> = fc.record({
  dueMs: fc.integer({ min: YEAR.fromMs, max: YEAR.toMs }),
  channel: fc.constantFrom('sms', 'email'),
  daytime: fc.boolean(),
  reminderDays: fc.integer({ min: 1, max: 30 }),
  failures: fc.array(fc.constantFrom('register', 'condition', 'provider', 'lost-job', 'full-queue', 'lost-report'), {
    maxLength: 12,
  }),
})

/** The hours around both changes of the clocks and the turn of the year, where mistakes live. */
const edges: fc.Arbitrary<Story> = fc
  .tuple(
    story,
    fc.constantFrom(Date.UTC(2026, 2, 29, 1), Date.UTC(2026, 9, 25, 1), Date.UTC(2026, 11, 31, 23), YEAR.fromMs),
    fc.integer({ min: -DAY_MS, max: DAY_MS }),
  )
  .map(([one, edgeMs, offMs]) => ({ ...one, dueMs: edgeMs + offMs }))

function holds(one: Story): void {
  for (const dueMs of [one.dueMs, one.dueMs + one.reminderDays * DAY_MS]) {
    const { attemptsMs, endedMs, delivery } = live(one, dueMs)
    expect(delivery && statusOf(delivery)).toBe(one.channel === 'sms' ? 'SMS_Delivered' : 'Email_Delivered')
    expect(endedMs - dueMs).toBeLessThanOrEqual(LONGEST_LIFE_MS)
    for (const [index, ms] of attemptsMs.entries()) {
      expect(ms).toBeGreaterThanOrEqual(dueMs)
      expect(ms).toBeLessThan(delivery?.expiresAtMs ?? 0)
      if (index > 0) expect(ms).toBeGreaterThan(attemptsMs[index - 1] ?? ms)
      if (one.channel !== 'sms' || !one.daytime) continue
      const shown = clock.format(ms)
      expect(shown >= '09:00' && shown < '17:00', `sent at ${shown}`).toBe(true)
    }
    const [firstMs = 0] = attemptsMs
    const troubles = one.failures.length
    // Whatever may go out at once does, but for the minutes that each trouble costs.
    if (one.channel === 'email' || !one.daytime) expect(firstMs - dueMs).toBeLessThanOrEqual(troubles * 60_000)
  }
}

describe('a year of orders', () => {
  it('sends each when it is due, by SMS in the daytime only, and ends every one of them', () => {
    fc.assert(fc.property(story, holds), { numRuns: runs(4_000) })
  })

  it('does so around the changes of the clocks and at the turn of the year', () => {
    fc.assert(fc.property(edges, holds), { numRuns: runs(2_000) })
  })

  it('sends every hour’s SMS of the year within a day, in order of the days', () => {
    let sent = 0
    for (let dueMs = YEAR.fromMs; dueMs < YEAR.toMs; dueMs += 3_600_000) {
      const { attemptsMs } = live({ dueMs, channel: 'sms', daytime: true, reminderDays: 1, failures: [] }, dueMs)
      const [ms = 0] = attemptsMs
      const shown = clock.format(ms)
      expect(shown >= '09:00' && shown < '17:00').toBe(true)
      expect(ms - dueMs).toBeLessThanOrEqual(17 * 3_600_000)
      sent++
    }
    expect(sent).toBe(8_760)
  })
})
