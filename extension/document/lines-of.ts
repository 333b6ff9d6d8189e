/** A line of a text, without its end, and where it starts. */
export type Line = { readonly start: number; readonly text: string }

/** The lines of a text, a byte-order mark left off. */
export function* linesOf(text: string): Iterable<Line> {
  let start = text.startsWith('\ufeff') ? 1 : 0
  while (start <= text.length) {
    const lineFeed = text.indexOf('\n', start)
    const end = lineFeed < 0 ? text.length : lineFeed
    yield { start, text: text.slice(start, text[end - 1] === '\r' && end > start ? end - 1 : end) }
    if (lineFeed < 0) return
    start = lineFeed + 1
  }
}
