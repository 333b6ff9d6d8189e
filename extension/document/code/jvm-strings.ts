import { expressionEnd, quotedEnd } from './lex-script.ts'
import type { LiteralPart, Token } from './tokens.ts'

const TRIPLE = '"""'

const NAME = /[\p{ID_Start}_][\p{ID_Continue}]*/uy

/** Where three quotes end a text block, which a backslash may keep from doing so; the end of the source where none do. */
function blockEnd(source: string, start: number, escapes: boolean): number {
  for (let at = source.indexOf(TRIPLE, start); at >= 0; at = source.indexOf(TRIPLE, at + 1))
    if (!escapes || source[at - 1] !== '\\') return at
  return source.length
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

/** The string of a Java or Kotlin program that starts at an offset. */
export function jvmStringAt(source: string, start: number, language: 'java' | 'kotlin'): Token {
  const isKotlin = language === 'kotlin'
  const isBlock = source.startsWith(TRIPLE, start)
  const escapes = !(isBlock && isKotlin)
  const from = start + (isBlock ? TRIPLE.length : 1)
  const stop = isBlock ? blockEnd(source, from, escapes) : quotedEnd(source, start) - 1
  const end = Math.min(source.length, isBlock ? stop + TRIPLE.length : stop + 1)
  const until = Math.max(from, stop)
  const parts = isKotlin
    ? templateParts(source, from, until, escapes)
    : [{ start: from, end: until, isExpression: false }]
  const quote = isKotlin ? (isBlock ? 'raw-template' : 'template') : 'double'
  return { kind: 'string', text: '', start, end, literal: { quote, parts, escapes, doubled: '' } }
}
