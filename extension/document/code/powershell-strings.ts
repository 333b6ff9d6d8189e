import type { Quote } from '../quoting.ts'
import { type LiteralPart, stringToken, type Token } from './tokens.ts'

const BACKTICK = '`'

/** What a string in double quotes fills in: a variable; `$(…)` ends at its last bracket. */
const VARIABLE = /\$(?:(?:\w+:)?\w+|\{[^{}\n]{0,200}\}|[$?^])/y

/** UTF-16 units of an expression in a string. */
const EXPRESSION_MAX_UNITS = 200

/** Where an expression ends that opens with `$(`. */
function expressionEnd(source: string, start: number, limit: number): number {
  let depth = 0
  for (let at = start; at < Math.min(limit, start + EXPRESSION_MAX_UNITS); at++) {
    if (source[at] === '(') depth++
    if (source[at] === ')' && --depth === 0) return at + 1
  }
  return start + 1
}

/** Where what is filled in at a dollar sign ends, or the next unit. */
function filledEnd(source: string, at: number, limit: number): number {
  if (source[at + 1] === '(') return expressionEnd(source, at + 1, limit)
  VARIABLE.lastIndex = at
  return VARIABLE.test(source) ? Math.min(VARIABLE.lastIndex, limit) : at + 1
}

/** The words of a string in double quotes, and what is filled into them. */
function partsOf(source: string, start: number, end: number): readonly LiteralPart[] {
  const parts: LiteralPart[] = []
  let from = start
  for (let at = start; at < end; ) {
    if (source[at] !== '$') {
      at += source[at] === BACKTICK ? 2 : 1
      continue
    }
    const after = filledEnd(source, at, end)
    if (after > at + 1) {
      if (at > from) parts.push({ start: from, end: at, isExpression: false })
      parts.push({ start: at, end: after, isExpression: true })
      from = after
    }
    at = after
  }
  if (end > from || parts.length === 0) parts.push({ start: from, end, isExpression: false })
  return parts
}

/** Where a string ends: at its quote, unless that is doubled or behind a backtick. */
function quoteEnd(source: string, start: number, quote: string): number {
  const isDouble = quote === '"'
  for (let at = start; at < source.length; at++) {
    const character = source[at]
    if (isDouble && character === BACKTICK) at++
    else if (isDouble && character === '$' && source[at + 1] === '(')
      at = Math.max(at, expressionEnd(source, at + 1, source.length) - 1)
    else if (character === quote && source[at + 1] === quote) at++
    else if (character === quote) return at
  }
  return source.length
}

const HERE_STRING = /@(['"])[ \t]*\r?\n/y

type Opened = { readonly from: number; readonly until: number; readonly end: number; readonly quote: Quote }

/** The stretch of a here-string's words: `@'` and a line end before them, a line end and `'@` behind. */
function hereStringAt(source: string, start: number): Opened | undefined {
  HERE_STRING.lastIndex = start
  const quote = HERE_STRING.exec(source)?.[1]
  if (quote === undefined) return undefined
  const from = HERE_STRING.lastIndex
  const closes = source.indexOf(`\n${quote}@`, from - 1)
  const lineEnd = closes < 0 ? source.length : closes
  const until = source[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd
  const end = Math.min(source.length, lineEnd + 3)
  return { from, until: Math.max(from, until), end, quote: quote === '"' ? 'powershell-here' : 'line' }
}

function opened(source: string, start: number): Opened | undefined {
  const quote = source.charAt(start)
  if (quote === '@') return hereStringAt(source, start)
  if (quote !== '"' && quote !== "'") return undefined
  const until = quoteEnd(source, start + 1, quote)
  const end = Math.min(source.length, until + 1)
  return { from: start + 1, until, end, quote: quote === '"' ? 'powershell-double' : 'powershell-single' }
}

/** The string of PowerShell that starts at an offset; `undefined` where none does. */
export function powershellStringAt(source: string, start: number): Token | undefined {
  const string = opened(source, start)
  if (!string) return undefined
  const { from, until, end, quote } = string
  const isFilledIn = quote === 'powershell-double' || quote === 'powershell-here'
  const parts = isFilledIn ? partsOf(source, from, until) : [{ start: from, end: until, isExpression: false }]
  const doubled = quote === 'powershell-double' ? '"' : quote === 'powershell-single' ? "'" : ''
  return stringToken(start, end, { quote, parts, ...(isFilledIn && { escapes: 'powershell' }), doubled })
}
