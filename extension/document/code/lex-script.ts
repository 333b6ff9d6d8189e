import type { Range } from '../ranges.ts'
import { BLANK, lexSource, matchAt, numberAt } from './lex-source.ts'
import { type Literal, type LiteralPart, type Program, stringToken, type Token } from './tokens.ts'

const NAME = /[\p{ID_Start}$_#@][\p{ID_Continue}$]*/uy
const NUMBER = /\d[\w.]*/y
const MARK = /\.{3}|=>|[=!]==?|[<>]=|&&=?|\|\|=?|\?\?=?|\?\.|[+\-*%/|&^]=|./suy

/** A number as the script writes it in JSON: `120.0` is 120. */
const asWritten = (number: string): string => number.replace(/^([\d_]+)\.0*$/, '$1')

/** After these words a `/` starts a regular expression; after any other it divides. */
const BEFORE_EXPRESSION: ReadonlySet<string> = new Set(['return', 'typeof', 'case', 'in', 'of', 'await', 'yield'])

/** The last word of `String.raw`, behind which a backslash stands for itself. */
const RAW_TAG = 'raw'

/** UTF-16 units that a regular expression takes at most: each division on a long line may look like the start of one. */
const REGULAR_EXPRESSION_MAX_UNITS = 256

/** Divisions of one file that may look like the start of a regular expression: after so many a `/` only divides. */
const MISTAKEN_DIVISIONS_MAX = 2_000

/** Where a quoted string ends: behind its quote, or at the end of its line. */
export function quotedEnd(source: string, start: number): number {
  const quote = source[start]
  let at = start + 1
  while (at < source.length && source[at] !== '\n') {
    if (source[at] === quote) return at + 1
    if (source[at] !== '\\') at++
    else at += source[at + 1] === '\r' && source[at + 2] === '\n' ? 3 : 2
  }
  return Math.min(at, source.length)
}

/** A language, by what its strings stand between: scripts have `'a'` and templates as well. */
type StringMarks = 'double' | 'script'

/** A character of C# or Kotlin, such as `'"'`. */
const CHARACTER = /'(?:\\[^\n]{1,9}?|[^'\\\n])'/y

/** What a `/` divides may end with; behind anything else it starts a regular expression. */
const ENDS_VALUE = /[\p{ID_Continue}$)\]}"'`]/u

/** Where a comment, a regular expression or a character ends in which quotes and braces mean nothing; its start where none begins. */
function passedOver(source: string, { start: at, end: limit }: Range, marks: StringMarks, before: string): number {
  const character = source[at]
  if (character === "'" && marks === 'double') return at + matchAt(CHARACTER, source, at).length
  if (character !== '/') return at
  const next = source[at + 1]
  if (next === '/' || next === '*') {
    // One without an end goes on to the limit: it is not looked for again and again.
    const length = source.slice(at + 2, limit).indexOf(next === '/' ? '\n' : '*/')
    return length < 0 ? limit : at + 2 + length + (next === '/' ? 1 : 2)
  }
  if (marks !== 'script' || ENDS_VALUE.test(before)) return at
  return regularExpressionEnd(source, at) ?? at
}

/**
 * Where the expression ends that a template or an interpolated string has at an offset, whatever is nested in it:
 * behind its closing brace.
 */
export function expressionEnd(source: string, start: number, marks: StringMarks, limit = source.length): number {
  const isScript = marks === 'script'
  const open = ['{']
  let at = start
  let before = ''
  while (at < limit && open.length > 0) {
    const passed = open.at(-1) === '`' ? at : passedOver(source, { start: at, end: limit }, marks, before)
    if (passed > at) {
      at = passed
      continue
    }
    const character = source.charAt(at)
    if (open.at(-1) === '`') {
      if (character === '\\') at++
      else if (character === '`') open.pop()
      else if (character === '$' && source[at + 1] === '{') {
        open.push('{')
        at++
      }
      at++
    } else if (character === '"' || (character === "'" && isScript)) at = quotedEnd(source, at)
    else {
      if (character === '`' && isScript) open.push('`')
      else if (character === '{') open.push('{')
      else if (character === '}') open.pop()
      at++
    }
    if (character.trim() !== '') before = character
  }
  return Math.min(at, limit)
}

/** The parts of the template literal at an offset, and where it ends. */
function template(source: string, start: number): { readonly parts: readonly LiteralPart[]; readonly end: number } {
  const parts: LiteralPart[] = []
  let from = start + 1
  let at = from
  while (at < source.length && source[at] !== '`') {
    if (source[at] !== '$' || source[at + 1] !== '{') {
      at += source[at] === '\\' ? 2 : 1
      continue
    }
    const end = expressionEnd(source, at + 2, 'script')
    if (at > from) parts.push({ start: from, end: at, isExpression: false })
    parts.push({ start: at, end, isExpression: true })
    from = end
    at = end
  }
  const stop = Math.min(at, source.length)
  if (stop > from || parts.length === 0) parts.push({ start: from, end: stop, isExpression: false })
  return { parts, end: Math.min(stop + 1, source.length) }
}

/** Where the regular expression at an offset ends; `undefined` where it is none. */
function regularExpressionEnd(source: string, start: number): number | undefined {
  let isInClass = false
  const limit = Math.min(source.length, start + REGULAR_EXPRESSION_MAX_UNITS)
  for (let at = start + 1; at < limit && source[at] !== '\n'; at++) {
    const character = source[at]
    if (character === '\\') at++
    else if (character === '[') isInClass = true
    else if (character === ']') isInClass = false
    else if (character === '/' && !isInClass) return at + 1
  }
  return undefined
}

function startsExpression(last: Token | undefined): boolean {
  if (!last) return true
  if (last.kind === 'name') return BEFORE_EXPRESSION.has(last.text)
  return last.kind === 'mark' && !/^[)\]}]$/.test(last.text)
}

function quotedString(source: string, { start, end }: Range): Token {
  const quote = source[start] === '"' ? 'double' : 'single'
  const isClosed = end > start + 1 && source[end - 1] === source[start]
  const parts = [{ start: start + 1, end: isClosed ? end - 1 : end, isExpression: false }]
  return stringToken(start, end, { quote, parts, escapes: 'script', doubled: '' })
}

/** Counts what looked like a regular expression and was none. */
type Mistaken = { divisions: number }

function regularExpressionAt(source: string, start: number, mistaken: Mistaken): number | undefined {
  if (mistaken.divisions >= MISTAKEN_DIVISIONS_MAX) return undefined
  const end = regularExpressionEnd(source, start)
  if (end === undefined) mistaken.divisions++
  return end
}

function tokenAt(source: string, start: number, last: Token | undefined, mistaken: Mistaken): Token {
  const character = source.charAt(start)
  if (character === '"' || character === "'") return quotedString(source, { start, end: quotedEnd(source, start) })
  if (character === '`') {
    const { parts, end } = template(source, start)
    const isRaw = last?.kind === 'name' && last.text === RAW_TAG
    const literal: Literal = {
      quote: isRaw ? 'raw-backtick' : 'backtick',
      parts,
      ...(!isRaw && { escapes: 'script' }),
      doubled: '',
    }
    return stringToken(start, end, literal)
  }
  const name = matchAt(NAME, source, start)
  if (name !== '') return { kind: 'name', text: name, start, end: start + name.length }
  const number = numberAt(NUMBER, source, start)
  if (number !== '') return { kind: 'number', text: asWritten(number), start, end: start + number.length }
  const end = character === '/' && startsExpression(last) ? regularExpressionAt(source, start, mistaken) : undefined
  if (end !== undefined) return { kind: 'mark', text: 'regular expression', start, end }
  const text = matchAt(MARK, source, start)
  return { kind: 'mark', text, start, end: start + Math.max(1, text.length) }
}

/** Reads JavaScript or TypeScript as far as is needed to find object literals and strings in it. */
export function lexScript(source: string): Program {
  const mistaken: Mistaken = { divisions: 0 }
  return lexSource(source, BLANK, (start, previous) => tokenAt(source, start, previous, mistaken))
}
