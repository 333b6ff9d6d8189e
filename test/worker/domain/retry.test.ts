import { describe, expect, it } from 'vitest'
import { backoffMs, LONGEST_PINNED_PAUSE_MS } from '../../../worker/domain/retry.ts'

describe('the pause between attempts', () => {
  it('doubles, and half of it is chance', () => {
    expect([1, 2, 3, 4].map((attempt) => backoffMs(attempt, 1))).toEqual([500, 1_000, 2_000, 4_000])
    expect([1, 2, 3, 4].map((attempt) => backoffMs(attempt, 0))).toEqual([250, 500, 1_000, 2_000])
  })

  it('never grows past a minute, however many attempts there were', () => {
    for (const attempt of [8, 9, 100, 1_000_000]) expect(backoffMs(attempt, 1)).toBe(60_000)
  })

  it('never grows past a quarter of one for the few that wait for their provider while others go elsewhere', () => {
    for (const attempt of [6, 9, 100]) expect(backoffMs(attempt, 1, LONGEST_PINNED_PAUSE_MS)).toBe(15_000)
  })
})
