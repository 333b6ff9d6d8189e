/** A place as editors count: lines and UTF-16 units from 0. */
export type Position = { readonly line: number; readonly character: number }

/** Finds the line of an offset. */
export type Positions = { positionAt(offset: number): Position }

/** Finds lines in a text that does not change. */
export function indexLines(text: string): Positions {
  const starts = [0]
  if (text.includes('\r')) for (const { 0: end, index } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length)
  else for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return {
    positionAt(offset) {
      let low = 0
      let high = starts.length - 1
      while (low < high) {
        const middle = Math.ceil((low + high) / 2)
        if ((starts[middle] ?? 0) <= offset) low = middle
        else high = middle - 1
      }
      // Between the two characters of a line end nothing is: such a place is the end of its line, as in an editor.
      const isWithinLineEnd = text[offset] === '\n' && text[offset - 1] === '\r'
      return { line: low, character: offset - (starts[low] ?? 0) - (isWithinLineEnd ? 1 : 0) }
    },
  }
}
