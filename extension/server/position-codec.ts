import type { Position } from '../document/line-index.ts'

/** The units that a client counts the characters of a line in. */
export type PositionEncoding = 'utf-16' | 'utf-8'

/** Gives the line of a number, with its end or without. */
export type LineSource = (line: number) => string

/** A client that offers UTF-8 is spared the counting of UTF-16 units. */
export const chooseEncoding = (offered: readonly string[] = []): PositionEncoding =>
  offered.includes('utf-8') ? 'utf-8' : 'utf-16'

const bytesOf = (codePoint: number): number =>
  codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4

function bytesBefore(line: string, units: number): number {
  let bytes = 0
  let at = 0
  for (const character of line) {
    if (at >= units) break
    at += character.length
    bytes += bytesOf(character.codePointAt(0) ?? 0)
  }
  return bytes
}

function unitsBefore(line: string, bytes: number): number {
  let units = 0
  let at = 0
  for (const character of line) {
    at += bytesOf(character.codePointAt(0) ?? 0)
    if (at > bytes) break
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

/** Counts positions as a client does: in UTF-16 units, as the rest of the server, or in bytes of UTF-8. */
export class PositionCodec {
  readonly encoding: PositionEncoding

  constructor(encoding: PositionEncoding = 'utf-16') {
    this.encoding = encoding
  }

  /** What a client sent, its positions counted in UTF-16 units. */
  decode<Sent>(sent: Sent, lineOf: LineSource): Sent
  decode(sent: unknown, lineOf: LineSource): unknown {
    if (this.encoding === 'utf-16') return sent
    return recount(sent, ({ line, character }) => ({ line, character: unitsBefore(lineOf(line), character) }))
  }

  /** An answer whose positions are counted as the client counts them. */
  encode<Answer>(answer: Answer, lineOf: LineSource): Answer
  encode(answer: unknown, lineOf: LineSource): unknown {
    if (this.encoding === 'utf-16') return answer
    return recount(answer, ({ line, character }) => ({ line, character: bytesBefore(lineOf(line), character) }))
  }
}
