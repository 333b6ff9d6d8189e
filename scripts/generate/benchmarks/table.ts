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

/** What a goal allows: `≤ 1.05 ×`. */
const BOUND = /^[≤≥] ([\d.]+) /

const MOST_DIGITS = 8

/** A number beside its bound, with as many digits more as show on which side of it the number is. */
function formatBeside(value: number, bound: number): string {
  let text = formatNumber(value)
  for (let digits = 4; digits <= MOST_DIGITS && Number(text) === bound && value !== bound; digits++)
    text = value.toPrecision(digits)
  return text
}

/** A row in Markdown's words: where it has a bound, its numbers are written beside that. */
function wordsOf(cells: readonly Cell[]): readonly string[] {
  const bound = cells.flatMap((cell) => (typeof cell === 'string' ? (BOUND.exec(cell)?.[1] ?? []) : []))[0]
  return cells.map((cell) =>
    typeof cell === 'number' && bound !== undefined ? formatBeside(cell, Number(bound)) : format(cell),
  )
}

/** A table in Markdown. Numbers stand right, as do their headings; text stands left. */
export function toMarkdown({ headings, rows }: Table): string {
  const numeric = headings.map((_, column) => rows.some((row) => typeof row[column] === 'number'))
  const lines = [headings, headings.map((_, column) => (numeric[column] ? '---:' : '---')), ...rows]
  return lines.map((cells) => `| ${wordsOf(cells).join(' | ')} |`).join('\n')
}

function format(cell: Cell): string {
  if (typeof cell === 'string') return cell
  return cell === null ? '–' : formatNumber(cell)
}

/** A number with as many digits as it deserves: three, or all that stand before the point. */
export const formatNumber = (value: number): string =>
  Number.isInteger(value) || Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3)
