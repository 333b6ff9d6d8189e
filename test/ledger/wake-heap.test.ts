import fc from 'fast-check'
import { expect, it } from 'vitest'
import { WakeHeap } from '../../worker/ledger/wake-heap.ts'
import { runs } from '../support/runs.ts'

const KEYS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l']
const key = fc.constantFrom(...KEYS)
const atMs = fc.integer({ min: 0, max: 30 })
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('set'), key, atMs }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete'), key, atMs }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('take'), key, atMs }) },
)

it('a heap of wake-ups gives each key once, at the latest time it was given, the earliest first', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const heap = new WakeHeap()
      const times = new Map<string, number>()
      const earliest = () => (times.size === 0 ? undefined : Math.min(...times.values()))
      const take = (nowMs: number) => {
        const next = earliest()
        const taken = heap.takeDue(nowMs)
        if (next === undefined || next > nowMs) return expect(taken).toBeUndefined()
        expect(taken !== undefined && times.get(taken)).toBe(next)
        times.delete(taken ?? '')
      }
      for (const { kind, key: of, atMs: ms } of steps) {
        if (kind === 'set') {
          heap.set(of, ms)
          times.set(of, ms)
        } else if (kind === 'delete') {
          heap.delete(of)
          times.delete(of)
        } else take(ms)
        expect(heap.earliestMs).toBe(earliest())
      }
      for (let left = times.size + 1; left > 0; left--) take(30)
    }),
    { numRuns: runs(2_000) },
  )
})
