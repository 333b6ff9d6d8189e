import { expect, it, vi } from 'vitest'
import { FeedDispatch } from '../../worker/ledger/feed-dispatch.ts'
import { Ledger } from '../../worker/ledger/ledger.ts'
import { at, instantOrder, newLedger, T0, TIMING, told } from './support/world.ts'

const end = (ledger: Ledger, index: number): void => {
  ledger.acceptInstant(instantOrder(index), T0)
  ledger.report(at(index), told(1, { kind: 'delivered' }), 0, T0 + index)
}

it('what ended in a ledger after it was restored is not taken for told where the feed could not be told', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const { sql, ledger: before } = newLedger()
  end(before, 1)
  const ledger = new Ledger(sql, TIMING)
  end(ledger, 2)
  let isAway = true
  const appended: number[] = []
  const feed = {
    heardUpTo: async () => 9,
    append: async ({ firstSequence, entries }: { firstSequence: number; entries: readonly unknown[] }) => {
      if (isAway) throw new Error('away')
      appended.push(firstSequence)
      return firstSequence + entries.length - 1
    },
  }
  const env = { STATUS_FEED: { getByName: () => feed } }
  const commits = { run: async <Value>(work: () => Value) => work() }
  const dispatch = new FeedDispatch(env as never, 'restored', () => ledger, commits as never)
  await expect(dispatch.bringEverything()).rejects.toThrow()
  isAway = false
  await dispatch.bringEverything()
  expect([appended, dispatch.isBehind]).toEqual([[10], false])
})
