import type { DocumentKind } from '@straks/shared'
import type { Piece } from '../document/piece.ts'
import type { PieceFinding } from './finding.ts'
import type { LintedPiece } from './lint-piece.ts'

/** One request of a file and what is said of it. */
export type FilePiece = {
  readonly piece: Piece
  readonly kind: DocumentKind | undefined
  readonly findings: readonly PieceFinding[]
  /** Findings that a comment of the file says are all right. They are not told, and not repaired. */
  readonly suppressed?: readonly PieceFinding[]
  readonly broken: boolean
  /** How many names stand in it twice, whether that is told or not. */
  readonly doubled?: number
}

/** What is said of a request that stands in a file. */
export const ofPiece = (piece: Piece, { kind, findings, broken, doubled }: LintedPiece): FilePiece => ({
  piece,
  kind,
  findings,
  broken,
  ...(doubled !== undefined && { doubled }),
})

/** What is counted of the requests of a file. */
type Counts = {
  readonly errors: number
  readonly findings: number
  /** Requests that are broken, or of no known kind. */
  readonly strange: number
  readonly broken: number
}

/** What is said of a file. */
export type LintedFile = {
  readonly pieces: readonly FilePiece[]
  /** The requests after them, which have not been judged: `pieces` has more mistakes than anyone reads. */
  readonly rest?: readonly Piece[]
  /** What is wrong between its requests, at offsets of the file. */
  readonly between: readonly PieceFinding[]
  /** Whether the file is one JSON document and not whole, so that no part of it may be rewritten. */
  readonly broken: boolean
  /** The requests that `pieces` are about, one by one, and what was counted of them. Left out where some are not judged. */
  readonly counted?: { readonly of: readonly Piece[]; readonly tally: Counts }
}

export const NOTHING: LintedFile = { pieces: [], between: [], broken: false }

const NONE: Counts = { errors: 0, findings: 0, strange: 0, broken: 0 }

const isError = ({ severity }: PieceFinding): boolean => severity === 'error'

/** Counts one more request, or takes one away. */
export function counted(tally: Counts, { kind, findings, suppressed, broken }: FilePiece, by: 1 | -1 = 1): Counts {
  const saidCount = findings.length + (suppressed?.length ?? 0)
  if (kind && !broken && findings.length === 0) return tally
  const isStrange = broken || (!kind && saidCount > 0)
  return {
    errors: tally.errors + by * findings.filter(isError).length,
    findings: tally.findings + by * findings.length,
    strange: tally.strange + (isStrange ? by : 0),
    broken: tally.broken + (broken ? by : 0),
  }
}

/** What can be taken over of what was said of a file: how many requests at its front and its end are the same. */
type Kept = {
  readonly front: number
  readonly back: number
  readonly told: readonly FilePiece[]
  /** Counted of them. */
  readonly tally: Counts
}

/** Nothing: each request is looked at. */
export const NOTHING_KEPT: Kept = { front: 0, back: 0, told: [], tally: NONE }

/**
 * What is the same in a file as it was. Each key finds thousands of requests unchanged: here they cost a comparison, where to look
 * at what was said of each is most of a key in a file of ten megabytes.
 */
export function keptOf({ counted: known, pieces: said }: LintedFile, pieces: readonly Piece[]): Kept {
  if (!known) return NOTHING_KEPT
  const { of } = known
  const most = Math.min(of.length, pieces.length)
  let front = 0
  while (front < most && of[front] === pieces[front]) front++
  let back = 0
  while (back < most - front && of[of.length - 1 - back] === pieces[pieces.length - 1 - back]) back++
  const gone = said.slice(front, of.length - back)
  return { front, back, told: said, tally: gone.reduce((tally, one) => counted(tally, one, -1), known.tally) }
}
