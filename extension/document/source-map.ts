import { countBefore } from './count-before.ts'
import type { Quote } from './quoting.ts'
import type { Range } from './ranges.ts'

/** A stretch of a piece's text and the stretch of the file that it stands for: the very same text, or another. */
export type Segment = {
  readonly at: number
  readonly length: number
  readonly file: number
  readonly fileLength: number
  readonly isSame: boolean
}

/**
 * A part of a piece's text that can be rewritten in the file, and how it is quoted there: the text as it is, or the
 * value of a string of JSON.
 */
export type Writable = Range & {
  readonly quote: Quote
  readonly isValue: boolean
  /** Where it stands in the file: what is added at its end comes before the quote that follows. */
  readonly file: Range
}

/** How a piece's text came about from a file where it stands otherwise, such as in a string of another language. */
export type SourceMap = {
  /** In order, without a gap. */
  readonly segments: readonly Segment[]
  /** In order and apart. */
  readonly writable: readonly Writable[]
}

/** The last of the items, in order of their starts, that starts at or before an offset. */
export function lastAtOrBefore<Item>(
  items: readonly Item[],
  startOf: (item: Item) => number,
  offset: number,
): Item | undefined {
  return items[countBefore(items, (item) => startOf(item) <= offset) - 1]
}

/** Where a stretch of a piece's text that starts at an offset starts in the file. */
export function fileStart({ segments }: SourceMap, offset: number): number {
  const segment = lastAtOrBefore(segments, ({ at }) => at, offset)
  if (!segment) return 0
  if (segment.isSame) return segment.file + Math.min(offset - segment.at, segment.fileLength)
  return offset < segment.at + segment.length ? segment.file : segment.file + segment.fileLength
}

/** Where a stretch of a piece's text that ends at an offset ends in the file. */
export function fileEnd({ segments }: SourceMap, offset: number): number {
  const segment = lastAtOrBefore(segments, ({ at }) => at, offset - 1)
  if (!segment) return segments[0]?.file ?? 0
  return segment.isSame
    ? segment.file + Math.min(offset - segment.at, segment.fileLength)
    : segment.file + segment.fileLength
}

/** What stands for something written otherwise in the file is changed as a whole: `300000` for `300_000`. */
export function wholeSegments({ segments }: SourceMap, { start, end }: Range): Range {
  const first = lastAtOrBefore(segments, ({ at }) => at, start)
  const last = lastAtOrBefore(segments, ({ at }) => at, end - 1)
  const isWithin = (one: Segment | undefined, offset: number): one is Segment =>
    one !== undefined && !one.isSame && one.at < offset && offset < one.at + one.length
  return {
    start: isWithin(first, start) ? first.at : start,
    end: isWithin(last, end) ? last.at + last.length : isWithin(first, end) ? first.at + first.length : end,
  }
}

/** Which offset of a piece's text a place of the file belongs to. */
export function pieceOffset({ segments }: SourceMap, fileOffset: number): number {
  const segment = lastAtOrBefore(segments, ({ file }) => file, fileOffset)
  if (!segment) return 0
  const into = fileOffset - segment.file
  if (segment.isSame) return segment.at + Math.min(into, segment.length)
  return into < segment.fileLength ? segment.at : segment.at + segment.length
}
