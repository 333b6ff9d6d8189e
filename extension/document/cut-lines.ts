import type { Cut, Piece } from './piece.ts'

/** Cuts JSON Lines: one request on each line that is not blank. */
export function cutLines(text: string): Cut {
  const pieces: Piece[] = []
  for (let start = 0; start < text.length; ) {
    const lineFeed = text.indexOf('\n', start)
    const end = lineFeed < 0 ? text.length : lineFeed
    const line = text.slice(start, end)
    const content = line.trim()
    // Only few lines have blanks around them: a search in each would take longer than all the rest.
    const indent = content.length === line.length ? 0 : line.indexOf(content)
    if (content !== '') pieces.push({ start: start + indent, text: content, prefix: [] })
    start = end + 1
  }
  return { pieces, syntaxErrors: [] }
}
