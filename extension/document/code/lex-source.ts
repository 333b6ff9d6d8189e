import { isDigit } from '../scan.ts'
import { matchBrackets, type Program, TOKENS_MAX, type Token } from './tokens.ts'

/** Spaces and comments of one line, in every language of programs. */
export const BLANK = /(?:\s|\/\/[^\n]*)+/y

/** What the pattern matches at an offset. */
export function matchAt(pattern: RegExp, source: string, at: number): string {
  pattern.lastIndex = at
  return pattern.test(source) ? source.slice(at, pattern.lastIndex) : ''
}

const SPACE = 0x20
const LINE_FEED = 0x0a

/** What characters of ASCII are: neither blanks nor comments begin with some in any language. */
const BEGINS_TOKEN = /[(){}[\];,.="A-Za-z]/
const IN_NAME = /\w/
const ASCII = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code))
const beginsToken = ASCII.map((character) => BEGINS_TOKEN.test(character))
const inName = ASCII.map((character) => IN_NAME.test(character))

/** Where a name of plain letters ends that starts at an offset: nearly all do, and looking for others takes long. */
export function plainNameEnd(source: string, start: number): number {
  if (isDigit(source.charCodeAt(start))) return start
  let end = start
  while (inName[source.charCodeAt(end)]) end++
  // The name goes on in other letters: it is not a plain one.
  return source.charCodeAt(end) < ASCII.length || end === source.length ? end : start
}

/** Marks that are one character in every language, and never the start of a longer one. */
const SINGLE_MARKS = new Map(Array.from('(){}[];,', (mark) => [mark.charCodeAt(0), mark]))

/** A number that starts at an offset, or nothing. */
export const numberAt = (pattern: RegExp, source: string, at: number): string =>
  isDigit(source.charCodeAt(at)) ? matchAt(pattern, source, at) : ''

/**
 * Reads a program as tokens, without its comments.
 *
 * @param blank what stands between tokens, but for comments of several lines
 * @param tokenAt the token that starts at an offset, behind another or none
 * @param comment what comments of several lines stand between
 */
export function lexSource(
  source: string,
  blank: RegExp,
  tokenAt: (start: number, previous: Token | undefined) => Token,
  [opens, closes]: readonly [string, string] = ['/*', '*/'],
): Program {
  const tokens: Token[] = []
  let at = 0
  while (at < source.length && tokens.length < TOKENS_MAX) {
    const unit = source.charCodeAt(at)
    if (unit === SPACE || unit === LINE_FEED) at++
    if (!beginsToken[source.charCodeAt(at)]) {
      blank.lastIndex = at
      if (blank.test(source)) at = blank.lastIndex
      if (source.startsWith(opens, at)) {
        const end = source.indexOf(closes, at + opens.length)
        at = end < 0 ? source.length : end + closes.length
        continue
      }
    }
    if (at >= source.length) break
    const mark = SINGLE_MARKS.get(source.charCodeAt(at))
    const token: Token =
      mark === undefined ? tokenAt(at, tokens.at(-1)) : { kind: 'mark', text: mark, start: at, end: at + 1 }
    tokens.push(token)
    at = Math.max(token.end, at + 1)
  }
  return matchBrackets(source, tokens)
}
