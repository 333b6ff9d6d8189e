import type { Position } from '../document/line-index.ts'
import type { LineRange } from '../document/line-range.ts'

/** A replacement as an editor tells of it. */
export type TextChange = { readonly range: LineRange; readonly text: string }

const isBefore = (one: Position, other: Position): boolean =>
  one.line < other.line || (one.line === other.line && one.character < other.character)

function movedBy(at: Position, { range: { start, end }, text }: TextChange): Position {
  // What stands in replaced text has no new place that could be told: it stays.
  if (isBefore(at, end) || (isBefore(start, end) && !isBefore(start, at))) return at
  const lines = text.split(/\r\n?|\n/)
  const last = lines.at(-1) ?? ''
  const line = start.line + lines.length - 1
  if (at.line > end.line) return { line: at.line + line - end.line, character: at.character }
  const character = (lines.length === 1 ? start.character : 0) + last.length
  return { line, character: character + at.character - end.character }
}

/** Where a place of a document stands after changes, each of which was made to the text that the one before it left. */
export const movedPlace = (at: Position, changes: readonly TextChange[]): Position => changes.reduce(movedBy, at)
