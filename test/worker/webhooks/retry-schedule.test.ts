import { describe, expect, it } from 'vitest'
import { nextAttemptMs } from '../../../worker/webhooks/retry-schedule.ts'

describe('the pauses between attempts', () => {
  it('grow over almost three days, and then there is no attempt left', () => {
    let atMs = 0
    let attempts = 0
    for (let next: number | undefined = 0; next !== undefined; next = nextAttemptMs(attempts, 0.5, 0, atMs)) {
      atMs = next
      attempts++
    }
    expect([attempts, Math.round(atMs / 3_600_000)]).toEqual([13, 68])
  })

  it('vary by a fifth to both sides', () => {
    expect([0, 0.5, 1].map((chance) => nextAttemptMs(1, chance, 0, 1_000))).toEqual([5_000, 6_000, 7_000])
  })

  it('are as long as the receiver asks, or longer', () => {
    expect(nextAttemptMs(1, 0.5, 60_000, 0)).toBe(60_000)
    expect(nextAttemptMs(4, 0.5, 1_000, 0)).toBe(600_000)
  })
})
