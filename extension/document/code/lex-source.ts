import { isDigit } from '../scan.ts'
import { matchBrackets, type Program, TOKENS_MAX, type Token } from './tokens.ts'

/** Spaces and comments of one line, in every language of programs. */
export const BLANK = /(?:\s|\/\/[^\n]*)+/y

/** What the pattern matches at an offset. */
export function matchAt(pattern: RegExp, source: string, at: number): string {
  pattern.lastIndex = at
  return pattern.test(source) ? source.slice(at, pattern.lastIndex) : ''
}

/** Marks that are one character in every language, and never the start of a longer one. */
const SINGLE_MARKS = '(){}[];,'

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
    blank.lastIndex = at
    if (blank.test(source)) at = blank.lastIndex
    if (source.startsWith(opens, at)) {
      const end = source.indexOf(closes, at + opens.length)
      at = end < 0 ? source.length : end + closes.length
      continue
    }
    if (at >= source.length) break
    const mark = source.charAt(at)
    const token: Token = SINGLE_MARKS.includes(mark)
      ? { kind: 'mark', text: mark, start: at, end: at + 1 }
      : tokenAt(at, tokens.at(-1))
    tokens.push(token)
    at = Math.max(token.end, at + 1)
  }
  return matchBrackets(source, tokens)
}
