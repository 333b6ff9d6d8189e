import type { TextBuilder } from './text-builder.ts'

const HEX = 16

/** What the escapes of one character stand for. */
const ESCAPED: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['0', '\0'],
  ['a', '\u0007'],
  ['e', '\u001b'],
])

/** An escape in a string: the text it stands for, and where it ends. */
type Escape = { readonly text: string; readonly end: number }

const LONG = /\\(?:u\{([\da-f]{1,6})\}|u([\da-f]{4})|x([\da-f]{1,4})|U([\da-f]{8}))/iy
const MOST_CODE_POINT = 0x10ffff

/** Reads the escape that a backslash starts, as JSON, scripts and C# know them. */
export function readEscape(text: string, at: number): Escape {
  LONG.lastIndex = at
  const long = LONG.exec(text)
  if (long) {
    const code = Number.parseInt(long[1] ?? long[2] ?? long[3] ?? long[4] ?? '', HEX)
    return { text: code > MOST_CODE_POINT ? '\ufffd' : String.fromCodePoint(code), end: LONG.lastIndex }
  }
  const character = text.charAt(at + 1)
  if (character === '\r' && text[at + 2] === '\n') return { text: '', end: at + 3 }
  if (character === '\n') return { text: '', end: at + 2 }
  return { text: ESCAPED.get(character) ?? character, end: at + 2 }
}

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
    const { text: value, end } = readEscape(text, at)
    builder.write(value, { start: at, end })
    from = end
    at = end
  }
  builder.copy(from, at)
}
