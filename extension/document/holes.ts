import type { Node } from 'jsonc-parser'
import type { Range } from './ranges.ts'
import type { TextEdit } from './text-edit.ts'

/** The first of the holes, which are in order, that ends after an offset. */
function firstAfter(holes: readonly Range[], offset: number): number {
  let low = 0
  let high = holes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((holes[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The holes that have a part in a stretch of text. */
export function holesIn(holes: readonly Range[], { start, end }: Range): readonly Range[] {
  const first = firstAfter(holes, start)
  let last = first
  while ((holes[last]?.start ?? end) < end) last++
  return holes.slice(first, last)
}

const rangeOf = ({ offset, length }: Node): Range => ({ start: offset, end: offset + length })

/** Whether a node is a hole as a whole, or a string with nothing else in it. */
export function isHole(node: Node, holes: readonly Range[]): boolean {
  const { start, end } = rangeOf(node)
  const inset = node.type === 'string' ? 1 : 0
  let reached = start + inset
  for (let next = firstAfter(holes, start); next < holes.length; next++) {
    const hole = holes[next]
    // A thousand findings in one string each ask: the first part that is known is enough.
    if (!hole || hole.start >= end || hole.start > reached) break
    reached = Math.max(reached, hole.end)
  }
  return reached >= end - inset && reached > start + inset
}

/** Whether a part of a node is a hole. */
export function hasHole(node: Node, holes: readonly Range[]): boolean {
  const { start, end } = rangeOf(node)
  return (holes[firstAfter(holes, start)]?.start ?? end) < end
}

/** Where holes are after edits, which are in order and apart; one that was written over is gone. */
export function movedRanges(holes: readonly Range[], edits: readonly TextEdit[]): readonly Range[] {
  const moved: Range[] = []
  let shift = 0
  let next = 0
  for (const { start, end } of holes) {
    for (let edit = edits[next]; edit && edit.end <= start; edit = edits[++next])
      shift += edit.text.length - (edit.end - edit.start)
    const edit = edits[next]
    if (edit && edit.start < end) continue
    moved.push({ start: start + shift, end: end + shift })
  }
  return moved
}
