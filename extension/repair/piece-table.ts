import type { TextEdit } from '../document/text-edit.ts'

/** A stretch of the text as it was, or words that have come into it. */
type Segment =
  | { readonly kind: 'kept'; readonly start: number; readonly end: number }
  | { readonly kind: 'new'; readonly text: string }

const lengthOf = (segment: Segment): number =>
  segment.kind === 'new' ? segment.text.length : segment.end - segment.start

const cut = (segment: Segment, from: number, to: number): Segment =>
  segment.kind === 'new'
    ? { kind: 'new', text: segment.text.slice(from, to) }
    : { kind: 'kept', start: segment.start + from, end: segment.start + to }

/** A text that is edited again and again, and knows at any time by which edits of its first self it came about. */
export class PieceTable {
  readonly #original: string
  #segments: readonly Segment[]

  constructor(text: string) {
    this.#original = text
    this.#segments = [{ kind: 'kept', start: 0, end: text.length }]
  }

  /** The text as it is by now. */
  get text(): string {
    return this.#segments
      .map((segment) => (segment.kind === 'new' ? segment.text : this.#original.slice(segment.start, segment.end)))
      .join('')
  }

  /** The text with edits more: this one stays as it is. */
  with(edits: readonly TextEdit[]): PieceTable {
    const edited = new PieceTable(this.#original)
    edited.#segments = this.#segments
    edited.apply(edits)
    return edited
  }

  /** Makes edits that are in order and apart, at offsets of the text as it is by now. */
  apply(edits: readonly TextEdit[]): void {
    const segments: Segment[] = []
    let at = 0
    const rest = [...this.#segments].reverse()
    function* take(until: number): Generator<Segment> {
      while (at < until) {
        const segment = rest.pop()
        if (!segment) return
        const length = lengthOf(segment)
        const taken = Math.min(length, until - at)
        if (taken < length) rest.push(cut(segment, taken, length))
        at += taken
        yield cut(segment, 0, taken)
      }
    }
    for (const { start, end, text } of edits) {
      for (const kept of take(start)) segments.push(kept)
      for (const _removed of take(end));
      if (text !== '') segments.push({ kind: 'new', text })
    }
    this.#segments = [...segments, ...rest.reverse()]
  }

  /** The edits, in order and apart, that make the text as it is by now of the text as it was. */
  edits(): readonly TextEdit[] {
    const edits: TextEdit[] = []
    let reached = 0
    let words = ''
    const { length } = this.#original
    for (const segment of [...this.#segments, { kind: 'kept', start: length, end: length } as const]) {
      if (segment.kind === 'new') {
        words += segment.text
        continue
      }
      if (words !== '' || segment.start > reached) edits.push({ start: reached, end: segment.start, text: words })
      reached = segment.end
      words = ''
    }
    return edits
  }
}
