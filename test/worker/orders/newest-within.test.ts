import { describe, expect, it } from 'vitest'
import { newestWithin } from '../../../worker/orders/newest-within.ts'

const ITEMS = ['a'.repeat(8), 'b'.repeat(8), 'c'.repeat(8)]

describe('the newest of a list', () => {
  it.each([
    [30, 3],
    [29, 2],
    [20, 2],
    [19, 1],
    [5, 1],
  ])('within %i units are %i', (mostUnits, count) => {
    expect(newestWithin(ITEMS, mostUnits)).toEqual(ITEMS.slice(-count))
  })

  it('are none of none', () => {
    expect(newestWithin([], 5)).toEqual([])
  })
})
