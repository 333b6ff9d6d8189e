import type { TextDocumentItem } from 'vscode-languageserver'
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument'
import { cut } from '../document/cut.ts'
import { EMBEDDING, type FileForm } from '../document/file-form.ts'
import { indexLines, type Positions } from '../document/line-index.ts'
import type { Cut, Piece } from '../document/piece.ts'
import { rangeOfPiece } from '../document/place-in-file.ts'
import { type Change, recut } from '../document/recut.ts'
import {
  type FileFinding,
  type FilePiece,
  findingsOfFile,
  type LintedFile,
  lintFileInSteps,
} from '../lint/lint-file.ts'
import { lintPiece } from '../lint/lint-piece.ts'
import { ofPiece } from '../lint/linted-file.ts'
import type { LintOptions } from '../lint/options.ts'
import { PieceCache } from '../lint/piece-cache.ts'
import type { Host } from './host.ts'
import { PartedText } from './parted-text.ts'
import type { PositionCodec } from './position-codec.ts'

/** How long the server works before it looks whether a key was pressed: well under what a typist notices. */
const SLICE_MS = 12

/** A document as it stands, judged. */
export type LintedDocument = {
  readonly text: PartedText
  /** Where its lines begin. */
  readonly lines: Positions
  readonly form: FileForm
  readonly options: LintOptions
  readonly linted: LintedFile
  readonly findings: readonly FileFinding[]
}

/** A document that an editor has open, kept judged piece by piece while it is typed in. */
export class OpenDocument {
  readonly form: FileForm
  /** Told apart from the same document when it was open before: versions begin anew each time. */
  readonly number: number
  readonly #host: Host
  readonly #codec: PositionCodec
  readonly #text: PartedText
  #options: LintOptions | undefined
  #cache = new PieceCache()
  #cut: Cut | undefined
  /** The lines of the text as it was opened: found in a third of the time that the document, which can change, takes. */
  #lines: Positions | undefined
  /** What was last said of it. */
  #linted: LintedFile | undefined
  #judging: Promise<LintedDocument> | undefined

  constructor(
    { host, codec, number }: { readonly host: Host; readonly codec: PositionCodec; readonly number: number },
    form: FileForm,
    document: TextDocumentItem,
  ) {
    this.#host = host
    this.#codec = codec
    this.number = number
    this.form = form
    this.#text = new PartedText(document)
  }

  get uri(): string {
    return this.#text.uri
  }

  get version(): number {
    return this.#text.version
  }

  get text(): PartedText {
    return this.#text
  }

  /** Takes over what was typed. */
  change(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    this.#lines = this.#text
    for (const change of changes) this.#apply(this.#counted(change), version)
    this.#judging = undefined
  }

  /** The line of a number. */
  lineAt(line: number): string {
    return this.#text.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } })
  }

  /** A change whose places are counted in UTF-16 units. */
  #counted(change: TextDocumentContentChangeEvent): TextDocumentContentChangeEvent {
    return this.#codec.decode(change, (line) => this.lineAt(line))
  }

  #apply(change: TextDocumentContentChangeEvent, version: number): void {
    const known = this.#cut
    const place = 'range' in change && known ? this.#placeOf(change.range, change.text) : undefined
    this.#text.update(change, version)
    this.#cut = known && place ? recut(known, this.#text, this.form, place) : undefined
  }

  #placeOf(
    range: { start: { line: number; character: number }; end: { line: number; character: number } },
    text: string,
  ): Change {
    const [one, other] = [this.#text.offsetAt(range.start), this.#text.offsetAt(range.end)]
    const start = Math.min(one, other)
    return { start, oldEnd: Math.max(one, other), newEnd: start + text.length }
  }

  /** The document as it stands, judged; the judgement of a text that has changed meanwhile is begun anew. */
  judged(options: LintOptions): Promise<LintedDocument> {
    if (options !== this.#options) {
      this.#options = options
      this.#cache = new PieceCache()
      this.#linted = undefined
      this.#judging = undefined
    }
    this.#judging ??= this.#judge(options)
    return this.#judging
  }

  async #judge(options: LintOptions): Promise<LintedDocument> {
    const { version } = this
    const text = this.#text
    this.#cut ??= cut(text.getText(), this.form)
    const seen = { cache: this.#cache, cut: this.#cut, before: this.#linted }
    const steps = lintFileInSteps(text, this.form, options, seen)
    let until = this.#host.now() + SLICE_MS
    let step = steps.next()
    while (!step.done) {
      if (this.#host.now() >= until) {
        await this.#host.rest()
        if (this.version !== version || this.#options !== options) return this.judged(this.#options ?? options)
        until = this.#host.now() + SLICE_MS
      }
      step = steps.next()
    }
    this.#linted = step.value
    this.#lines ??= indexLines(text.getText())
    return {
      text: this.#text,
      lines: this.#lines,
      form: this.form,
      options,
      linted: step.value,
      findings: findingsOfFile(step.value),
    }
  }
}

/** The request that holds an offset. One that was not judged with the others is judged for itself. */
export function pieceAt({ linted, form, options }: LintedDocument, offset: number): FilePiece | undefined {
  const isAt = (piece: Piece): boolean => {
    const { start, end } = rangeOfPiece(piece)
    return start <= offset && offset <= end
  }
  const known = linted.pieces.find(({ piece }) => isAt(piece))
  const rest = known ? undefined : linted.rest?.find(isAt)
  if (!rest) return known
  const said = lintPiece(rest, form, options)
  return said.kind || !EMBEDDING.has(form.layout) ? ofPiece(rest, said) : undefined
}
