type Cell = string | number

/** A Markdown table. Numbers stand right, as do their headings; text stands left. */
export function table(headings: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const numeric = headings.map((_, column) => rows.some((row) => typeof row[column] === 'number'))
  const lines = [headings, headings.map((_, column) => (numeric[column] ? '---:' : '---')), ...rows]
  return lines.map((cells) => `| ${cells.map(format).join(' | ')} |`).join('\n')
}

/** A number with as many digits as it deserves: three, or all that stand before the point. */
function format(cell: Cell): string {
  if (typeof cell === 'string') return cell
  if (Number.isNaN(cell)) return '–'
  return Math.abs(cell) >= 100 ? cell.toFixed(0) : cell.toPrecision(3)
}
