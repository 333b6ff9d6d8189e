import { expressionEnd, quotedEnd } from './lex-script.ts'
import { type Literal, type LiteralPart, stringToken, type Token } from './tokens.ts'

const STRING = /(\$*@?\$?)("+)/y

/** This many quotes on each side make a raw string. */
const RAW_QUOTES = 3

const words = (start: number, end: number): LiteralPart => ({ start, end, isExpression: false })

function plainString(source: string, start: number): Token {
  const end = quotedEnd(source, start)
  const isClosed = end > start + 1 && source[end - 1] === '"'
  const parts = [words(start + 1, isClosed ? end - 1 : end)]
  return stringToken(start, end, { quote: 'double', parts, escapes: 'csharp', doubled: '' })
}

/** A string with `@`, `$` or both before it. */
function prefixedString(source: string, start: number, open: number, prefix: string): Token {
  const isVerbatim = prefix.includes('@')
  const isInterpolated = prefix.includes('$')
  const parts: LiteralPart[] = []
  let from = open + 1
  let at = from
  while (at < source.length) {
    const character = source.charAt(at)
    const isDoubled = source[at + 1] === character
    if (character === '"' && !(isVerbatim && isDoubled)) break
    if (character === '\n' && !isVerbatim) break
    if (isInterpolated && character === '{' && !isDoubled) {
      const end = expressionEnd(source, at + 1, 'double')
      if (at > from) parts.push(words(from, at))
      parts.push({ start: at, end, isExpression: true })
      from = end
      at = end
    } else if (isDoubled && (character === '"' || (isInterpolated && character === '{'))) at += 2
    else at += character === '\\' && !isVerbatim ? 2 : 1
  }
  const stop = Math.min(at, source.length)
  if (stop > from || parts.length === 0) parts.push(words(from, stop))
  const quote = isVerbatim ? (isInterpolated ? 'interpolated-verbatim' : 'verbatim') : 'interpolated'
  const doubled = (isVerbatim ? '"' : '') + (isInterpolated ? '{}' : '')
  const end = source[stop] === '"' ? stop + 1 : stop
  return stringToken(start, end, { quote, parts, ...(!isVerbatim && { escapes: 'csharp' }), doubled })
}

/** What a raw string says: on lines of its own, without the first line end, the last one and the last line's indent. */
function rawContent(source: string, start: number, stop: number) {
  const firstLine = /^[ \t]*\r?\n/.exec(source.slice(start, start + 200))?.[0]
  if (firstLine === undefined) return { from: start, until: stop }
  const lineFeed = source.lastIndexOf('\n', stop)
  const indent = stop - lineFeed - 1
  const from = start + firstLine.length
  const until = Math.max(from, source[lineFeed - 1] === '\r' ? lineFeed - 1 : lineFeed)
  const firstIndent = /^[ \t]*/.exec(source.slice(from, from + indent))?.[0].length ?? 0
  return { from: Math.min(from + firstIndent, until), until, indent }
}

/** A raw string: as many braces as there are dollars are around each expression. */
function rawString(source: string, start: number, prefix: string, quotes: string): Token {
  const open = start + prefix.length
  const dollars = prefix.length
  const close = source.indexOf(quotes, open + quotes.length)
  const stop = close < 0 ? source.length : close
  const { from: first, until, indent } = rawContent(source, open + quotes.length, stop)
  const parts: LiteralPart[] = []
  const braces = '{'.repeat(dollars)
  let from = first
  let at = first
  while (dollars > 0 && at < until) {
    const opened = source.indexOf(braces, at)
    if (opened < 0 || opened >= until) break
    // Of more braces than needed the outer ones are words.
    let inner = opened + dollars
    while (inner < until && source[inner] === '{') inner++
    const end = Math.min(until, expressionEnd(source, inner, 'double', until) + dollars - 1)
    if (inner - dollars > from) parts.push(words(from, inner - dollars))
    parts.push({ start: inner - dollars, end, isExpression: true })
    from = end
    at = end
  }
  if (until > from || parts.length === 0) parts.push(words(from, until))
  let end = close < 0 ? source.length : close + quotes.length
  while (source[end] === '"') end++
  const literal: Literal = { quote: 'raw', parts, doubled: '' }
  return stringToken(start, end, indent === undefined ? literal : { ...literal, indent })
}

/** The string that starts at an offset, with what may stand before its quotes; `undefined` where none does. */
export function csharpString(source: string, start: number): Token | undefined {
  STRING.lastIndex = start
  const found = STRING.exec(source)
  if (!found) return undefined
  const [, prefix = '', quotes = '"'] = found
  const open = start + prefix.length
  if (quotes.length >= RAW_QUOTES && !prefix.includes('@')) return rawString(source, start, prefix, quotes)
  return prefix === '' ? plainString(source, open) : prefixedString(source, start, open, prefix)
}
