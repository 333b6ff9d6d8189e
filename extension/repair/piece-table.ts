import type { TextEdit } from '../document/text-edit.ts'

/** A stretch of the text as it was, or words that have come into it. */
type Segment = { readonly start: number; readonly end: number } | { readonly text: string }

const lengthOf = (segment: Segment): number => ('text' in segment ? segment.text.length : segment.end - segment.start)

const cut = (segment: Segment, from: number, to: number): Segment =>
  'text' in segment ? { text: segment.text.slice(from, to) } : { start: segment.start + from, end: segment.start + to }

/** A text that is edited again and again, and knows at any time by which edits of its first self it came about. */
export class PieceTable {
  readonly #original: string
  #segments: readonly Segment[]

  constructor(text: string) {
    this.#original = text
    this.#segments = [{ start: 0, end: text.length }]
  }

  /** The text as it is by now. */
  get text(): string {
    return this.#segments
      .map((segment) => ('text' in segment ? segment.text : this.#original.slice(segment.start, segment.end)))
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
    const take = (until: number, keep: boolean): void => {
      while (at < until) {
        const segment = rest.pop()
        if (!segment) return
        const length = lengthOf(segment)
        const taken = Math.min(length, until - at)
        if (keep) segments.push(cut(segment, 0, taken))
        if (taken < length) rest.push(cut(segment, taken, length))
        at += taken
      }
    }
    for (const { start, end, text } of edits) {
      take(start, true)
      take(end, false)
      if (text !== '') segments.push({ text })
    }
    this.#segments = [...segments, ...rest.reverse()]
  }

  /** The edits, in order and apart, that make the text as it is by now of the text as it was. */
  edits(): readonly TextEdit[] {
    const edits: TextEdit[] = []
    let reached = 0
    let words = ''
    for (const segment of [...this.#segments, { start: this.#original.length, end: this.#original.length }]) {
      if ('text' in segment) {
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
