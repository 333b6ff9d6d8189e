/** A place as editors count: lines and UTF-16 units from 0. */
export type Position = { readonly line: number; readonly character: number }

/** Whoever can tell the line of an offset. */
export type Positions = { positionAt(offset: number): Position }

/** Finds lines in a text that does not change. */
export function indexLines(text: string): Positions {
  const starts = [0]
  for (let at = text.search(/[\r\n]/); at >= 0 && at < text.length; at++) {
    const unit = text[at]
    if (unit === '\n' || (unit === '\r' && text[at + 1] !== '\n')) starts.push(at + 1)
  }
  return {
    positionAt(offset) {
      let low = 0
      let high = starts.length - 1
      while (low < high) {
        const middle = Math.ceil((low + high) / 2)
        if ((starts[middle] ?? 0) <= offset) low = middle
        else high = middle - 1
      }
      return { line: low, character: offset - (starts[low] ?? 0) }
    },
  }
}
