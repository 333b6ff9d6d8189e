import { escapeMark, readEscape } from '../escapes.ts'
import type { Quote } from '../quoting.ts'
import type { TextBuilder } from '../text-builder.ts'
import { indentAt } from './string-lines.ts'
import type { Literal, LiteralPart } from './tokens.ts'

const SPACE = 0x20
const QUOTE = 0x22
const APOSTROPHE = 0x27
const BACKTICK = 0x60
const BACKSLASH = 0x5c
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d

/** Whether a unit stands for itself in each kind of string, and in JSON. */
const isPlain = (unit: number): boolean =>
  unit >= SPACE &&
  unit !== QUOTE &&
  unit !== APOSTROPHE &&
  unit !== BACKSLASH &&
  unit !== BACKTICK &&
  unit !== OPEN_BRACE &&
  unit !== CLOSE_BRACE

/** Strings whose line ends are line feeds, whatever those of the file are. */
const HAS_LINE_FEEDS: ReadonlySet<Quote> = new Set(['backtick', 'raw-backtick', 'raw-template', 'text-block'])

/** A text as it is written in a string of JSON. */
export const escapeForJson = (text: string): string => JSON.stringify(text).slice(1, -1)

/** Where what stands at an offset ends, and what it stands for. */
function unitAt(source: string, at: number, literal: Literal, isJson: boolean): { text: string; end: number } {
  const character = source.charAt(at)
  if (literal.escapes && character === escapeMark(literal.escapes)) {
    const { text, end } = readEscape(source, at, literal.escapes)
    const isLineBegun = isJson && literal.indent !== undefined && source[end - 1] === '\n'
    return { text, end: isLineBegun ? end + indentAt(source, end, literal.indent) : end }
  }
  if (literal.doubled.includes(character) && source[at + 1] === character) return { text: character, end: at + 2 }
  if (isJson && character === '\r' && source[at + 1] === '\n' && HAS_LINE_FEEDS.has(literal.quote))
    return { text: '', end: at + 1 }
  if (isJson && character === '\n' && literal.indent !== undefined)
    return { text: character, end: at + 1 + indentAt(source, at + 1, literal.indent) }
  return { text: character, end: at + 1 }
}

/** A part of a literal in a program, and how the words of it are to stand: as they are, or as in a string of JSON. */
type WrittenPart = {
  readonly source: string
  readonly part: LiteralPart
  readonly literal: Literal
  readonly as: 'words' | 'json'
}

/** Hands the words of a literal's part to a builder. What stands there as it is to stand is copied in one. */
export function writeWords({ source, part, literal, as }: WrittenPart, builder: TextBuilder): void {
  const isJson = as === 'json'
  let copied = part.start
  for (let at = part.start; at < part.end; ) {
    if (isPlain(source.charCodeAt(at))) {
      at++
      continue
    }
    const { text, end } = unitAt(source, at, literal, isJson)
    const written = isJson ? escapeForJson(text) : text
    if (written !== source.slice(at, end)) {
      builder.copy(copied, at)
      builder.write(written, { start: at, end: Math.min(end, part.end) })
      copied = end
    }
    at = end
  }
  builder.copy(copied, part.end)
}
