/** A text in a table's cell: on one line, and its bars no borders. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

/** A table in Markdown; nothing where it has no rows. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`
  return [line(heads), `|${'---|'.repeat(heads.length)}`, ...rows.map(line)].join('\n')
}

/** Code in Markdown, fenced by more backticks than it has. */
export function fence(info: string, code: string): string {
  const ticks = '`'.repeat(Math.max(3, ...Array.from(code.matchAll(/`+/g), ([run]) => run.length + 1)))
  return `${ticks}${info}\n${code}\n${ticks}`
}

export const code = (text: string): string => `\`${text}\``

export const json = (value: unknown): string => JSON.stringify(value, null, 2)

/** The paragraphs of a page, without those that are empty. */
export const paragraphs = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join('\n\n')
