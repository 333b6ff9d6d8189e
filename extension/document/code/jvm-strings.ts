import { expressionEnd, quotedEnd } from './lex-script.ts'
import type { LiteralPart, Token } from './tokens.ts'

const TRIPLE = '"""'

/** What a string, a character or a comment starts with. */
const START = /"""|"|'|\/\/|\/\*/g

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
    else if (source[at + 1] === '{') at = fill(at, expressionEnd(source, at + 2, false, end))
    else at = NAME.test(source) && NAME.lastIndex <= end ? fill(at, NAME.lastIndex) : at + 1
  }
  if (end > from || parts.length === 0) parts.push({ start: from, end, isExpression: false })
  return parts
}

/** Whether a string is put together with others, so that it is no JSON of its own. */
const isJoined = (source: string, start: number, end: number): boolean =>
  /\+\s*$/.test(source.slice(Math.max(0, start - 100), start)) || /^\s*\+/.test(source.slice(end, end + 100))

/** The strings of a Java or Kotlin program, those left out that are joined with `+`. Comments and characters are passed over. */
export function* jvmStrings(source: string, language: 'java' | 'kotlin'): Generator<Token> {
  const isKotlin = language === 'kotlin'
  START.lastIndex = 0
  for (let found = START.exec(source); found; found = START.exec(source)) {
    const start = found.index
    const [mark] = found
    let end = start
    if (mark === '//') end = source.indexOf('\n', start)
    else if (mark === '/*') end = source.indexOf('*/', start + 2)
    else if (mark === "'") end = quotedEnd(source, start)
    else {
      const isBlock = mark === TRIPLE
      const escapes = !(isBlock && isKotlin)
      const from = start + mark.length
      const stop = isBlock ? blockEnd(source, from, escapes) : quotedEnd(source, start) - 1
      end = isBlock ? stop + TRIPLE.length : stop + 1
      const until = Math.max(from, stop)
      const parts = isKotlin
        ? templateParts(source, from, until, escapes)
        : [{ start: from, end: until, isExpression: false }]
      const quote = isKotlin ? (isBlock ? 'raw-template' : 'template') : 'double'
      if (!isJoined(source, start, end))
        yield { kind: 'string', text: '', start, end, literal: { quote, parts, escapes, doubled: '' } }
    }
    if (end < 0) return
    START.lastIndex = Math.max(end, start + 1)
  }
}
