import type { Severity } from '@straks/shared'
import { indexLines } from '../document/line-index.ts'
import type { LineRange } from '../document/line-range.ts'
import { fixEdit } from '../lint/fix-edit.ts'
import type { FileFinding } from '../lint/lint-file.ts'

/** One finding as scripts read it. Design 3.5. */
export type Report = {
  readonly file: string
  readonly code: string
  readonly severity: Severity
  readonly message: string
  /** A JSON Pointer into the document. */
  readonly pointer: string
  readonly range: LineRange
  readonly fix?: {
    readonly title: string
    readonly edits: readonly { readonly range: LineRange; readonly newText: string }[]
  }
}

/** What was found in one file. */
export type FileReport = { readonly file: string; readonly reports: readonly Report[] }

/** Puts the findings of one file into the form that every format starts from. */
export function reportFile(file: string, text: string, findings: readonly FileFinding[]): FileReport {
  const lines = indexLines(text)
  const rangeOf = ({ start, end }: { start: number; end: number }): LineRange => ({
    start: lines.positionAt(start),
    end: lines.positionAt(end),
  })
  const reports = findings.map((finding): Report => {
    const edit = fixEdit(finding)
    return {
      file,
      code: finding.code,
      severity: finding.severity,
      message: finding.message,
      pointer: finding.pointer,
      range: rangeOf(finding),
      ...(edit &&
        finding.fix && { fix: { title: finding.fix.title, edits: [{ range: rangeOf(edit), newText: edit.text }] } }),
    }
  })
  return { file, reports }
}
