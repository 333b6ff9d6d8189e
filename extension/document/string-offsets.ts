const BACKSLASH = 0x5c
const ESCAPE_LENGTH = 2
const UNICODE_ESCAPE_LENGTH = 6

/** How much text one UTF-16 unit of a string's value takes where it is written. */
function writtenLength(text: string, at: number): number {
  if (text.charCodeAt(at) !== BACKSLASH) return 1
  return text.charAt(at + 1) === 'u' ? UNICODE_ESCAPE_LENGTH : ESCAPE_LENGTH
}

/** Where the UTF-16 units of the value of the string that opens at `quote` are written: its places in one pass. */
export function writtenOffsets(text: string, quote: number, length: number): (index: number) => number {
  // Without an escape the value is written as it reads.
  const backslash = text.indexOf('\\', quote)
  if (backslash < 0 || backslash > quote + length) return (index) => Math.min(quote + 1 + index, text.length)
  const offsets: number[] = []
  let at = quote + 1
  return (index) => {
    while (offsets.length <= index) {
      offsets.push(Math.min(at, text.length))
      at += writtenLength(text, at)
    }
    return offsets[index] ?? text.length
  }
}

/** Which UTF-16 units of its value several places in a string belong to, the places in order: one pass for all. */
export function decodedIndexes(text: string, quote: number, offsets: readonly number[]): readonly number[] {
  let at = quote + 1
  let index = 0
  return offsets.map((offset) => {
    while (at < offset) {
      at += writtenLength(text, at)
      if (at <= offset) index++
    }
    return index
  })
}
