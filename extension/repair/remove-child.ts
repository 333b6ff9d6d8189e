import type { Node } from 'jsonc-parser'
import { skipBlank } from '../document/scan.ts'
import type { TextEdit } from '../document/text-edit.ts'
import { type Comment, commentsIn, indentOf, isLineEnd, lineEndOf, lineStart, skipSpaces } from './blank.ts'

const endOf = ({ offset, length }: Node): number => offset + length

const deletion = (start: number, end: number): TextEdit => ({ start, end, text: '' })

/**
 * Comments that lose the value they stood in, as they are written from `at` on: one that reaches to the end of its line
 * ends it, unless the line ends at `after` anyway.
 */
export function keptComments(text: string, comments: readonly Comment[], at: number, after: number): string {
  const nextLine = lineEndOf(text, at) + indentOf(text, at)
  return comments
    .map(({ text: written, toLineEnd }, index) => {
      const isLast = index === comments.length - 1
      if (toLineEnd) return isLast && isLineEnd(text, skipSpaces(text, after)) ? written : written + nextLine
      return isLast ? written : `${written} `
    })
    .join('')
}

/** Where the comma stands that follows a child, if one does. */
function commaAfter(text: string, child: Node): number | undefined {
  const at = skipBlank(text, endOf(child))
  return text[at] === ',' ? at : undefined
}

/** Takes a child out of a stretch without comments, and the spaces that were its own. */
function withoutComments(text: string, container: Node, [before, child, next]: Neighbours): TextEdit {
  if (next) return deletion(child.offset, next.offset)
  if (!before) return deletion(container.offset + 1, endOf(container) - 1)
  const [own, other] = [commaAfter(text, child), commaAfter(text, before)]
  return own === undefined || other === undefined ? deletion(endOf(before), endOf(child)) : deletion(other + 1, own + 1)
}

/** The stretch of a child alone: with its line where it has one, otherwise with the spaces after it. */
function ownStretch(text: string, start: number, end: number): TextEdit {
  const after = skipSpaces(text, end)
  const line = lineStart(text, start)
  const hasLine = isLineEnd(text, after) && text.slice(line, start).trim() === '' && line > 0
  return hasLine ? deletion(backOverLineEnd(text, line), after) : deletion(start, after)
}

const backOverLineEnd = (text: string, line: number): number =>
  text.slice(line - 2, line) === '\r\n' ? line - 2 : line - 1

type Neighbours = readonly [before: Node | undefined, child: Node, next: Node | undefined]

/** The edits that take a child out of its object or list, and no comment with it. */
export function removeChild(text: string, container: Node, index: number): readonly TextEdit[] {
  const children = container.children ?? []
  const [before, child, next] = [children[index - 1], children[index], children[index + 1]]
  if (!child) return []
  const from = before ? endOf(before) : container.offset + 1
  const comments = commentsIn(text, from, next?.offset ?? endOf(container) - 1)
  if (comments.length === 0) return [withoutComments(text, container, [before, child, next])]

  const end = endOf(child)
  const inside = comments.filter((comment) => comment.start >= child.offset && comment.end <= end)
  const comma = commaAfter(text, child) ?? (before && commaAfter(text, before))
  const touches = comma !== undefined && comma >= end && text.slice(end, comma).trim() === ''
  const reached = touches ? comma + 1 : end
  const ofChild =
    inside.length === 0
      ? ownStretch(text, child.offset, reached)
      : { start: child.offset, end: reached, text: keptComments(text, inside, child.offset, reached) }
  return comma === undefined || touches ? [ofChild] : [ofChild, deletion(comma, comma + 1)]
}
