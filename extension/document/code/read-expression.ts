import type { Range } from '../ranges.ts'
import { trimOf } from './string-lines.ts'
import type { Program, Token, TokenRange } from './tokens.ts'
import { type CodeValue, isEnumerationName, type TextPart, unknown } from './values.ts'

/** Levels of brackets that are read: more than any request has. */
const DEPTH_MAX = 24

export const isMark = (token: Token | undefined, text: string): boolean => token?.kind === 'mark' && token.text === text

export const isName = (token: Token | undefined, text: string): boolean => token?.kind === 'name' && token.text === text

/** The stretch of the source that tokens take. */
export function sourceRangeOf({ tokens }: Program, { from, to }: TokenRange): Range {
  const start = tokens[from]?.start ?? tokens[from - 1]?.end ?? 0
  return { start, end: Math.max(start, tokens[to - 1]?.end ?? start) }
}

/** The token after which a token's brackets end, or itself. */
export function skipGroup({ closing }: Program, at: number): number {
  const close = closing[at] ?? -1
  return close > at ? close : at
}

/** Whether tokens are one pair of brackets. */
export const isGroup = ({ tokens, closing }: Program, { from, to }: TokenRange, open: string): boolean =>
  isMark(tokens[from], open) && closing[from] === to - 1

/** Splits tokens at a mark outside brackets. */
function splitAt(program: Program, { from, to }: TokenRange, text: string): readonly TokenRange[] {
  const parts: TokenRange[] = []
  let start = from
  for (let at = from; at < to; at = skipGroup(program, at) + 1) {
    if (!isMark(program.tokens[at], text)) continue
    parts.push({ from: start, to: at })
    start = at + 1
  }
  return [...parts, { from: start, to }]
}

/** Reads an expression; a language reads its brackets and what it has of its own. */
export type ReadExpression = (program: Program, range: TokenRange, depth: number) => CodeValue

/** A number, perhaps with the letters of its type; those of a unit, as in PowerShell's `1kb`, make another number of it. */
const NUMBER = /^\d[\d_]*(?:\.\d[\d_]*)?[dflmnsu]{0,2}$/i
const HAS_OTHER_BASE = /^0[a-z]/i
const WORDS: ReadonlySet<string> = new Set(['true', 'false', 'null'])

function plain(token: Token): Extract<CodeValue, { kind: 'plain' }> | undefined {
  const { kind, text, start, end } = token
  if (kind === 'name' && WORDS.has(text)) return { kind: 'plain', json: text, start, end }
  if (kind !== 'number' || !NUMBER.test(text) || HAS_OTHER_BASE.test(text)) return undefined
  const json = text.replaceAll(/[_a-zA-Z]/g, '')
  return /^0\d/.test(json) ? undefined : { kind: 'plain', json, start, end }
}

/** A number with a minus before it. */
function negative(sign: Token, token: Token | undefined): CodeValue | undefined {
  const number = isMark(sign, '-') && token?.kind === 'number' ? plain(token) : undefined
  return number && { ...number, json: `-${number.json}`, start: sign.start }
}

/** A name behind a dot that an enumeration of the API has: `NotificationChannelExt.Email`. */
function enumerationName({ tokens }: Program, { from, to }: TokenRange): CodeValue | undefined {
  const last = tokens[to - 1]
  if (to - from < 3 || last?.kind !== 'name' || !isMark(tokens[to - 2], '.') || !isEnumerationName(last.text))
    return undefined
  const names = tokens.slice(from, to).every(({ kind, text }) => kind === 'name' || text === '.')
  const isType = /^\p{Lu}/u.test(tokens[to - 3]?.text ?? '')
  return names && isType
    ? { kind: 'plain', json: JSON.stringify(last.text), start: last.start, end: last.end }
    : undefined
}

/** A string of which only the white space around its lines is taken away: `"""…""".trimIndent()`. */
function trimmedText({ source, tokens, closing }: Program, { from, to }: TokenRange): CodeValue | undefined {
  const [literal, dot, name, open] = tokens.slice(from, from + 4)
  if (!literal?.literal || to !== from + 5 || !isMark(dot, '.') || !isMark(open, '(')) return undefined
  const trim = name?.kind === 'name' && closing[from + 3] === from + 4 ? trimOf(name.text) : undefined
  if (!trim) return undefined
  const { start, end } = literal
  return { kind: 'text', start, end, parts: [{ start, end, literal: trim(source, literal.literal) }] }
}

/** A text that is put together with `+`, of which one part at least is known. */
function joinedText(program: Program, range: TokenRange, read: ReadExpression, depth: number): CodeValue | undefined {
  const parts = splitAt(program, range, '+')
  if (parts.length < 2 || parts.some(({ from, to }) => from === to)) return undefined
  const values = parts.map((part) => read(program, part, depth + 1))
  if (!values.some(({ kind }) => kind === 'text')) return undefined
  const joined = values.flatMap((value): readonly TextPart[] =>
    value.kind === 'text' ? value.parts : [{ start: value.start, end: value.end }],
  )
  return { kind: 'text', parts: joined, ...sourceRangeOf(program, range) }
}

/** Reads what expressions of both languages have in common; `undefined` for the rest. */
export function readCommon(
  program: Program,
  range: TokenRange,
  read: ReadExpression,
  depth: number,
): CodeValue | undefined {
  const { tokens } = program
  const { from, to } = range
  const first = tokens[from]
  if (!first || depth > DEPTH_MAX) return unknown(sourceRangeOf(program, range))
  if (to - from === 1) {
    const { start, end, literal } = first
    return literal ? { kind: 'text', start, end, parts: [{ start, end, literal }] } : plain(first)
  }
  if (to - from === 2) return negative(first, tokens[from + 1])
  if (isGroup(program, range, '(')) return read(program, { from: from + 1, to: to - 1 }, depth + 1)
  return trimmedText(program, range) ?? enumerationName(program, range) ?? joinedText(program, range, read, depth)
}
