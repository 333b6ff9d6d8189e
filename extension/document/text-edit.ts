import type { Range } from './ranges.ts'

/** One replacement in a text. */
export type TextEdit = Range & { readonly text: string }

/** A text with edits made that do not touch each other, in order and at offsets of the text as it was. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = []
  let at = 0
  for (const { start, end, text: by } of edits) {
    parts.push(text.slice(at, start), by)
    at = end
  }
  return parts.join('') + text.slice(at)
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff

/** How many units two texts have in common at their starts and then at their ends, no character cut in two. */
export function commonEnds(one: string, other: string): { readonly start: number; readonly end: number } {
  const most = Math.min(one.length, other.length)
  let start = 0
  while (start < most && one.charCodeAt(start) === other.charCodeAt(start)) start++
  if (start > 0 && isHighSurrogate(one.charCodeAt(start - 1))) start--
  let end = 0
  while (end < most - start && one.at(-1 - end) === other.at(-1 - end)) end++
  if (end > 0 && isHighSurrogate(one.charCodeAt(one.length - end - 1))) end--
  return { start, end }
}

/** An edit without what it would write as it was; `undefined` where that is all of it. */
function trimmed(text: string, { start, end, text: by }: TextEdit): TextEdit | undefined {
  const common = commonEnds(text.slice(start, end), by)
  const edit = {
    start: start + common.start,
    end: end - common.end,
    text: by.slice(common.start, by.length - common.end),
  }
  return edit.start === edit.end && edit.text === '' ? undefined : edit
}

const isDeletion = ({ text }: TextEdit): boolean => text === ''

/**
 * Edits in order, as small as they can be, those that touch made one; `undefined` where two want the same text to
 * become different things.
 */
export function joinEdits(text: string, edits: readonly TextEdit[]): readonly TextEdit[] | undefined {
  const joined: TextEdit[] = []
  for (const edit of edits.toSorted((one, other) => one.start - other.start || one.end - other.end)) {
    const last = joined.at(-1)
    if (!last || last.end < edit.start) {
      joined.push(edit)
      continue
    }
    if (last.end > edit.start && !(isDeletion(last) && isDeletion(edit))) return undefined
    joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, edit.end), text: last.text + edit.text }
  }
  return joined.flatMap((edit) => trimmed(text, edit) ?? [])
}
