import * as z from 'zod'

/** A figure, or a word. A figure that could not be measured is null. */
const Cell = z.union([z.string(), z.number(), z.null()])

/** One table of a run. The first cell of a row, with the other words of it, names what is measured. */
export const Table = z.object({
  headings: z.array(z.string()),
  rows: z.array(z.array(Cell)),
})

export type Cell = z.infer<typeof Cell>
export type Table = z.infer<typeof Table>

/** A table of headings and rows. What is not a number becomes null, which JSON can say. */
export const table = (headings: readonly string[], rows: readonly (readonly Cell[])[]): Table => ({
  headings: [...headings],
  rows: rows.map((cells) => cells.map((cell) => (Number.isNaN(cell) ? null : cell))),
})

/** A table in Markdown. Numbers stand right, as do their headings; text stands left. */
export function toMarkdown({ headings, rows }: Table): string {
  const numeric = headings.map((_, column) => rows.some((row) => typeof row[column] === 'number'))
  const lines = [headings, headings.map((_, column) => (numeric[column] ? '---:' : '---')), ...rows]
  return lines.map((cells) => `| ${cells.map(format).join(' | ')} |`).join('\n')
}

function format(cell: Cell): string {
  if (typeof cell === 'string') return cell
  return cell === null ? '–' : formatNumber(cell)
}

/** A number with as many digits as it deserves: three, or all that stand before the point. */
export const formatNumber = (value: number): string =>
  Number.isInteger(value) || Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3)
