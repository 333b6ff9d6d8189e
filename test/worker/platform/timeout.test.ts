import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Deadline, withTimeout } from '../../../worker/platform/timeout.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const later = <Value>(ms: number, value: Value): Promise<Value> =>
  new Promise((resolve) => setTimeout(() => resolve(value), ms))

describe('work with a timeout', () => {
  it('brings its value, its failure, or nothing', async () => {
    const failing = later(10, undefined).then(() => Promise.reject(new Error('broken')))
    const seen = Promise.allSettled([
      withTimeout(50, later(10, 'value')),
      withTimeout(50, failing),
      withTimeout(50, later(90, 'late')),
    ])
    await vi.advanceTimersByTimeAsync(60)
    expect((await seen).map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual([
      'value',
      'Error: broken',
      undefined,
    ])
  })
})

describe('a deadline, with a moment before it that is timed already', () => {
  /** What comes of work that takes so long, and when. */
  async function raced(workMs: number, { deadlineMs, earlyMs, extendedMs = 0 }: Record<string, number>) {
    const startMs = Date.now()
    const deadline = new Deadline(startMs + Number(deadlineMs))
    const timers = vi.getTimerCount()
    const early = { atMs: startMs + Number(earlyMs), passed: later(Number(earlyMs), undefined) }
    const racing = deadline.race(later(workMs, 'value'), early)
    const own = vi.getTimerCount() - timers - 2
    if (extendedMs > 0) deadline.extendTo(startMs + extendedMs)
    const seen = racing.then((value) => ({ value, atMs: Date.now() - startMs, own }))
    await vi.advanceTimersByTimeAsync(1_000)
    return seen
  }

  it('needs no timer of its own for what comes before that moment', async () => {
    expect(await raced(10, { deadlineMs: 100, earlyMs: 50 })).toEqual({ value: 'value', atMs: 10, own: 0 })
  })

  it('still waits after that moment, and ends in time', async () => {
    expect(await raced(80, { deadlineMs: 100, earlyMs: 50 })).toEqual({ value: 'value', atMs: 80, own: 0 })
    expect(await raced(500, { deadlineMs: 100, earlyMs: 50 })).toEqual({ value: undefined, atMs: 100, own: 0 })
    expect(await raced(150, { deadlineMs: 100, earlyMs: 50, extendedMs: 200 })).toMatchObject({
      value: 'value',
      atMs: 150,
    })
  })

  it('ends in time where that moment comes later', async () => {
    expect(await raced(500, { deadlineMs: 30, earlyMs: 50 })).toMatchObject({ value: undefined, atMs: 30 })
  })
})
