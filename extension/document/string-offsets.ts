const BACKSLASH = 0x5c
const ESCAPE_LENGTH = 2
const UNICODE_ESCAPE_LENGTH = 6

/** How much text one UTF-16 unit of a string's value takes where it is written. */
function writtenLength(text: string, at: number): number {
  if (text.charCodeAt(at) !== BACKSLASH) return 1
  return text.charAt(at + 1) === 'u' ? UNICODE_ESCAPE_LENGTH : ESCAPE_LENGTH
}

/** Where in a text the `index`-th UTF-16 unit of the value of the string that opens at `quote` is written. */
export function writtenOffset(text: string, quote: number, index: number): number {
  let at = quote + 1
  for (let unit = 0; unit < index; unit++) at += writtenLength(text, at)
  return Math.min(at, text.length)
}

/** Which UTF-16 unit of its value a place in the string that opens at `quote` belongs to. */
export function decodedIndex(text: string, quote: number, offset: number): number {
  let at = quote + 1
  let index = 0
  while (at < offset) {
    at += writtenLength(text, at)
    if (at <= offset) index++
  }
  return index
}
