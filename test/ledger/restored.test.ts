import { describe, expect, it } from 'vitest'
import { Ledger } from '../../worker/ledger/ledger.ts'
import { at, instantOrder, newLedger, T0, TIMING, told } from './support/world.ts'

/** Accepts messages and ends them, in this order. */
function endSome(ledger: Ledger, indices: readonly number[]): void {
  for (const index of indices) {
    ledger.acceptInstant(instantOrder(index), T0)
    ledger.report(at(index), told(1, { kind: 'delivered' }), 0, T0 + index)
  }
}

/** What the feed is told beyond a number, and under which numbers. */
const endsAfter = (ledger: Ledger, heard: number) => ledger.ends?.after(heard, 100)

/** A ledger with three ends, as a restore gives it: started anew. */
function restored() {
  const { sql, ledger } = newLedger()
  endSome(ledger, [1, 2, 3])
  return new Ledger(sql, TIMING)
}

describe('a ledger that is restored to an earlier moment', () => {
  it('counts on behind what the feed has heard', () => {
    const ledger = restored()
    expect(ledger.ends?.isFromBefore(3)).toBe(false)
    expect(ledger.ends?.isFromBefore(9)).toBe(true)
    ledger.ends?.goOnAfter(9)
    expect([ledger.ends?.latest, ledger.ends?.isFromBefore(9)]).toEqual([9, false])
    endSome(ledger, [4])
    expect(endsAfter(ledger, 9)).toMatchObject({ firstSequence: 10, entries: [{}] })
  })

  it.each([4, 5, 9])('takes along what ended before it could ask, where the feed has heard %i', (heard) => {
    const ledger = restored()
    endSome(ledger, [4, 5, 6])
    expect(ledger.ends?.isFromBefore(heard)).toBe(true)
    ledger.ends?.goOnAfter(heard)
    expect(endsAfter(ledger, heard)).toMatchObject({ firstSequence: heard + 1, entries: [{}, {}, {}] })
    expect(ledger.ends?.latest).toBe(heard + 3)
    expect([1, 2, 3, 4, 5, 6].map((index) => ledger.find(at(index), T0)?.status)).toEqual(
      Array.from({ length: 6 }, () => 'SMS_Delivered'),
    )
  })
})
