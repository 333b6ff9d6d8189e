import type { Range } from '../ranges.ts'
import type { Literal, LiteralPart, Token } from './tokens.ts'

/** What a program puts something else in the place of: `%s`, `%1$05d`, `%NAME%`, and `{0}` of C# and Java. */
const PLACEHOLDER =
  /%(?:\d{1,2}\$)?[-+,0#]{0,3}\d{0,3}(?:\.\d{1,2})?[a-zA-Z@](?!\w)|%\w{1,40}%|(?<!\{)\{\d{1,2}(?:[,:][^{}"\n]{0,40})?\}/g

/** A stretch of a string's words, and whether a program puts something else there. */
type Stretch = Range & { readonly isFilledIn: boolean }

/** Parts a string's words from what a program fills in. */
export function stretchesOf(source: string, { start, end }: LiteralPart): readonly Stretch[] {
  const stretches: Stretch[] = []
  let from = start
  for (const { 0: written, index } of source.slice(start, end).matchAll(PLACEHOLDER)) {
    const at = start + index
    if (at > from) stretches.push({ start: from, end: at, isFilledIn: false })
    from = at + written.length
    stretches.push({ start: at, end: from, isFilledIn: true })
  }
  if (from < end || stretches.length === 0) stretches.push({ start: from, end, isFilledIn: false })
  return stretches
}

/** A string that `string.Format` of C# is given: braces that are no placeholders are doubled in it. */
export function asFormat(source: string, literal: Literal): Literal {
  const [first] = literal.parts
  if (!first || literal.parts.length > 1 || literal.doubled.includes('{')) return literal
  if (!/^\s*\[?\s*\{\{\s*\\?["}]/.test(source.slice(first.start, first.start + 200))) return literal
  const quote = literal.quote === 'verbatim' ? 'interpolated-verbatim' : 'interpolated'
  return { ...literal, doubled: `${literal.doubled}{}`, quote: literal.quote === 'raw' ? 'raw' : quote }
}

/** UTF-16 units around a string in which its variable and the calls on it stand. */
const AROUND_UNITS = 200

const REPLACED = /(?<![\p{ID_Continue}$])([\p{ID_Start}$_][\p{ID_Continue}$]*)\s*[!?]?\.\s*replace/giu
const REPLACED_AT_ONCE = /^(?:\s*[!?]?\.\s*\w+\(\))*\s*[!?]?\.\s*replace/i
const VARIABLE = /([\p{ID_Start}$_][\p{ID_Continue}$]*)(?:\s*:\s*[\w<>?]+)?\s*=\s*$/u

/** Tells whether a program replaces words of a string, whatever they are: nothing is known of what is left. */
export function findReplaced(source: string): (token: Token) => boolean {
  if (!/\.\s*replace/i.test(source)) return () => false
  const names = new Set([...source.matchAll(REPLACED)].map(([, name]) => name))
  return ({ start, end }) => {
    if (REPLACED_AT_ONCE.test(source.slice(end, end + AROUND_UNITS))) return true
    const name = VARIABLE.exec(source.slice(Math.max(0, start - AROUND_UNITS), start))?.[1]
    return name !== undefined && names.has(name)
  }
}
