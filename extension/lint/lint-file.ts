import { type DocumentKind, toJsonPointer } from '@straks/shared'
import { cut } from '../document/cut.ts'
import type { FileForm } from '../document/file-form.ts'
import type { Cut, Piece } from '../document/piece.ts'
import type { PieceFinding } from './finding.ts'
import { lintPiece } from './lint-piece.ts'
import type { LintOptions } from './options.ts'
import { PieceCache } from './piece-cache.ts'
import { FILE_MAX_UNITS, syntaxFinding } from './syntax-finding.ts'

/** One request of a file and what is said of it. */
export type FilePiece = {
  readonly piece: Piece
  readonly kind: DocumentKind | undefined
  readonly findings: readonly PieceFinding[]
}

/** What is said of a file. */
export type LintedFile = {
  readonly pieces: readonly FilePiece[]
  /** What is wrong between its requests, at offsets of the file. */
  readonly between: readonly PieceFinding[]
}

const NOTHING: LintedFile = { pieces: [], between: [] }

/** How many requests of an unpromising file are looked at before it is left alone. */
const SAMPLE = 50

function gaveUp(form: FileForm, text: string, { language }: LintOptions): LintedFile {
  if (!form.promised) return NOTHING
  const end = Math.max(1, Math.min(text.length, text.indexOf('\n') < 0 ? 1 : text.indexOf('\n')))
  return { pieces: [], between: [syntaxFinding({ reason: 'large-file', start: 0, end }, language)] }
}

/**
 * Judges a file, one request at a time: whoever drives this may rest, or stop, after each.
 *
 * A request whose text the cache has seen is not judged again. A file whose name promises nothing is left alone unless
 * one of its first requests is a request.
 */
export function* lintFileInSteps(
  text: string,
  form: FileForm,
  options: LintOptions,
  cache: PieceCache,
  known?: Cut,
): Generator<void, LintedFile> {
  if (text.length > FILE_MAX_UNITS) return gaveUp(form, text, options)
  const { pieces, complaints } = known ?? cut(text, form)
  const told: FilePiece[] = []
  let looked = 0
  let ours = form.promised || form.layout === 'http'
  for (const piece of pieces) {
    let said = cache.get(piece)
    if (!said) {
      said = lintPiece(piece, form, options)
      cache.set(piece, said)
      yield
    }
    const { kind, findings } = said
    // A body in an `.http` file that is none of ours is somebody else's, however it is written.
    if (kind || form.layout !== 'http') told.push({ piece, kind, findings })
    ours ||= kind !== undefined
    looked++
    if (!ours && looked >= SAMPLE) return NOTHING
  }
  cache.forget(pieces)
  if (!ours) return NOTHING
  return {
    pieces: told,
    between: complaints.map((complaint) => syntaxFinding(complaint, options.language)),
  }
}

/** Judges a file in one go. */
export function lintFile(text: string, form: FileForm, options: LintOptions, cache = new PieceCache()): LintedFile {
  const steps = lintFileInSteps(text, form, options, cache)
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

/** A finding at its place in the file. */
export type FileFinding = PieceFinding & {
  readonly pointer: string
  /** The request it is in; `undefined` between two. */
  readonly piece?: Piece
}

const moved = (finding: PieceFinding, piece: Piece): FileFinding => ({
  ...finding,
  start: finding.start + piece.start,
  end: finding.end + piece.start,
  ...(finding.related && {
    related: finding.related.map((one) => ({
      ...one,
      start: one.start + piece.start,
      end: one.end + piece.start,
    })),
  }),
  pointer: toJsonPointer([...piece.prefix, ...finding.path]),
  piece,
})

/** Every finding of a file, in the order of their places. */
export function findingsOfFile({ pieces, between }: LintedFile): readonly FileFinding[] {
  const findings: FileFinding[] = []
  for (const { piece, findings: ofPiece } of pieces) for (const one of ofPiece) findings.push(moved(one, piece))
  if (between.length === 0) return findings
  return [...findings, ...between.map((one) => ({ ...one, pointer: '' }))].sort((one, other) => one.start - other.start)
}
