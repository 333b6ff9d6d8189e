import { describe, expect, it } from 'vitest'
import { RecentKeys } from '../../../worker/fences/recent-keys.ts'

const KEPT_MS = 1_000
const MOST = 10

/** Keys that come one a millisecond, and which of them are known a moment later. */
function known(keys: RecentKeys, count: number, nowMs: number): readonly number[] {
  const all = Array.from({ length: count }, (_, index) => index)
  for (const index of all) keys.add(`${index}`, index)
  return all.filter((index) => keys.has(`${index}`, nowMs))
}

describe('keys that were met a short while ago', () => {
  it('are known for so long and no longer, however long ago the one before came', () => {
    for (const firstMs of [0, KEPT_MS - 1, KEPT_MS, 5 * KEPT_MS]) {
      const keys = new RecentKeys(KEPT_MS, MOST)
      keys.add('before', 0)
      keys.add('first', firstMs)
      keys.add('later', firstMs + KEPT_MS - 1)
      expect(keys.has('first', firstMs + KEPT_MS - 1)).toBe(true)
      expect(keys.has('first', firstMs + KEPT_MS)).toBe(false)
    }
  })

  it('are forgotten where there are too many, and never the latest', () => {
    for (const count of [1, MOST, MOST + 1, 2 * MOST, 2 * MOST + 1, 7 * MOST]) {
      const found = known(new RecentKeys(KEPT_MS, MOST), count, count)
      expect(found.slice(-MOST)).toEqual(
        Array.from({ length: Math.min(count, MOST) }, (_, back) => count - back - 1).reverse(),
      )
      expect(found.length).toBeLessThanOrEqual(2 * MOST)
    }
  })

  it('count anew from when they are met again, and are gone where they are taken out', () => {
    const keys = new RecentKeys(KEPT_MS, MOST)
    keys.add('again', 0)
    for (let index = 0; index < MOST; index++) keys.add(`${index}`, 1)
    keys.add('again', KEPT_MS - 1)
    expect(keys.has('again', 2 * KEPT_MS - 2)).toBe(true)
    keys.delete('again')
    expect(keys.has('again', KEPT_MS)).toBe(false)
  })
})
