import { readEscape } from './escapes.ts'
import type { TextBuilder } from './text-builder.ts'

/** Hands the value of the JSON string at `quote` to a builder. */
export function decodeJsonString(text: string, quote: number, builder: TextBuilder): void {
  let from = quote + 1
  let at = from
  while (at < text.length && text[at] !== '"' && text[at] !== '\n') {
    if (text[at] !== '\\') {
      at++
      continue
    }
    builder.copy(from, at)
    const { text: value, end } = readEscape(text, at, 'script')
    builder.write(value, { start: at, end })
    from = end
    at = end
  }
  builder.copy(from, at)
}
