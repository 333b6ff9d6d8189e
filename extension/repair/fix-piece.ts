import type { DocumentKind } from '@straks/shared'
import type { FileForm } from '../document/file-form.ts'
import { movedRanges } from '../document/holes.ts'
import type { Piece } from '../document/piece.ts'
import { editsInFile } from '../document/place-in-file.ts'
import { applyTextEdits, type TextEdit } from '../document/text-edit.ts'
import { findTrailingCommas } from '../document/trailing-commas.ts'
import type { PieceFinding, PieceRepair } from '../lint/finding.ts'
import type { FilePiece } from '../lint/lint-file.ts'
import { type LintedPiece, lintPiece } from '../lint/lint-piece.ts'
import type { LintOptions } from '../lint/options.ts'
import { REMOVE_COMMA } from '../lint/syntax-finding.ts'
import { editText } from './edit-text.ts'
import { type ParsedText, parseText } from './parsed-text.ts'
import { PieceTable } from './piece-table.ts'

/** Which repair of a finding is to be made, if any. */
export type Choice = (finding: PieceFinding) => PieceRepair | undefined

/** The edits that one repair makes of a text, in order; `undefined` where it changes nothing. */
export const repairText = (parsed: ParsedText, repair: PieceRepair): readonly TextEdit[] | undefined =>
  'textEdits' in repair ? repair.textEdits : editText(parsed, repair.edits)

/** Rounds of repairs, each of which may make room for the next: more than any text needs that does not go in circles. */
const ROUNDS_MAX = 100

/** UTF-16 units judged while repairs are tried one by one, where they cannot all be made at once. */
const TRIED_MAX_UNITS = 1_048_576

/** How many times an error is told, by its code: no repair may bring one. */
function countHarm(findings: readonly PieceFinding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { code } of findings.filter(({ severity }) => severity === 'error'))
    counts.set(code, (counts.get(code) ?? 0) + 1)
  return counts
}

/** What is said of a request. */
type Verdict = {
  readonly kind?: DocumentKind | undefined
  readonly findings: readonly PieceFinding[]
  readonly suppressed?: readonly PieceFinding[]
  readonly doubled?: number
}

/** Whether a text is whole after an edit, is a request still, and has no error and no doubled name that it did not have. */
export function isNoWorse(before: Verdict, after: LintedPiece): boolean {
  if (after.broken || (before.kind && !after.kind)) return false
  // Of two members with one name one is lost, also where that is not told.
  if ((after.doubled ?? 0) > (before.doubled ?? 0)) return false
  const harm = countHarm([...before.findings, ...(before.suppressed ?? [])])
  return [...countHarm(after.findings)].every(([code, count]) => count <= (harm.get(code) ?? 0))
}

/** A request as it would be after edits, which are in order and apart. */
export function editedPiece(piece: Piece, edits: readonly TextEdit[]): Piece {
  const { survey: _, holes = [], comments, ...rest } = piece
  const left = movedRanges(holes, edits)
  return {
    ...rest,
    text: applyTextEdits(piece.text, edits),
    ...(left.length > 0 && { holes: left }),
    ...(comments && { comments: movedRanges(comments, edits) }),
  }
}

/** What tells a finding apart from others, however the text around it has moved. */
const placeOf = ({ code, path }: PieceFinding): string => JSON.stringify([code, path])

/** Every comma that is too many: the first hundred are told, and a round for each hundred would take a square of time. */
const allCommas = (text: string, { comments }: FileForm): readonly TextEdit[] =>
  findTrailingCommas(text).flatMap(({ commas }) =>
    (comments ? commas.slice(1) : commas).map((comma) => ({ start: comma, end: comma + 1, text: '' })),
  )

/** The chosen repairs whose edits can be made at once: each begins where those before it have ended. */
function madeAtOnce(
  piece: Piece,
  form: FileForm,
  findings: readonly PieceFinding[],
  { choose, isWritable }: { readonly choose: Choice; readonly isWritable: (edits: readonly TextEdit[]) => boolean },
): readonly (readonly TextEdit[])[] {
  const parsed = parseText(piece.text)
  let hasCommas = false
  const chosen = findings.flatMap((finding) => {
    const repair = choose(finding)
    if (repair?.key === REMOVE_COMMA) {
      if (hasCommas) return []
      hasCommas = true
      return [allCommas(piece.text, form)]
    }
    const edits = repair && repairText(parsed, repair)
    return edits && edits.length > 0 && isWritable(edits) ? [edits] : []
  })
  const startOf = (edits: readonly TextEdit[]): number => edits[0]?.start ?? 0
  const made: (readonly TextEdit[])[] = []
  let last: TextEdit | undefined
  for (const edits of chosen.sort((one, other) => startOf(one) - startOf(other))) {
    const [first] = edits
    const sideBySide = last?.text === '' && first?.text === '' && last.end === first.start
    if (last && first && first.start <= last.end && !sideBySide) continue
    made.push(edits)
    last = edits.at(-1)
  }
  return made
}

/**
 * The edits that make the chosen repairs in a request, and those that they make room for, until none is left.
 *
 * A repair that would leave the text broken, or with an error that it did not have, is left out.
 */
export function fixPiece(
  { piece, ...known }: FilePiece,
  form: FileForm,
  options: LintOptions,
  choose: Choice,
): readonly TextEdit[] {
  let table = new PieceTable(piece.text)
  const suppressed = new Set(known.suppressed?.map(placeOf))
  const chooseTold: Choice = (finding) => (suppressed.has(placeOf(finding)) ? undefined : choose(finding))
  let current = piece
  let linted: Verdict = known
  // A text that stands otherwise in its file can be rewritten there only in parts.
  const isWritable = (edits: readonly TextEdit[]): boolean =>
    !piece.map || editsInFile(piece, table.with(edits).edits()) !== undefined
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const { text } = current
    const ways = madeAtOnce(current, form, linted.findings, { choose: chooseTold, isWritable })
    const tries = ways.length > 1 ? [ways.flat(), ...ways.slice(0, Math.ceil(TRIED_MAX_UNITS / text.length))] : ways
    let improved = false
    for (const edits of tries) {
      if (!isWritable(edits)) continue
      const edited = editedPiece(current, edits)
      const after = lintPiece(edited, form, options)
      if (!isNoWorse(linted, after)) continue
      table = table.with(edits)
      current = edited
      linted = after
      improved = true
      break
    }
    if (!improved) break
  }
  return table.edits()
}
