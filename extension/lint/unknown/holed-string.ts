import type { Span } from '@straks/shared'
import type { Node } from 'jsonc-parser'
import { holesIn } from '../../document/holes.ts'
import type { Range } from '../../document/ranges.ts'
import { decodedIndexes } from '../../document/string-offsets.ts'

/** Where a hole is in a string: in its value as written, and in the value with other words in place of each hole. */
type PlacedHole = { readonly start: number; readonly end: number; readonly filledStart: number }

/** A string of which some parts are not known, read with the same words in place of each. */
export type HoledString = {
  readonly filled: string
  /** A stretch of the filled value as one of the written value. */
  spanOf(span: Span): Span
  /** The same, or `undefined` where what is found there may be something else, given what is not known. */
  certainSpanOf(span: Span): Span | undefined
}

/** The last hole that starts at or before a place of the filled value. */
function holeBefore(holes: readonly PlacedHole[], index: number): PlacedHole | undefined {
  let low = 0
  let high = holes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((holes[middle]?.filledStart ?? 0) <= index) low = middle + 1
    else high = middle
  }
  return holes[low - 1]
}

/** Fills the holes of a string. */
export function fillString(text: string, node: Node, holes: readonly Range[], filling: string): HoledString {
  const value = String(node.value)
  const inside = holesIn(holes, { start: node.offset, end: node.offset + node.length })
  const indexes = decodedIndexes(
    text,
    node.offset,
    inside.flatMap(({ start, end }) => [start, end]),
  )
  const placed: PlacedHole[] = []
  let filled = ''
  let reached = 0
  for (let one = 0; one < indexes.length; one += 2) {
    const [start = 0, end = 0] = [indexes[one], indexes[one + 1]]
    filled += value.slice(reached, start)
    placed.push({ start, end, filledStart: filled.length })
    filled += filling
    reached = end
  }
  filled += value.slice(reached)
  const written = (index: number): number => {
    const hole = holeBefore(placed, index)
    return hole ? Math.max(hole.start, index - hole.filledStart - filling.length + hole.end) : index
  }
  return {
    filled,
    spanOf: ({ start, end }) => ({ start: written(start), end: written(end) }),
    certainSpanOf({ start, end }) {
      const before = holeBefore(placed, start)
      // What starts in a hole, or right after it, may be the rest of something else.
      if (before && start <= before.filledStart + filling.length) return undefined
      const last = holeBefore(placed, end - 1)
      // What a hole follows is certain only where it goes on into it, as an address does behind `https://`.
      if (last && last !== before && end > last.filledStart + 1) return undefined
      if (holeBefore(placed, end)?.filledStart === end) return undefined
      return { start: written(start), end: last && last !== before ? last.start : written(end) }
    },
  }
}
