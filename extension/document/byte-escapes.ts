/** An escape in a string: the text it stands for, and where it ends. */
export type Escape = { readonly text: string; readonly end: number }

/** A byte as a shell's `$'…'` writes it. */
const BYTE = /\\(?:x([\dA-Fa-f]{1,2})|([0-7]{1,3}))/y

const HEX = 16
const OCTAL = 8
const BYTE_MAX = 0xff

/** How many bytes a character has in UTF-8 that begins with this one; any other has one. */
const BYTES_BY_LEAD = [
  { from: 0xf0, bytes: 4 },
  { from: 0xe0, bytes: 3 },
  { from: 0xc0, bytes: 2 },
] as const

/** Each byte of a character but its first begins with these two bits. */
const CONTINUATION = 0b10
const CONTINUATION_SHIFT = 6

const UTF_8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** The character in UTF-8 whose bytes are written at an offset; bytes that make none become U+FFFD, as at the receiver. */
export function readByteEscapes(text: string, at: number): Escape | undefined {
  const bytes: number[] = []
  let end = at
  let wanted = 1
  while (bytes.length < wanted) {
    BYTE.lastIndex = end
    const [, hex, octal] = BYTE.exec(text) ?? []
    if (hex === undefined && octal === undefined) break
    const byte = Number.parseInt(hex ?? octal ?? '', hex === undefined ? OCTAL : HEX) & BYTE_MAX
    if (bytes.length > 0 && byte >> CONTINUATION_SHIFT !== CONTINUATION) break
    if (bytes.length === 0) wanted = BYTES_BY_LEAD.find(({ from }) => byte >= from)?.bytes ?? 1
    bytes.push(byte)
    end = BYTE.lastIndex
  }
  return bytes.length === 0 ? undefined : { text: UTF_8.decode(Uint8Array.from(bytes)), end }
}
