import type { TextDocumentItem } from 'vscode-languageserver'
import {
  type Position,
  type Range,
  TextDocument,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-textdocument'
import { countBefore } from '../document/count-before.ts'

/** A stretch of the text, by its offsets. */
type Stretch = { readonly start: number; readonly end: number }

/** Units of a part: the protocol's library copies one whole part for each key. */
const PART_UNITS = 32_768

/** Where a part that starts at an offset ends: behind a line feed, where there is one near. */
function endOfPart(text: string, start: number, units: number): number {
  const from = start + units
  const lineFeed = text.slice(from, from + units).indexOf('\n')
  if (lineFeed >= 0) return from + lineFeed + 1
  // What follows may become the second character of a line end.
  let end = from
  while (text[end - 1] === '\r') end++
  return end
}

/** Parts of a text, each up to the end of a line, or within a line that is longer than a part. */
function* partsOf(text: string, units: number): Generator<string> {
  let start = 0
  while (text.length - start > 2 * units) {
    const end = endOfPart(text, start, units)
    if (end >= text.length) break
    yield text.slice(start, end)
    start = end
  }
  yield text.slice(start)
}

const lengthOf = (part: TextDocument): number => part.getText().length

/** Where parts start, and behind them where the last one ends. */
function startsOf(parts: readonly TextDocument[]): readonly number[] {
  let start = 0
  return [0, ...parts.map((part) => (start += lengthOf(part)))]
}

/** The line and the column at which each part starts, and how many lines there are. */
type LineStarts = { readonly lines: readonly number[]; readonly columns: readonly number[]; readonly count: number }

/** The last line of a part is the first of the next one, which starts behind what the part has of it. */
function lineStartsOf(parts: readonly TextDocument[]): LineStarts {
  const lines: number[] = []
  const columns: number[] = []
  let line = 0
  let column = 0
  for (const part of parts) {
    lines.push(line)
    columns.push(column)
    const last = part.lineCount - 1
    const ofLast = lengthOf(part) - part.offsetAt({ line: last, character: 0 })
    line += last
    column = last === 0 ? column + ofLast : ofLast
  }
  return { lines, columns, count: line + 1 }
}

/**
 * The text of an open document, in parts that each are a document of the protocol's library: a key costs a copy of one
 * part, where one document of ten megabytes would be copied as a whole.
 *
 * Every part but the last ends with a line feed, or within a line, so the two characters of a line end are in one part.
 */
export class PartedText {
  readonly uri: string
  readonly languageId: string
  readonly #units: number
  #version: number
  #parts: readonly TextDocument[]
  /** Where the parts start, and behind them where the last one ends. */
  #starts: readonly number[]
  /** Found when a line is first asked for. */
  #lines: LineStarts | undefined
  #whole: string | undefined
  /** The parts that are known not to have some words. */
  readonly #without = new Map<string, WeakSet<TextDocument>>()

  constructor({ uri, languageId, version, text }: TextDocumentItem, units = PART_UNITS) {
    this.uri = uri
    this.languageId = languageId
    this.#version = version
    this.#units = units
    this.#parts = this.#cut(text)
    this.#starts = startsOf(this.#parts)
    this.#whole = text
  }

  get version(): number {
    return this.#version
  }

  get length(): number {
    return this.#starts.at(-1) ?? 0
  }

  get lineCount(): number {
    return this.#lineStarts().count
  }

  /** What stands from one offset to another, which costs no more than that. */
  slice(start: number, end = this.length): string {
    if (start === 0 && end === this.length) return this.getText()
    const first = this.#indexAt(start)
    const from = this.#starts[first] ?? 0
    return this.#textOf(first, this.#indexAt(end)).slice(start - from, end - from)
  }

  includes(words: string): boolean {
    const without = this.#without.get(words) ?? new WeakSet()
    this.#without.set(words, without)
    const isIn = (part: TextDocument): boolean => {
      if (without.has(part)) return false
      const has = part.getText().includes(words)
      if (!has) without.add(part)
      return has
    }
    let before = ''
    for (const part of this.#parts) {
      const text = part.getText()
      if (`${before}${text.slice(0, words.length)}`.includes(words) || isIn(part)) return true
      // Words may stand in two parts of a long line.
      before = text.endsWith('\n') ? '' : `${before}${text.slice(-words.length)}`.slice(-words.length)
    }
    return false
  }

  getText(range?: Range): string {
    if (range) {
      const { start, end } = this.#stretchOf(range)
      return this.slice(start, end)
    }
    this.#whole ??= this.#textOf(0, this.#parts.length - 1)
    return this.#whole
  }

  positionAt(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.length))
    const index = this.#indexAt(at)
    const { line = 0, character = 0 } = this.#parts[index]?.positionAt(at - (this.#starts[index] ?? 0)) ?? {}
    const { lines, columns } = this.#lineStarts()
    return { line: line + (lines[index] ?? 0), character: character + (line === 0 ? (columns[index] ?? 0) : 0) }
  }

  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0
    if (line >= this.lineCount) return this.length
    const { lines, columns } = this.#lineStarts()
    let index = countBefore(lines, (first) => first <= line) - 1
    // Of the parts that a long line is in, the one with the column.
    while (lines[index] === line && (columns[index] ?? 0) > Math.max(0, character)) index--
    const local = line - (lines[index] ?? 0)
    const column = local === 0 ? character - (columns[index] ?? 0) : character
    const within = this.#parts[index]?.offsetAt({ line: local, character: column }) ?? 0
    return (this.#starts[index] ?? 0) + within
  }

  /** Takes over one change. */
  update(change: TextDocumentContentChangeEvent, version: number): void {
    this.#version = version
    if ('range' in change) this.#replace(this.#stretchOf(change.range), change.text)
    else this.#parts = this.#cut(change.text)
    this.#starts = startsOf(this.#parts)
    this.#lines = undefined
    this.#whole = undefined
  }

  #replace({ start, end }: Stretch, text: string): void {
    const first = this.#indexAt(start)
    const last = this.#indexAt(end)
    const from = this.#starts[first] ?? 0
    const only = first === last ? this.#parts[first] : undefined
    const joined = only ?? this.#document(this.#textOf(first, last))
    const range = { start: joined.positionAt(start - from), end: joined.positionAt(end - from) }
    TextDocument.update(joined, [{ range, text }], this.#version)
    for (const without of this.#without.values()) without.delete(joined)
    // What is still one part keeps what the library knows of its lines.
    const parts = this.#cut(joined.getText())
    const behind = this.#parts.slice(last + 1)
    this.#parts = this.#parts.slice(0, first).concat(parts.length === 1 ? joined : parts, behind)
  }

  #cut(text: string): TextDocument[] {
    return Array.from(partsOf(text, this.#units), (part) => this.#document(part))
  }

  #document(text: string): TextDocument {
    return TextDocument.create(this.uri, this.languageId, this.#version, text)
  }

  /** The part that an offset is in: where one ends and the next one starts, the next one. */
  #indexAt(offset: number): number {
    return (
      Math.min(
        countBefore(this.#starts, (start) => start <= offset),
        this.#parts.length,
      ) - 1
    )
  }

  #textOf(first: number, last: number): string {
    const texts = this.#parts.slice(first, last + 1).map((part) => part.getText())
    return texts.length === 1 ? (texts[0] ?? '') : texts.join('')
  }

  #stretchOf({ start, end }: Range): Stretch {
    const [from, to] = [this.offsetAt(start), this.offsetAt(end)]
    return { start: Math.min(from, to), end: Math.max(from, to) }
  }

  #lineStarts(): LineStarts {
    this.#lines ??= lineStartsOf(this.#parts)
    return this.#lines
  }
}
