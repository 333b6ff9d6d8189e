import { barChart, type Series } from './bar-chart.ts'
import type { Run } from './run.ts'
import type { Table } from './table.ts'

/** A picture of a part of a run. */
type Plot = { readonly name: string; readonly title: string; readonly svg: string }

const findTable = (run: Run, heading: string): Table | undefined =>
  run.sections.flatMap(({ tables }) => tables).find(({ headings }) => headings.includes(heading))

/** One column's figures, by the words of two other columns. */
function seriesOf({ headings, rows }: Table, series: string, group: string, figure: string): readonly Series[] {
  const [at, groupAt, figureAt] = [series, group, figure].map((heading) => headings.indexOf(heading))
  const names = [...new Set(rows.map((row) => String(row[at ?? 0])))]
  return names.map((name) => ({
    name,
    bars: rows
      .filter((row) => String(row[at ?? 0]) === name)
      .map((row) => ({ group: String(row[groupAt ?? 0]), value: Number(row[figureAt ?? 0]) })),
  }))
}

/** Requests per second by subject and number of connections. */
export function throughputPlot(run: Run): Plot | undefined {
  const measured = findTable(run, 'requests/s')
  if (!measured) return undefined
  const title = 'Requests per second, by number of connections'
  const svg = barChart(title, seriesOf(measured, 'subject', 'connections', 'requests/s'))
  return { name: 'requests-per-second', title, svg }
}

/** What an order costs, by how many its ledger has. */
export function growthPlot(run: Run): Plot | undefined {
  const measured = findTable(run, 'CPU µs per order')
  if (!measured) return undefined
  const title = 'Processor time per order in µs, by orders in the ledger'
  const bars = measured.rows.map(([orders, cpuUs]) => ({ group: String(orders), value: Number(cpuUs) }))
  return { name: 'growth', title, svg: barChart(title, [{ name: 'CPU µs per order', bars }]) }
}
