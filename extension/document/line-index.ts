/** A place as editors count: lines and UTF-16 units from 0. */
export type Position = { readonly line: number; readonly character: number }

/** Finds the line of an offset. */
export type Positions = { positionAt(offset: number): Position }

/** Looks for where lines begin, and notes those up to an offset. */
type Search = (starts: number[], offset: number) => void

/** Where only line feeds end lines: found one after the other, as far as is asked for. */
function lineFeeds(text: string): Search {
  let next = text.indexOf('\n')
  return (starts, offset) => {
    for (; next >= 0 && next < offset; next = text.indexOf('\n', next + 1)) starts.push(next + 1)
  }
}

/** Where a carriage return may end a line too: all found when the first is asked for. */
function anyLineEnds(text: string): Search {
  return (starts) => {
    if (starts.length > 1) return
    for (const { 0: end, index } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length)
  }
}

/**
 * Finds lines in a text that does not change. Those of a file without a mistake are never looked for: in a large one that is
 * a fourteenth of all the work on it.
 */
export function indexLines(text: string): Positions {
  const starts = [0]
  let search: Search | undefined
  return {
    positionAt(offset) {
      search ??= text.includes('\r') ? anyLineEnds(text) : lineFeeds(text)
      search(starts, offset)
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
