import type { FileForm } from '../document/file-form.ts'
import { editsInFile } from '../document/place-in-file.ts'
import type { TextEdit } from '../document/text-edit.ts'
import type { PieceRepair } from '../lint/finding.ts'
import type { FileFinding, FilePiece } from '../lint/lint-file.ts'
import { lintPiece } from '../lint/lint-piece.ts'
import type { LintOptions } from '../lint/options.ts'
import { editedPiece, isNoWorse, repairText } from './fix-piece.ts'
import { type ParsedText, parseText } from './parsed-text.ts'

/** A repair of one finding, as edits of the file that it is in. */
export type Offer = { readonly repair: PieceRepair; readonly edits: readonly TextEdit[] }

/** UTF-16 units of text that are judged again, at most, to see what the repairs of one request would do. */
const JUDGED_AGAIN_MAX_UNITS = 4_194_304

const timesFound = (code: string, findings: FilePiece['findings']): number =>
  findings.filter((one) => one.code === code).length

/** How a file is judged. */
type Judged = { readonly form: FileForm; readonly options: LintOptions }

/** Whether a repair puts its finding right, and brings no error with it. */
function isRight({ code }: FileFinding, within: FilePiece, edits: readonly TextEdit[], judged: Judged): boolean {
  const { form, options } = judged
  const { piece, suppressed = [] } = within
  const findings = [...within.findings, ...suppressed]
  // Each of a thousand repairs in one long text costs as much as the text: the rules alone answer for those.
  if (piece.text.length * findings.length > JUDGED_AGAIN_MAX_UNITS) return true
  const after = lintPiece(editedPiece(piece, edits), form, options)
  return isNoWorse(within, after) && timesFound(code, after.findings) < timesFound(code, findings)
}

/** Tells what can be done about each of the findings of a file. */
export type Offers = (finding: FileFinding) => readonly Offer[]

/**
 * Makes the offers of a file's findings, the likeliest of each first: repairs that put it right and bring no error.
 *
 * The findings of one request are best asked about one after another, as its parsed text is remembered.
 */
export function createOffers(form: FileForm, options: LintOptions): Offers {
  let latest: { readonly within: FilePiece; readonly parsed: ParsedText } | undefined
  return (finding) => {
    const { within, repairs = [] } = finding
    if (repairs.length > 0 && within && latest?.within !== within)
      latest = { within, parsed: parseText(within.piece.text) }
    return repairs.flatMap((repair): readonly Offer[] => {
      if (!within || !latest) return 'textEdits' in repair ? [{ repair, edits: repair.textEdits }] : []
      const edits = repairText(latest.parsed, repair)
      const made = edits && editsInFile(within.piece, edits)
      return made && isRight(finding, within, edits, { form, options }) ? [{ repair, edits: made }] : []
    })
  }
}
