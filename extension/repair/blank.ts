import { skipBlank, stringEnd } from '../document/scan.ts'

/** What stands between two values without saying anything: where a comment is, and how it is written. */
export type Comment = {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly toLineEnd: boolean
}

const SLASH = '/'
const QUOTE = '"'

/** The comments of a stretch of JSON text, inside its values and between them. */
export function commentsIn(text: string, start: number, end: number): readonly Comment[] {
  const comments: Comment[] = []
  const see = (comment: { start: number; end: number }): void => {
    const written = text.slice(comment.start, comment.end).trimEnd()
    const toLineEnd = written.startsWith('//')
    comments.push({ start: comment.start, end: comment.start + written.length, text: written, toLineEnd })
  }
  for (let at = start; at < end; ) {
    const unit = text.charAt(at)
    if (unit === QUOTE) at = stringEnd(text, at)
    else if (unit === SLASH) at = Math.max(skipBlank(text, at, see), at + 1)
    else at++
  }
  return comments.filter((comment) => comment.start < end)
}

/** Where the line of an offset starts. */
export function lineStart(text: string, at: number): number {
  let start = at
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--
  return start
}

const INDENT = /^[\t \ufeff]*/

/** The spaces and tabs that the line of an offset starts with. */
export const indentOf = (text: string, at: number): string =>
  (INDENT.exec(text.slice(lineStart(text, at), at))?.[0] ?? '').replaceAll('\ufeff', '')

/** Whether nothing but spaces and comments stands before an offset on its line. */
export const isFirstOnLine = (text: string, at: number): boolean =>
  skipBlank(text, lineStart(text, at)) >= at && lineStart(text, at) > 0

/** Where the blanks end that follow an offset on its line. */
export function skipSpaces(text: string, at: number): number {
  let end = at
  while (text[end] === ' ' || text[end] === '\t') end++
  return end
}

export const isLineEnd = (text: string, at: number): boolean =>
  at >= text.length || text[at] === '\n' || text[at] === '\r'

/** How lines end around a place: as the one before it does, else as the first of the text. */
export function lineEndOf(text: string, at: number): string {
  const start = lineStart(text, at)
  if (start === 0) return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
  return text.slice(start - 2, start) === '\r\n' ? '\r\n' : text.charAt(start - 1)
}

/** The indent of one level, as the first indented line shows it. */
export const indentUnitOf = (text: string): string => /[\r\n]([ \t]+)\S/.exec(text)?.[1] ?? '  '
