import { barChart, type Series } from './bar-chart.ts'
import type { Run } from './run.ts'
import { formatNumber, type Table } from './table.ts'

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

/** One figure by how many orders a ledger has, and how much the most is of the least. */
function growthPlotOf(measured: Table, heading: string, name: string, what: string): Plot {
  const at = measured.headings.indexOf(heading)
  const bars = measured.rows.map((row) => ({ group: String(row[0]), value: Number(row[at]) }))
  const values = bars.map(({ value }) => value)
  const ratio = formatNumber(Math.max(...values) / Math.min(...values))
  const title = `${what}, by orders in the ledger: the most is ${ratio} times the least`
  return { name, title, svg: barChart(title, [{ name: heading, bars }]) }
}

/** What an order costs in time and in bytes, by how many its ledger has. */
export function growthPlots(run: Run): readonly Plot[] {
  const measured = findTable(run, 'CPU µs per order')
  if (!measured) return []
  return [
    growthPlotOf(measured, 'CPU µs per order', 'growth', 'Processor time per order in µs'),
    growthPlotOf(measured, 'bytes per order', 'growth-bytes', 'Bytes per order'),
  ]
}
