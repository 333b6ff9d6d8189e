import { matchBrackets, type Program, TOKENS_MAX, type Token } from './tokens.ts'

/** Spaces and comments of one line, in every language of programs. */
export const BLANK = /(?:\s|\/\/[^\n]*)+/y

/** What the pattern matches at an offset. */
export function matchAt(pattern: RegExp, source: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(source)?.[0] ?? ''
}

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
    at += matchAt(blank, source, at).length
    if (source.startsWith(opens, at)) {
      const end = source.indexOf(closes, at + opens.length)
      at = end < 0 ? source.length : end + closes.length
      continue
    }
    if (at >= source.length) break
    const token = tokenAt(at, tokens.at(-1))
    tokens.push(token)
    at = Math.max(token.end, at + 1)
  }
  return matchBrackets(source, tokens)
}
