import type { Cut, Piece } from './piece.ts'

/** Cuts JSON Lines: one request on each line that is not blank. */
export function cutLines(text: string): Cut {
  const pieces: Piece[] = []
  let start = 0
  while (start < text.length) {
    const lineFeed = text.indexOf('\n', start)
    const end = lineFeed < 0 ? text.length : lineFeed
    const line = text.slice(start, end)
    const content = line.trim()
    if (content !== '') pieces.push({ start: start + line.indexOf(content), text: content, prefix: [] })
    start = end + 1
  }
  return { pieces, complaints: [] }
}
