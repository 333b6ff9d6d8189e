import { expressionEnd, quotedEnd } from './lex-script.ts'
import { textBlock } from './string-lines.ts'
import { type Literal, type LiteralPart, stringToken, type Token } from './tokens.ts'

const TRIPLE = '"""'

const NAME = /[\p{ID_Start}_][\p{ID_Continue}]*/uy

/** Where three quotes end a text block of Java, which a backslash keeps from doing so; the end of the source where none do. */
function textBlockEnd(source: string, start: number): number {
  for (let at = start; at < source.length; at += source[at] === '\\' ? 2 : 1)
    if (source.startsWith(TRIPLE, at)) return at
  return source.length
}

/** Where a raw string of Kotlin ends: at the last three of its quotes in a row. */
function rawEnd(source: string, start: number): number {
  const found = source.indexOf(TRIPLE, start)
  if (found < 0) return source.length
  let at = found
  while (source[at + TRIPLE.length] === '"') at++
  return at
}

/** The words of a Kotlin string and what is filled into them: `$name`, `${expression}`. */
function templateParts(source: string, start: number, end: number, escapes: boolean): readonly LiteralPart[] {
  const parts: LiteralPart[] = []
  let from = start
  const fill = (at: number, after: number): number => {
    if (at > from) parts.push({ start: from, end: at, isExpression: false })
    parts.push({ start: at, end: after, isExpression: true })
    from = after
    return after
  }
  for (let at = start; at < end; ) {
    NAME.lastIndex = at + 1
    if (escapes && source[at] === '\\') at += 2
    else if (source[at] !== '$') at++
    else if (source[at + 1] === '{') at = fill(at, expressionEnd(source, at + 2, 'double', end))
    else at = NAME.test(source) && NAME.lastIndex <= end ? fill(at, NAME.lastIndex) : at + 1
  }
  if (end > from || parts.length === 0) parts.push({ start: from, end, isExpression: false })
  return parts
}

/** The string of Kotlin that starts at an offset, in one or three quotes. */
function kotlinString(source: string, start: number, isRaw: boolean): Token {
  const from = start + (isRaw ? TRIPLE.length : 1)
  const stop = isRaw ? rawEnd(source, from) : quotedEnd(source, start) - 1
  const parts = templateParts(source, from, Math.max(from, stop), !isRaw)
  const end = Math.min(source.length, isRaw ? stop + TRIPLE.length : stop + 1)
  const literal: Literal = isRaw
    ? { quote: 'raw-template', parts, doubled: '' }
    : { quote: 'template', parts, escapes: 'kotlin', doubled: '' }
  return stringToken(start, end, literal)
}

/** The string of Java that starts at an offset, or the text block. */
function javaString(source: string, start: number, isBlock: boolean): Token {
  const from = start + (isBlock ? TRIPLE.length : 1)
  const stop = isBlock ? textBlockEnd(source, from) : quotedEnd(source, start) - 1
  const parts = [{ start: from, end: Math.max(from, stop), isExpression: false }]
  const end = Math.min(source.length, isBlock ? stop + TRIPLE.length : stop + 1)
  if (!isBlock) return stringToken(start, end, { quote: 'double', parts, escapes: 'java', doubled: '' })
  return stringToken(start, end, textBlock(source, { quote: 'text-block', parts, escapes: 'java', doubled: '' }))
}

/** The string of a Java or Kotlin program that starts at an offset. */
export function jvmStringAt(source: string, start: number, language: 'java' | 'kotlin'): Token {
  const isTriple = source.startsWith(TRIPLE, start)
  return language === 'kotlin' ? kotlinString(source, start, isTriple) : javaString(source, start, isTriple)
}
