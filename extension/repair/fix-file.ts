import type { FileForm } from '../document/file-form.ts'
import { editsInFile } from '../document/place-in-file.ts'
import { applyTextEdits, type TextEdit } from '../document/text-edit.ts'
import type { PieceFinding, PieceRepair } from '../lint/finding.ts'
import { type LintedFile, lintFile } from '../lint/lint-file.ts'
import type { LintOptions } from '../lint/options.ts'
import { type Choice, fixPiece } from './fix-piece.ts'

/** The repair of a finding that may be made unasked. */
export const safeRepair = ({ repairs = [] }: Pick<PieceFinding, 'repairs'>): PieceRepair | undefined =>
  repairs.find(({ safety }) => safety === 'safe')

/** The edits that make the chosen repairs of a file, from first to last, none touching another. */
export function fixEdits(
  linted: LintedFile,
  form: FileForm,
  options: LintOptions,
  choose: Choice = safeRepair,
): readonly TextEdit[] {
  if (linted.broken) return []
  const edits: TextEdit[] = []
  for (const one of linted.pieces) {
    const { piece, findings } = one
    if (!findings.some(choose)) continue
    for (const edit of editsInFile(piece, fixPiece(one, form, options, choose)) ?? []) edits.push(edit)
  }
  for (const one of linted.between) {
    const repair = choose(one)
    if (repair && 'textEdits' in repair) for (const edit of repair.textEdits) edits.push(edit)
  }
  return edits.sort((one, other) => one.start - other.start)
}

/** The edits that make the chosen repairs of a text: of all its requests, however many errors come before them. */
export const fixEditsOf = (text: string, form: FileForm, options: LintOptions, choose?: Choice): readonly TextEdit[] =>
  fixEdits(lintFile(text, form, { ...options, isThorough: true }), form, options, choose)

/** A file's text with everything put right that has a safe repair. */
export const fixText = (text: string, form: FileForm, options: LintOptions): string =>
  applyTextEdits(text, fixEditsOf(text, form, options))
