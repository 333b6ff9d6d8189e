import type { Quote } from './quoting.ts'
import type { Range } from './ranges.ts'
import type { Segment, SourceMap, Writable } from './source-map.ts'

/** Builds a piece's text of parts of a file, and remembers where each comes from. */
export class TextBuilder {
  readonly #source: string
  readonly #parts: string[] = []
  readonly #segments: Segment[] = []
  readonly #writable: Writable[] = []
  readonly #holes: Range[] = []
  #length = 0

  constructor(source: string) {
    this.#source = source
  }

  get length(): number {
    return this.#length
  }

  /** Takes a stretch of the file over as it is. */
  copy(start: number, end: number): void {
    if (start < end) this.#add(this.#source.slice(start, end), { start, end }, { isSame: true })
  }

  /** Writes what a stretch of the file stands for. */
  write(text: string, { start, end }: Range): void {
    this.#add(text, { start, end }, { isSame: false })
  }

  /** Writes what stands for something unknown. */
  hole(text: string, place: Range): void {
    this.#holes.push({ start: this.#length, end: this.#length + text.length })
    this.write(text, place)
  }

  /** Says that what is written from an offset on can be rewritten in the file, where it stands between two quotes. */
  writable(from: number, { start, end }: Range, quote: Quote): void {
    this.#writable.push({ start: from, end: this.#length, quote, isValue: false, file: { start, end } })
  }

  /** The same of a value or a name as a whole, rather than of text that has values in it. */
  writableValue(from: number, { start, end }: Range, quote: Quote): void {
    this.#writable.push({ start: from, end: this.#length, quote, isValue: true, file: { start, end } })
  }

  #add(text: string, { start, end }: Range, { isSame }: Pick<Segment, 'isSame'>): void {
    const last = this.#segments.at(-1)
    if (last && isSame && last.isSame && last.file + last.fileLength === start)
      this.#segments[this.#segments.length - 1] = {
        ...last,
        length: last.length + text.length,
        fileLength: last.fileLength + end - start,
      }
    else this.#segments.push({ at: this.#length, length: text.length, file: start, fileLength: end - start, isSame })
    this.#parts.push(text)
    this.#length += text.length
  }

  /** What has been built. */
  result(): { readonly text: string; readonly map: SourceMap; readonly holes: readonly Range[] } {
    return {
      text: this.#parts.join(''),
      map: { segments: this.#segments, writable: this.#writable },
      holes: this.#holes,
    }
  }
}
