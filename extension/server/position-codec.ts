import type { Position } from '../document/line-index.ts'

/** The units that a client counts the characters of a line in. */
export type PositionEncoding = 'utf-16' | 'utf-8' | 'utf-32'

/** Gives the line of a number, with its end or without. */
export type LineSource = (line: number) => string

/** A client that offers UTF-8 is spared the counting of UTF-16 units; one that offers only UTF-32 gets that. */
export function chooseEncoding(offered: readonly string[] = []): PositionEncoding {
  if (offered.includes('utf-8')) return 'utf-8'
  // The protocol lets a server answer in UTF-16 that is not offered, which such a client may never have tried.
  return offered.includes('utf-32') && !offered.includes('utf-16') ? 'utf-32' : 'utf-16'
}

const bytesOf = (codePoint: number): number =>
  codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4

/** How wide a character is in the client's units. */
type Width = (codePoint: number) => number

const WIDTHS: Readonly<Record<PositionEncoding, Width>> = {
  'utf-8': bytesOf,
  'utf-16': (codePoint) => (codePoint < 0x10000 ? 1 : 2),
  'utf-32': () => 1,
}

function widthBefore(line: string, units: number, widthOf: Width): number {
  let width = 0
  let at = 0
  for (const character of line) {
    if (at >= units) break
    at += character.length
    width += widthOf(character.codePointAt(0) ?? 0)
  }
  return width
}

function unitsBefore(line: string, width: number, widthOf: Width): number {
  let units = 0
  let at = 0
  for (const character of line) {
    at += widthOf(character.codePointAt(0) ?? 0)
    if (at > width) break
    units += character.length
  }
  return units
}

const isPosition = (value: object): value is Position =>
  'line' in value && 'character' in value && typeof value.line === 'number' && typeof value.character === 'number'

/** A value with every position in it counted in other units. */
function recount(value: unknown, count: (position: Position) => Position): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => recount(item, count))
  if (isPosition(value)) return { ...value, ...count(value) }
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, recount(member, count)]))
}

/** Counts positions as a client does: in UTF-16 units, as the rest of the server, in bytes of UTF-8, or in code points. */
export class PositionCodec {
  readonly encoding: PositionEncoding

  constructor(encoding: PositionEncoding = 'utf-16') {
    this.encoding = encoding
  }

  /** What a client sent, its positions counted in UTF-16 units. */
  decode<Sent>(sent: Sent, lineOf: LineSource): Sent
  decode(sent: unknown, lineOf: LineSource): unknown {
    if (this.encoding === 'utf-16') return sent
    return recount(sent, ({ line, character }) => ({
      line,
      character: unitsBefore(lineOf(line), character, WIDTHS[this.encoding]),
    }))
  }

  /** An answer whose positions are counted as the client counts them. */
  encode<Answer>(answer: Answer, lineOf: LineSource): Answer
  encode(answer: unknown, lineOf: LineSource): unknown {
    if (this.encoding === 'utf-16') return answer
    return recount(answer, ({ line, character }) => ({
      line,
      character: widthBefore(lineOf(line), character, WIDTHS[this.encoding]),
    }))
  }
}
