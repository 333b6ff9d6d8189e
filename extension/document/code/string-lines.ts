import { limits } from '@straks/shared'
import type { Literal, LiteralPart } from './tokens.ts'

const FIRST_LINE = /^[ \t]*\r?\n/
const LAST_LINE = /\r?\n[ \t]*$/
const BLANK_END = /[ \t]+(?=\r?\n|$)/g

const indentOf = (line: string): number => /^[ \t]*/.exec(line)?.[0].length ?? 0

/** The least indent of lines that say something. */
const commonIndent = (lines: readonly string[]): number =>
  lines.reduce((least, line) => (line.trim() === '' ? least : Math.min(least, indentOf(line))), Number.MAX_SAFE_INTEGER)

/** The words of a string from one place of the source to another; its expressions stay. */
function within(parts: readonly LiteralPart[], from: number, until: number): readonly LiteralPart[] {
  const kept = parts.flatMap((part) => {
    if (part.isExpression) return [part]
    const [start, end] = [Math.max(part.start, from), Math.min(part.end, until)]
    return start < end ? [{ ...part, start, end }] : []
  })
  return kept.length > 0 ? kept : [{ start: from, end: Math.max(from, until), isExpression: false }]
}

/** The stretch of the source that a string's words take, and their text. */
function contentOf(source: string, { parts }: Literal) {
  const start = parts[0]?.start ?? 0
  const end = parts.at(-1)?.end ?? start
  return { start, end, text: source.slice(start, end) }
}

/** Where a line's words start behind its margin: `  |words`. */
const behindMargin = (text: string): number => /^[ \t]*\|/.exec(text)?.[0].length ?? 0

/** How many units at a place, where a line begins, are no part of a string with an indent. */
export function indentAt(source: string, at: number, indent: number | 'margin'): number {
  const line = source.slice(at, at + (indent === 'margin' ? 200 : Math.min(indent, 200)))
  return indent === 'margin' ? behindMargin(line) : indentOf(line)
}

/** A string without its first and last line, where these are blank, and without the indent of the others. */
function outdented(source: string, literal: Literal, by: 'spaces' | 'margin'): Literal {
  const { start, end, text } = contentOf(source, literal)
  const first = FIRST_LINE.exec(text)?.[0].length ?? 0
  const last = LAST_LINE.exec(text.slice(first))?.[0].length ?? 0
  const inner = text.slice(first, text.length - last)
  const indent = by === 'margin' ? by : commonIndent(inner.split('\n'))
  const from = start + first + indentAt(inner, 0, indent)
  return { ...literal, indent, parts: within(literal.parts, from, end - last) }
}

/** The words of a text block of Java: its lines without the indent that they have in common, and without blanks at their ends. */
export function textBlock(source: string, literal: Literal): Literal {
  const { start, end, text } = contentOf(source, literal)
  // No request is as long: its lines are not looked at.
  if (text.length > limits.REQUEST_BODY_MAX_BYTES) return literal
  const first = FIRST_LINE.exec(text)?.[0].length ?? 0
  const lines = text.slice(first).split('\n')
  const last = lines.at(-1) ?? ''
  const indent = Math.min(commonIndent(lines), last.trim() === '' ? last.length : Number.MAX_SAFE_INTEGER)
  const from = start + first + indentAt(text, first, indent)
  const until = last.trim() === '' ? end - last.length : end
  const parts: LiteralPart[] = []
  let at = from
  for (const { 0: blank, index } of text.slice(0, until - start).matchAll(BLANK_END)) {
    const stop = start + index
    if (stop > at) parts.push({ start: at, end: stop, isExpression: false })
    at = Math.max(at, stop + blank.length)
  }
  if (until > at || parts.length === 0) parts.push({ start: at, end: Math.max(at, until), isExpression: false })
  return { ...literal, indent, parts }
}

/** How many units of white space a text ends with, written as it is or as an escape. */
function blankBehind(text: string, hasEscapes: boolean): number {
  let end = text.length
  while (end > 0) {
    const isEscape =
      hasEscapes && /[nrt]/.test(text.charAt(end - 1)) && /^[^\\]?\\$/.test(text.slice(Math.max(0, end - 3), end - 1))
    if (!isEscape && text.charAt(end - 1).trim() !== '') break
    end -= isEscape ? 2 : 1
  }
  return text.length - Math.max(0, end)
}

/** A string without the white space before it, behind it or both. */
function stripped(
  source: string,
  literal: Literal,
  sides: { readonly start: boolean; readonly end: boolean },
): Literal {
  const { start, end, text } = contentOf(source, literal)
  const hasEscapes = literal.escapes !== undefined
  const isWords = (part: LiteralPart | undefined): boolean => part?.isExpression === false
  const before = hasEscapes ? /^(?:\s|\\[nrt])+/ : /^\s+/
  const first = sides.start && isWords(literal.parts[0]) ? (before.exec(text)?.[0].length ?? 0) : 0
  const last = sides.end && isWords(literal.parts.at(-1)) ? blankBehind(text.slice(first), hasEscapes) : 0
  return { ...literal, parts: within(literal.parts, start + first, end - last) }
}

type Trim = (source: string, literal: Literal) => Literal

const both: Trim = (source, literal) => stripped(source, literal, { start: true, end: true })
const before: Trim = (source, literal) => stripped(source, literal, { start: true, end: false })
const behind: Trim = (source, literal) => stripped(source, literal, { start: false, end: true })

/** Calls that take nothing from a string but white space around its lines, in lower case. */
const TRIMS: ReadonlyMap<string, Trim> = new Map([
  ['trim', both],
  ['strip', both],
  ['trimstart', before],
  ['stripleading', before],
  ['trimend', behind],
  ['striptrailing', behind],
  ['trimindent', (source, literal) => outdented(source, literal, 'spaces')],
  ['trimmargin', (source, literal) => outdented(source, literal, 'margin')],
  ['stripindent', (_, literal) => literal],
])

/** How a call without arguments trims a string; `undefined` for any other call. */
export const trimOf = (name: string): Trim | undefined => TRIMS.get(name.toLowerCase())
