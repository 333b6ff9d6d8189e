import type { FileForm } from '../document/file-form.ts'
import { applyPieceFix, difference } from './apply-edits.ts'
import type { TextEdit } from './finding.ts'
import { type LintedFile, lintFile } from './lint-file.ts'
import { lintPiece } from './lint-piece.ts'
import type { LintOptions } from './options.ts'

/** Repairs of one request after another until none is left to do; two that undo each other must not go on for ever. */
const MOST_ROUNDS = 50

/** The text of one request with everything put right that has a fix. */
function fixPiece(text: string, form: FileForm, options: LintOptions, kindName: string | undefined): string {
  let fixed = text
  const tried = new Set<string>()
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const piece = { start: 0, text: fixed, prefix: [], ...(kindName !== undefined && { kindName }) }
    const { findings } = lintPiece(piece, form, options)
    const next = findings.find(({ fix, message, path }) => fix && !tried.has(`${path.join('/')} ${message}`))
    if (!next?.fix) return fixed
    tried.add(`${next.path.join('/')} ${next.message}`)
    fixed = applyPieceFix(fixed, next.fix)
  }
  return fixed
}

/** The edits that put right everything in a file that has a fix, from first to last, none touching another. */
export function fixEdits(linted: LintedFile, form: FileForm, options: LintOptions): readonly TextEdit[] {
  const edits: TextEdit[] = []
  for (const { piece, findings } of linted.pieces) {
    // A text with variables is not the text that was judged: its offsets hold, its words do not.
    if (piece.variables) continue
    if (!findings.some(({ fix }) => fix)) continue
    const edit = difference(piece.text, fixPiece(piece.text, form, options, piece.kindName))
    if (edit) edits.push({ ...edit, start: edit.start + piece.start, end: edit.end + piece.start })
  }
  for (const { fix } of linted.between) if (fix && 'textEdit' in fix) edits.push(fix.textEdit)
  return edits.sort((one, other) => one.start - other.start)
}

/** A file's text with everything put right that has a fix. */
export function fixText(text: string, form: FileForm, options: LintOptions): string {
  const edits = fixEdits(lintFile(text, form, options), form, options)
  return edits.reduceRight((fixed, { start, end, text: by }) => fixed.slice(0, start) + by + fixed.slice(end), text)
}
