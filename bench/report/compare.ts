import type { Run, Section } from '../../scripts/generate/benchmarks/run.ts'
import { type Cell, type Table, table } from '../../scripts/generate/benchmarks/table.ts'

/** What names a row: its words. Verdicts change with the figures, so they name nothing. */
const nameOf = (row: readonly Cell[]): string =>
  row.filter((cell) => typeof cell === 'string' && cell !== 'met' && cell !== 'not met').join(' · ')

/** A table's figures, each with the figure that an earlier run had there and the ratio of the two. */
function compareTables(before: Table, now: Table): Table {
  const rows = now.rows.flatMap((row) => {
    const earlier = before.rows.find((one) => nameOf(one) === nameOf(row))
    return row.flatMap((figure, column) => {
      const then = earlier?.[column]
      if (typeof figure !== 'number' || typeof then !== 'number') return []
      return [[nameOf(row), now.headings[column] ?? '', then, figure, then === 0 ? Number.NaN : figure / then]]
    })
  })
  return table(['what', 'figure', 'before', 'now', 'now / before'], rows)
}

/** What a section is about, without how long it was measured: `Requests per second (3 rounds of 4 s each, medians)`. */
const topicOf = ({ title }: Section): string => title.split(' (')[0] ?? title

/** Two runs side by side: every figure that both have. */
export function compareRuns(before: Run, now: Run): readonly Section[] {
  return now.sections.flatMap((section) => {
    const { title, tables } = section
    const earlier = before.sections.find((one) => topicOf(one) === topicOf(section))
    if (!earlier) return []
    const compared = tables.flatMap((one) => {
      const then = earlier.tables.find(({ headings }) => headings.join() === one.headings.join())
      return then ? [compareTables(then, one)] : []
    })
    return [{ title, tables: compared.filter(({ rows }) => rows.length > 0) }]
  })
}
