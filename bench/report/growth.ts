import { type Table, table } from '../../scripts/generate/benchmarks/table.ts'
import type { Growth } from '../questions/growth.ts'
import { GOAL_HEADINGS, goalRow } from './goal.ts'

/** How much dearer an order may become from the smallest ledger to the largest: a fifth. */
const FLAT = 1.2

/** What an order costs in a small ledger and in a large one, and whether that stays the same. */
export function growthReport(measured: readonly Growth[]): readonly Table[] {
  const [first] = measured
  const last = measured.at(-1)
  if (!first || !last) return []
  const ratio = (figure: 'cpuUsPerOrder' | 'bytesPerOrder') => last[figure] / first[figure]
  const growth = { goal: FLAT, unit: '× the smallest', atMost: true } as const
  return [
    table(
      ['orders in the ledger', 'CPU µs per order', 'bytes per order'],
      measured.map(({ orders, cpuUsPerOrder, bytesPerOrder }) => [`${orders}`, cpuUsPerOrder, bytesPerOrder]),
    ),
    table(GOAL_HEADINGS, [
      goalRow({ what: 'time per order in the largest', measured: ratio('cpuUsPerOrder'), ...growth }),
      goalRow({ what: 'bytes per order in the largest', measured: ratio('bytesPerOrder'), ...growth }),
    ]),
  ]
}
