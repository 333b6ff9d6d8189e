import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { PendingReports } from '../../../worker/delivery/pending-reports.ts'
import type { FiledReport } from '../../../worker/ledger/contract.ts'

/** How long a report may wait. */
const WAITS_MS = 50

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Ledgers that note when each was told of what; `away` of them throw, and `slow` ones take most of a second to answer. */
function notingLedgers({ away = new Set<string>(), slow = '' } = {}) {
  const startMs = Date.now()
  const told: { ledger: string; atMs: number; reports: number }[] = []
  const ORDER_LEDGER = new Proxy(env.ORDER_LEDGER, {
    get: (target, name) => {
      if (name !== 'getByName') return Reflect.get(target, name)
      return (ledger: string) => ({
        report: async (reports: readonly FiledReport[]) => {
          if (away.has(ledger)) throw new Error('The ledger is away')
          told.push({ ledger, atMs: Date.now() - startMs, reports: reports.length })
          if (ledger === slow) await new Promise((resolve) => setTimeout(resolve, 800))
        },
      })
    },
  })
  return { told, environment: { ...env, ORDER_LEDGER, OBJECT_JURISDICTION: 'none' } }
}

/** A report to the ledger of a digit. */
const reportTo = (digit: string): FiledReport => ({
  address: { orderKey: digit.repeat(30), number: 1, position: 0 },
  told: {
    attempt: 1,
    provider: 'one',
    outcome: { kind: 'taken' },
    honoursReferences: true,
    hasAlternatives: false,
  },
})

it('a report waits for no more than 50 ms, whenever others were filed', async () => {
  const { told, environment } = notingLedgers()
  const reports = new PendingReports()
  for (const digit of ['0', '1', '2', '3']) {
    void reports.file(environment, 'ttd', reportTo(digit))
    await vi.advanceTimersByTimeAsync(20)
  }
  await vi.advanceTimersByTimeAsync(1_000)
  expect(told).toEqual(
    [0, 1, 2, 3].map((digit) => ({ ledger: `${digit}/ttd`, atMs: digit * 20 + WAITS_MS, reports: 1 })),
  )
})

it('a report that goes with another call is not brought again', async () => {
  const { told, environment } = notingLedgers()
  const reports = new PendingReports()
  void reports.file(environment, 'ttd', reportTo('0'))
  const ridden = await reports.ride('0/ttd', async (taken) => taken.length)
  await vi.advanceTimersByTimeAsync(1_000)
  expect([ridden, told]).toEqual([1, []])
})

it('reports to a ledger that is away are brought once it is back, and hold up no others', async () => {
  const away = new Set(['0/ttd'])
  const { told, environment } = notingLedgers({ away })
  const reports = new PendingReports()
  void reports.file(environment, 'ttd', reportTo('0'))
  void reports.file(environment, 'ttd', reportTo('1'))
  await vi.advanceTimersByTimeAsync(2 * WAITS_MS)
  expect(told).toEqual([{ ledger: '1/ttd', atMs: WAITS_MS, reports: 1 }])
  away.clear()
  await vi.advanceTimersByTimeAsync(WAITS_MS)
  expect(told.map(({ ledger }) => ledger)).toEqual(['1/ttd', '0/ttd'])
})

it('a report waits for no ledger that is slow to take another', async () => {
  const { told, environment } = notingLedgers({ slow: '0/ttd' })
  const reports = new PendingReports()
  void reports.file(environment, 'ttd', reportTo('0'))
  await vi.advanceTimersByTimeAsync(60)
  void reports.file(environment, 'ttd', reportTo('1'))
  await vi.advanceTimersByTimeAsync(1_000)
  expect(told.map(({ ledger, atMs }) => [ledger, atMs])).toEqual([
    ['0/ttd', WAITS_MS],
    ['1/ttd', 60 + WAITS_MS],
  ])
})
