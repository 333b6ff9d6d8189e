import { toJsonPointer } from '@straks/shared'
import { cut } from '../document/cut.ts'
import type { FileForm } from '../document/file-form.ts'
import type { Cut, Piece } from '../document/piece.ts'
import { inFile } from '../document/place-in-file.ts'
import { endOfLine, skipBlank } from '../document/scan.ts'
import { isHarmless, type JsonSyntaxError } from '../document/syntax-error.ts'
import type { TextSource } from '../document/text-source.ts'
import { CODE_MAX_UNITS, nearestCode } from './codes.ts'
import type { PieceFinding } from './finding.ts'
import { lintPiece } from './lint-piece.ts'
import { counted, type FilePiece, keptOf, type LintedFile, NOTHING, NOTHING_KEPT, ofPiece } from './linted-file.ts'
import type { LintOptions } from './options.ts'
import { PieceCache } from './piece-cache.ts'
import { NO_SUPPRESSIONS, readSuppressions, type Suppressions, type UnknownCode } from './suppressions.ts'
import { FILE_MAX_UNITS, SYNTAX_CODE, syntaxFinding } from './syntax-finding.ts'

const countOf = ({ pieces, rest = [] }: LintedFile): number => pieces.length + rest.length

/** What is said of a request, without what a comment says is all right. */
function withoutSuppressed(one: FilePiece, { covers }: Suppressions): FilePiece {
  const suppressed = one.findings.filter((finding) => covers(finding.code, inFile(one.piece, finding).start))
  if (suppressed.length === 0) return one
  const hidden = new Set(suppressed)
  return { ...one, findings: one.findings.filter((finding) => !hidden.has(finding)), suppressed }
}

export type { FilePiece, LintedFile } from './linted-file.ts'

/** How many requests of an unpromising file are looked at before it is left alone. */
const SAMPLE = 50

/** How many strange or broken requests a file may have before the rest of it is left alone: it has something else in it. */
const STRANGE_MAX = 1_000

/** Errors of one file after which its requests are not judged any more: an editor shows no more of them. */
const ERRORS_MAX = 1_000

/** The same of all findings: each takes some twenty microseconds. */
const FINDINGS_MAX = 5_000

/** Units of requests after which the caller may pause: half a millisecond's work where nothing is wrong. */
const UNITS_PER_STEP = 4_096

/** Whether a text is JSON through and through: the quick way to know of a request that is not judged. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** What is not told is counted no less as strange. */
const untold = ({ findings, suppressed = [], ...one }: FilePiece): FilePiece => ({
  ...one,
  findings: [],
  suppressed: [...findings, ...suppressed],
})

/** Whether requests that are not judged are JSON, those aside that were in a file that was. */
function areJson(rest: readonly Piece[], before: LintedFile): boolean {
  const known = before.broken ? [] : (before.rest ?? [])
  const shift = known.length - rest.length
  return rest.every((piece, index) => known[index] === piece || known[index + shift] === piece || isJson(piece.text))
}

/** What was said of a request, if it was said of this one, and of all of it. */
const saidOf = (piece: Piece, before: FilePiece | undefined): FilePiece | undefined =>
  before?.piece === piece && !before.suppressed ? before : undefined

/** What is said of a comment that names a rule which does not exist. */
function noRule({ code, start, end }: UnknownCode): JsonSyntaxError {
  const meant = nearestCode(code)
  return { reason: 'no-rule', name: code.slice(0, CODE_MAX_UNITS), ...(meant && { meant }), start, end }
}

/** What is said where the judging of a file ends before its end. */
function notJudged(first: Piece, { language }: LintOptions): PieceFinding {
  const start = skipBlank(first.text, 0)
  const place = inFile(first, { start, end: endOfLine(first.text, start) })
  return { ...syntaxFinding({ reason: 'not-judged', ...place }, language), isLast: true }
}

/** A text without the white space around it; of a text of nothing else, its start. */
function spanOf(text: string): { readonly start: number; readonly end: number } {
  const { length } = text.trim()
  const start = length === 0 ? 0 : text.length - text.trimStart().length
  return { start, end: start + length }
}

function gaveUp(form: FileForm, text: string, { language }: LintOptions): LintedFile {
  if (!form.promised) return NOTHING
  const end = Math.max(1, Math.min(text.length, text.indexOf('\n') < 0 ? 1 : text.indexOf('\n')))
  return { pieces: [], between: [syntaxFinding({ reason: 'large-file', start: 0, end }, language)], broken: true }
}

/** What is known of a file before it is judged. */
type Seen = {
  /** Requests that were judged, by their text. */
  readonly cache: PieceCache
  /** Where its requests begin and end. */
  readonly cut?: Cut | undefined
  /** What was said of it before it was last changed. */
  readonly before?: LintedFile | undefined
}

/**
 * Judges a file, a few requests at a time: the caller may pause, or stop, after each step.
 *
 * A request that was judged before is not judged again. A file whose name promises nothing is left alone unless
 * one of its first requests is a request. After a thousand errors it says so and stops, unless all has to be known.
 */
export function* lintFileInSteps(
  text: TextSource,
  form: FileForm,
  options: LintOptions,
  { cache, cut: given, before = NOTHING }: Seen,
): Generator<void, LintedFile> {
  if (text.length > FILE_MAX_UNITS) return gaveUp(form, text.slice(0), options)
  const { pieces, syntaxErrors, isEmbedded = false } = given ?? cut(text.slice(0), form)
  let units = 0
  let isBroken = !syntaxErrors.every(isHarmless)
  let ours = form.promised || isEmbedded
  // JSON itself has no comments that could say so.
  const suppressions = form.comments || isEmbedded ? readSuppressions(text) : NO_SUPPRESSIONS
  const known = suppressions === NO_SUPPRESSIONS ? before : NOTHING
  const shift = countOf(known) - pieces.length
  let kept = form.promised && !isEmbedded ? keptOf(known, pieces) : NOTHING_KEPT
  let told = kept.told.slice(0, kept.front)
  let { tally } = kept
  let looked = kept.front
  cache.begin()
  // By its number: an iterator would make two new things for each of thousands of requests at each key.
  for (let piece = pieces[looked]; piece && looked < pieces.length - kept.back; piece = pieces[looked]) {
    // It stands as far from the front as before, or as far from the end.
    let one = saidOf(piece, known.pieces[looked]) ?? saidOf(piece, known.pieces[looked + shift])
    if (!one) {
      let said = cache.get(piece)
      if (!said) {
        said = lintPiece(piece, form, options)
        cache.set(piece, said)
        units += piece.text.length
        if (units >= UNITS_PER_STEP) {
          units = 0
          yield
        }
      }
      one = withoutSuppressed(ofPiece(piece, said), suppressions)
    }
    // Among other things what is not one of our requests is left alone, however it is written.
    const isTold = one.kind !== undefined || !isEmbedded
    if (isTold) told.push(one)
    tally = counted(tally, isTold ? one : untold(one))
    ours ||= one.kind !== undefined
    looked++
    if (!ours && looked >= SAMPLE) return NOTHING
    const isEnough = tally.errors >= ERRORS_MAX || tally.findings >= FINDINGS_MAX
    if (tally.strange < STRANGE_MAX && (!isEnough || options.isThorough)) continue
    if (kept === NOTHING_KEPT) break
    // Where the judging ends is found from the front.
    kept = NOTHING_KEPT
    ;({ tally } = kept)
    told = []
    looked = 0
  }
  told = told.concat(kept.told.slice(kept.told.length - kept.back))
  looked += kept.back
  isBroken ||= tally.broken > 0
  cache.forget(pieces)
  if (!ours) return NOTHING
  const rest = pieces.slice(looked)
  isBroken ||= form.layout === 'json' && !isEmbedded && !areJson(rest, before)
  const isEmpty = form.promised && pieces.length === 0 && syntaxErrors.length === 0
  const wrong = isEmpty ? [{ reason: 'empty', ...spanOf(text.slice(0)) } as const] : syntaxErrors
  const unsuppressed = wrong.filter(({ start }) => !suppressions.covers(SYNTAX_CODE, start))
  const between = [...suppressions.unknown.map(noRule), ...unsuppressed]
  const broken = isBroken && form.layout === 'json' && !isEmbedded
  const findings = between.map((syntaxError) => syntaxFinding(syntaxError, options.language, broken))
  const [first] = rest
  const isAllTold = suppressions === NO_SUPPRESSIONS && told.length === pieces.length
  if (!first) return { pieces: told, between: findings, broken, ...(isAllTold && { counted: { of: pieces, tally } }) }
  return { pieces: told, rest, between: [...findings, notJudged(first, options)], broken }
}

/** Judges a file in one go. */
export function lintFile(text: string, form: FileForm, options: LintOptions, cache = new PieceCache()): LintedFile {
  const steps = lintFileInSteps(text, form, options, { cache })
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

/** A finding at its place in the file. */
export type FileFinding = PieceFinding & {
  readonly pointer: string
  /** The request it is in; `undefined` between two. */
  readonly within?: FilePiece
}

function moved(finding: PieceFinding, within: FilePiece, piece: Piece): FileFinding {
  const { start, end } = inFile(piece, finding)
  const pointer = toJsonPointer([...piece.prefix, ...finding.path])
  if (!finding.related) return { ...finding, start, end, pointer, within }
  const related = finding.related.map((one) => ({ ...one, ...inFile(piece, one) }))
  return { ...finding, start, end, related, pointer, within }
}

/** A finding in a document that is not whole, of which no part may be rewritten. */
const unrepaired = ({ repairs: _, ...finding }: PieceFinding): PieceFinding => finding

/** Every finding of a file, in the order of their places. */
export function findingsOfFile({ pieces, between, broken }: LintedFile): readonly FileFinding[] {
  const findings: FileFinding[] = []
  for (const within of pieces)
    if (within.findings.length > 0)
      for (const one of within.findings) findings.push(moved(broken ? unrepaired(one) : one, within, within.piece))
  if (between.length === 0) return findings
  return [...findings, ...between.map((one) => ({ ...one, pointer: '' }))].sort((one, other) => one.start - other.start)
}
