import { linesOf } from './lines-of.ts'
import type { Range } from './ranges.ts'

const SEPARATOR = /^###/

/** The requests of an `.http` file, their separators with them, without the blank lines at their ends. */
export function httpSections(text: string): readonly Range[] {
  const sections: Range[] = []
  let start: number | undefined
  let end = 0
  const finish = (): void => {
    if (start !== undefined) sections.push({ start, end })
    start = undefined
  }
  for (const line of linesOf(text)) {
    if (SEPARATOR.test(line.text)) finish()
    if (line.text.trim() === '') continue
    start ??= line.start
    end = line.start + line.text.trimEnd().length
  }
  finish()
  return sections
}
