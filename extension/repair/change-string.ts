import type { Span } from '@straks/shared'
import type { Node } from 'jsonc-parser'
import { offsetsOf } from '../document/ranges.ts'
import { commonEnds, type TextEdit } from '../document/text-edit.ts'

/** New words for a part of a text. */
type Words = Span & { readonly text: string }

const escaped = (words: string): string => JSON.stringify(words).slice(1, -1)

/** The edits that write other words into a string, its other escapes left as they are. */
export function replaceInString(text: string, node: Node, changes: readonly Words[]): readonly TextEdit[] {
  const offsetOf = offsetsOf(text, node)
  return changes
    .toSorted((one, other) => one.start - other.start)
    .map(({ start, end, text: words }) => ({ start: offsetOf(start), end: offsetOf(end), text: escaped(words) }))
}

/** The edit that makes another text of a string, its beginning and end left as they are. */
export function changeString(text: string, node: Node, to: string): readonly TextEdit[] {
  const from = String(node.value)
  const common = commonEnds(from, to)
  const change = {
    start: common.start,
    end: from.length - common.end,
    text: to.slice(common.start, to.length - common.end),
  }
  return replaceInString(text, node, [change])
}
