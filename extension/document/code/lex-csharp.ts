import { csharpString } from './csharp-string.ts'
import { lexSource, matchAt, numberAt, plainNameEnd } from './lex-source.ts'
import type { Program, Token } from './tokens.ts'

/** Spaces, comments of one line, and directives such as `#region`. */
const BLANK = /(?:\s|\/\/[^\n]*|#[^\n]*)+/y
const NAME = /@?[\p{ID_Start}_][\p{ID_Continue}]*/uy
const NUMBER = /\d\w*(?:\.\d\w*)?/y
const MARK = /=>|[=!]=|[<>]=|&&|\|\||\?\?=?|\?\.|\.\.|[+\-*%/|&^]=|./suy
/** What a string may begin with. */
const BEFORE_QUOTES = '"$@'
const CHARACTER = /'(?:\\[^\n']{1,9}|\\'|[^'\\\n])'/y

function tokenAt(source: string, start: number): Token {
  const end = plainNameEnd(source, start)
  if (end > start) return { kind: 'name', text: source.slice(start, end), start, end }
  const first = source.charAt(start)
  const string = BEFORE_QUOTES.includes(first) ? csharpString(source, start) : undefined
  if (string) return string
  const character = first === "'" ? matchAt(CHARACTER, source, start) : ''
  if (character !== '') return { kind: 'mark', text: 'character', start, end: start + character.length }
  const name = matchAt(NAME, source, start)
  if (name !== '') return { kind: 'name', text: name.replace('@', ''), start, end: start + name.length }
  const number = numberAt(NUMBER, source, start)
  if (number !== '') return { kind: 'number', text: number, start, end: start + number.length }
  const text = matchAt(MARK, source, start)
  return { kind: 'mark', text, start, end: start + Math.max(1, text.length) }
}

/** Tokens that the arguments of a generic type take at most. */
const TYPE_ARGUMENTS_MAX = 100

const isMark = (token: Token | undefined, text: string): boolean => token?.kind === 'mark' && token.text === text

/** Where the arguments of a generic type end: `<string, object>`. */
function typeArgumentsEnd(tokens: readonly Token[], at: number): number | undefined {
  let depth = 0
  for (let next = at; next < tokens.length && next < at + TYPE_ARGUMENTS_MAX; next++) {
    if (isMark(tokens[next], '<')) depth++
    if (isMark(tokens[next], '>') && --depth === 0) return next
  }
  return undefined
}

/** A program in which the arguments of the types that are created stay together, as brackets do. */
function withTypeArguments(program: Program): Program {
  const { tokens, closing } = program
  const closes = closing.slice()
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (token?.kind !== 'name' || token.text !== 'new') continue
    let open = at + 1
    while (tokens[open]?.kind === 'name' || isMark(tokens[open], '.')) open++
    const end = isMark(tokens[open], '<') ? typeArgumentsEnd(tokens, open) : undefined
    if (end !== undefined) closes[open] = end
  }
  return { ...program, closing: closes }
}

/** Reads C# as far as is needed to find initialisers and strings in it. */
export function lexCsharp(source: string): Program {
  return withTypeArguments(lexSource(source, BLANK, (start) => tokenAt(source, start)))
}
