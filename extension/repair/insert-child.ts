import type { Node } from 'jsonc-parser'
import { skipBlank } from '../document/scan.ts'
import type { TextEdit } from '../document/text-edit.ts'
import { commentsIn, indentOf, indentUnitOf, isFirstOnLine, lineEndOf } from './blank.ts'
import { styleOf } from './write-value.ts'

const SPACES = /^[ \t]*/

const hasLineEnd = (text: string): boolean => /[\r\n]/.test(text)

/** Where the comments end that follow an offset on its line, and belong to what ends there. */
function endOfLineComments(text: string, from: number, limit: number): number {
  let end = from
  for (const comment of commentsIn(text, from, limit)) {
    if (hasLineEnd(text.slice(end, comment.start))) break
    end = comment.end
  }
  return end
}

/** What stands before the child at an index: an end of line and an indent, or a space, or nothing. */
function separatorAt(text: string, container: Node, index: number): string {
  const [before, child] = [container.children?.[index - 1], container.children?.[index]]
  if (!child) return ''
  if (isFirstOnLine(text, child.offset) && hasLineEnd(text.slice(container.offset, child.offset)))
    return lineEndOf(text, child.offset) + indentOf(text, child.offset)
  if (!before) return styleOf(text, container).afterColon
  const comma = skipBlank(text, before.offset + before.length)
  return SPACES.exec(text.slice(comma + 1, child.offset))?.[0] ?? ''
}

/** Into an object or list with nothing in it: on the same line, or on the line that its end leaves free. */
function intoEmpty(text: string, { offset, length }: Node, written: string): readonly TextEdit[] {
  const inside = text.slice(offset + 1, offset + length - 1)
  const gap = /^[ \t]*[\r\n]/.test(inside)
    ? lineEndOf(text, offset + length - 1) + indentOf(text, offset) + indentUnitOf(text)
    : (SPACES.exec(inside)?.[0] ?? '')
  return [{ start: offset + 1, end: offset + 1, text: gap + written }]
}

/**
 * The edits that put a child, written already, into an object or list before the child at `index`: laid out as its
 * neighbour is, after the comments that belong to it.
 */
export function insertChild(text: string, container: Node, index: number, written: string): readonly TextEdit[] {
  const children = container.children ?? []
  const before = children[index - 1]
  if (!before) {
    const [first] = children
    if (!first) return intoEmpty(text, container, written)
    const separator = separatorAt(text, container, 0)
    return [{ start: first.offset, end: first.offset, text: `${written},${separator}` }]
  }
  const end = before.offset + before.length
  const limit = children[index]?.offset ?? container.offset + container.length - 1
  const comma = skipBlank(text, end)
  const separator = separatorAt(text, container, index - 1)
  // On the same line a comment to its end would swallow what comes after it.
  const pastComments = (from: number): number => (hasLineEnd(separator) ? endOfLineComments(text, from, limit) : from)
  if (text[comma] === ',') {
    const at = pastComments(comma + 1)
    return [{ start: at, end: at, text: `${separator}${written},` }]
  }
  const at = pastComments(end)
  const rest = separator + written
  if (at === end) return [{ start: end, end, text: `,${rest}` }]
  return [
    { start: end, end, text: ',' },
    { start: at, end: at, text: rest },
  ]
}
