/** A mark that ends a sentence, with the quotes and brackets that may close after it. */
const ENDED = /[.!?…:;][)\]"'»”’*_]{0,3}$/

/** A picture at the end of a text ends it too. */
const PICTURE_AT_END = /\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?$/u

const BLOCK = /^<\/?(?:p|div|br|hr|ul|ol|li|table|tr|td|h[1-6]|blockquote|section)\b/i

/** How much of the end of a text tells how it ends. */
const TAIL_UNITS = 400

/** The end of HTML without its inline tags; `undefined` where a block ends there, which starts a new line. */
function withoutTags(html: string): string | undefined {
  let text = html.trimEnd()
  while (text.endsWith('>')) {
    const open = text.lastIndexOf('<')
    if (open < 0) break
    if (BLOCK.test(text.slice(open, open + 20))) return undefined
    text = text.slice(0, open).trimEnd()
  }
  return text
}

/**
 * Where a text needs a full stop for what follows it not to run on; `undefined` where its last sentence is ended, by a
 * mark, a picture, the end of a line or the end of a block.
 */
export function unendedAt(text: string, isHtml: boolean): number | undefined {
  const from = Math.max(0, text.length - TAIL_UNITS)
  const tail = text.slice(from)
  if (/\n\s*$/.test(tail)) return undefined
  const words = isHtml ? withoutTags(tail) : tail.trimEnd()
  if (words === undefined || words === '' || ENDED.test(words) || PICTURE_AT_END.test(words)) return undefined
  return from + words.length
}
