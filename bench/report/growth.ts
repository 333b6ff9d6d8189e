import { type Table, table } from '../../scripts/generate/benchmarks/table.ts'
import type { Growth } from '../questions/growth.ts'
import { GOAL_HEADINGS, goalRow } from './goal.ts'

/** How much dearer an order may be in a ledger of one size than in one of another: a fifth. */
const FLAT = 1.2

/** What an order costs in a small ledger and in a large one, and whether that is the same in all of them. */
export function growthReport(measured: readonly Growth[]): readonly Table[] {
  if (measured.length === 0) return []
  const ratio = (figure: 'cpuUsPerOrder' | 'bytesPerOrder') => {
    const figures = measured.map((one) => one[figure]).toSorted((one, other) => one - other)
    return (figures.at(-1) ?? Number.NaN) / (figures[0] ?? Number.NaN)
  }
  const growth = { goal: FLAT, unit: '× the least', atMost: true } as const
  return [
    table(
      ['orders in the ledger', 'CPU µs per order', 'bytes per order'],
      measured.map(({ orders, cpuUsPerOrder, bytesPerOrder }) => [`${orders}`, cpuUsPerOrder, bytesPerOrder]),
    ),
    table(GOAL_HEADINGS, [
      goalRow({ what: 'time per order, the most', measured: ratio('cpuUsPerOrder'), ...growth }),
      goalRow({ what: 'bytes per order, the most', measured: ratio('bytesPerOrder'), ...growth }),
    ]),
  ]
}
