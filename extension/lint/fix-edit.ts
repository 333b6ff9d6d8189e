import { applyPieceFix, difference } from './apply-edits.ts'
import type { TextEdit } from './finding.ts'
import type { FileFinding } from './lint-file.ts'

/** The edit of the file that puts one finding right; `undefined` where it has no fix, or one that changes nothing. */
export function fixEdit({ fix, piece }: FileFinding): TextEdit | undefined {
  if (!fix) return undefined
  if (!piece) return 'textEdit' in fix ? fix.textEdit : undefined
  const edit = difference(piece.text, applyPieceFix(piece.text, fix))
  return edit && { ...edit, start: edit.start + piece.start, end: edit.end + piece.start }
}
