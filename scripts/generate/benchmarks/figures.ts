import type { Run } from './run.ts'
import { formatNumber } from './table.ts'

/** A mark behind a page's text that says which figure of the recorded run a link names: `[start]: ../benchmarks.md "row | column"`. */
const MARK = /^\[([\w-]+)\]: (\S*benchmarks\.md)(?:#\S*)? "([^"]+)"$/gm

/** A link to a mark: `[282 ms][start]`. */
const LINK = /\[([^\][]*)\]\[([\w-]+)\]/g

const NUMBER = /\d+(?:[.,]\d+)*/

/** Between two figures of which a ratio is told. */
const OVER = ' ÷ '

type Figure = { readonly value: number; readonly section: string }

/** A figure by the words that its row begins with, and the heading of its column. */
function figureOf(run: Run, name: string): Figure {
  const words = name.split(' | ')
  const column = words.pop() ?? ''
  for (const { title, tables } of run.sections)
    for (const { headings, rows } of tables) {
      const at = headings.indexOf(column)
      const value = rows.find((row) => words.every((word, index) => row[index] === word))?.[at]
      if (typeof value === 'number') return { value, section: title }
    }
  throw new Error(`The recorded run has no figure "${name}"`)
}

function ratioOf(run: Run, name: string): Figure {
  const [figure, ...bases] = name.split(OVER).map((one) => figureOf(run, one))
  if (!figure) throw new Error(`"${name}" names no figure`)
  return { ...figure, value: bases.reduce((value, base) => value / base.value, figure.value) }
}

/** The anchor of a heading, as GitHub makes it. */
const anchorOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')

/** A page with the figures that it marks as the recorded run has them. Throws where a mark names none, or no text names a mark. */
export function withFigures(page: string, run: Run): string {
  const values = new Map<string, string>()
  const used = new Set<string>()
  const marked = page.replaceAll(MARK, (_, id: string, target: string, name: string) => {
    const { value, section } = ratioOf(run, name)
    values.set(id, formatNumber(value))
    return `[${id}]: ${target}#${anchorOf(section)} "${name}"`
  })
  const written = marked.replaceAll(LINK, (link, text: string, id: string) => {
    const value = values.get(id)
    if (value === undefined) return link
    used.add(id)
    return `[${text.replace(NUMBER, value)}][${id}]`
  })
  const unused = [...values.keys()].filter((id) => !used.has(id))
  if (unused.length > 0) throw new Error(`No text names the figures ${unused.join(', ')}`)
  return written
}
