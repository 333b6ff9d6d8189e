import type { Node } from 'jsonc-parser'
import type { TextEdit } from '../document/text-edit.ts'
import { commentsIn, indentOf, lineStart } from './blank.ts'
import { changeString } from './change-string.ts'
import { keptComments } from './remove-child.ts'

const LINE_END = /\r\n|\n|\r/g

const endOf = ({ offset, length }: Node): number => offset + length

/** The lines of a value moved out as far as the line it comes to stand on. */
function outdent(text: string, value: Node, outer: string): readonly TextEdit[] {
  const surplus = indentOf(text, value.offset).length - outer.length
  if (surplus <= 0) return []
  const edits: TextEdit[] = []
  for (const { 0: lineEnd, index } of text.slice(value.offset, endOf(value)).matchAll(LINE_END)) {
    const start = value.offset + index + lineEnd.length
    const indent = /^[ \t]*/.exec(text.slice(start, start + surplus))?.[0].length ?? 0
    if (indent > 0) edits.push({ start, end: start + indent, text: '' })
  }
  return edits
}

/** What stood around a value goes, and its comments stay: the ones before it before it, the others after it. */
function unwrap(text: string, outer: Node, inner: Node): readonly TextEdit[] {
  const before = commentsIn(text, outer.offset, inner.offset)
  const after = commentsIn(text, endOf(inner), endOf(outer))
  const lead = keptComments(text, before, lineStart(text, outer.offset), inner.offset)
  const tail = keptComments(text, after, lineStart(text, outer.offset), endOf(outer))
  return [
    { start: outer.offset, end: inner.offset, text: lead === '' || /\s$/.test(lead) ? lead : `${lead} ` },
    { start: endOf(inner), end: endOf(outer), text: tail === '' ? '' : ` ${tail}` },
  ]
}

/** What a member becomes: its name, and whether its value goes into a list. */
type Hoisted = { readonly name: string; readonly wrapped: boolean }

/** The edits that give a member another name and a value that lies in it, or its own. */
export function hoistValue(
  text: string,
  { key, value }: { readonly key: Node; readonly value: Node },
  inner: Node,
  { name, wrapped }: Hoisted,
): readonly TextEdit[] {
  const renamed = changeString(text, key, name)
  const freed =
    inner === value ? [] : [...unwrap(text, value, inner), ...outdent(text, inner, indentOf(text, key.offset))]
  const list = wrapped
    ? [
        { start: inner.offset, end: inner.offset, text: '[' },
        { start: endOf(inner), end: endOf(inner), text: ']' },
      ]
    : []
  return [...renamed, ...freed, ...list]
}
