import { describe, expect, it } from 'vitest'
import { isFresh } from '../../../worker/registers/altinn/freshness.ts'

const NOW_MS = Date.UTC(2026, 10, 22, 12)

describe('an address in the contact register', () => {
  it.each([
    ['2025-05-22T12:00:00Z', true],
    ['2025-05-22T11:59:59Z', false],
    ['2025-05-22T14:00:00+02', true],
    ['2025-05-22T13:59:59+02', false],
    ['2025-05-22T14:00:00+02:00', true],
    ['2025-05-22T12:00:00.000Z', true],
    ['yesterday', false],
    ['', false],
  ])('that was last touched at %s is fresh: %s', (written, fresh) => {
    expect(isFresh([written], NOW_MS)).toBe(fresh)
  })

  it('counts from the later of its dates', () => {
    expect(isFresh(['2019-01-01T00:00:00Z', '2026-01-01T00:00:00Z'], NOW_MS)).toBe(true)
    expect(isFresh(['2026-01-01T00:00:00Z', undefined], NOW_MS)).toBe(true)
    expect(isFresh([null, '2019-01-01T00:00:00Z'], NOW_MS)).toBe(false)
  })

  it('without a date is not fresh', () => {
    expect(isFresh([undefined, null], NOW_MS)).toBe(false)
  })

  it('counts whole months, to the last day of a shorter one', () => {
    const lastOfAugustMs = Date.UTC(2026, 7, 31)
    expect(isFresh(['2025-02-28T00:00:00Z'], lastOfAugustMs)).toBe(true)
    expect(isFresh(['2025-02-27T23:59:59Z'], lastOfAugustMs)).toBe(false)
  })
})
