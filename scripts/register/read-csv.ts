/** A row and the line of the file that it begins on, counted from 1. */
type CsvRow = { readonly line: number; readonly cells: readonly string[] }

/** A cell in quotes, whose quotes are doubled, or one without any; and what ends it. RFC 4180. */
const cellBefore = (separator: string): RegExp =>
  new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))(${separator}|\\r?\\n|$)`, 'y')

const linesIn = (text: string): number => text.split('\n').length - 1

/** Spreadsheets write semicolons where the comma is the sign of decimals, as in Norway: the headings tell. */
const separatorOf = (text: string): string => (/^[^\r\n,]*;/.test(text) ? ';' : ',')

/** The rows of a CSV file. `undefined` where a quote is not closed, or stands within a cell that has none around it. */
export function readCsv(text: string): readonly CsvRow[] | undefined {
  const separator = separatorOf(text)
  const cell = cellBefore(separator)
  const rows: CsvRow[] = []
  let cells: string[] = []
  let [line, first] = [1, 1]
  cell.lastIndex = 0
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text)
    if (!found) return undefined
    const [whole, quoted, plain = '', end = ''] = found
    line += linesIn(whole)
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === separator && cell.lastIndex < text.length) continue
    if (end === separator) cells.push('')
    rows.push({ line: first, cells })
    cells = []
    first = line
  }
  return rows.filter((row) => row.cells.some((content) => content !== ''))
}
