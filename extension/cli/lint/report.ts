import type { FindingCode, Safety, Severity } from '@straks/shared'
import type { FileForm } from '../../document/file-form.ts'
import { indexLines } from '../../document/line-index.ts'
import type { LineRange } from '../../document/line-range.ts'
import { capFindings } from '../../lint/cap-findings.ts'
import type { FileFinding } from '../../lint/lint-file.ts'
import type { LintOptions } from '../../lint/options.ts'
import { createOffers, type Offer } from '../../repair/offers.ts'
import { rulePageAddress } from '../../rule-page-address.ts'

/** One finding as scripts read it. docs/rules/README.md. */
export type FindingReport = {
  readonly file: string
  readonly code: FindingCode
  readonly severity: Severity
  readonly message: string
  /** A JSON Pointer into the document. */
  readonly pointer: string
  readonly range: LineRange
  /** The address of the rule's page. */
  readonly page: string
  /** The repair that `--fix` makes: the first safe one. */
  readonly fix?: ReportedRepair
  /** Every repair, the likeliest first. */
  readonly repairs?: readonly (ReportedRepair & { readonly safety: Safety })[]
}

/** A repair as text edits of the file as it is. */
type ReportedRepair = {
  readonly title: string
  readonly edits: readonly { readonly range: LineRange; readonly newText: string }[]
}

/** What was found in one file: as much as is of use, and how much more there is. */
export type FileReport = {
  readonly file: string
  readonly reports: readonly FindingReport[]
  readonly more: number
  /** Warnings in all, those that are left out among them. */
  readonly warnings: number
}

/** Puts the findings of one file into the form that every format starts from. */
export function reportFile(
  { name: file, text }: { readonly name: string; readonly text: string },
  findings: readonly FileFinding[],
  form: FileForm,
  options: LintOptions,
): FileReport {
  const lines = indexLines(text)
  const rangeOf = ({ start, end }: { start: number; end: number }): LineRange => ({
    start: lines.positionAt(start),
    end: lines.positionAt(end),
  })
  const toRepair = ({ repair: { title, safety }, edits }: Offer) => ({
    title,
    safety,
    edits: edits.map((edit) => ({ range: rangeOf(edit), newText: edit.text })),
  })
  const offersOf = createOffers(form, options)
  const { told, more } = capFindings(findings)
  const reports = told.map((finding): FindingReport => {
    const repairs = offersOf(finding).map(toRepair)
    const safe = repairs.find(({ safety }) => safety === 'safe')
    return {
      file,
      code: finding.code,
      severity: finding.severity,
      message: finding.message,
      pointer: finding.pointer,
      range: rangeOf(finding),
      page: rulePageAddress(finding.code, options.language),
      ...(safe && { fix: { title: safe.title, edits: safe.edits } }),
      ...(repairs.length > 0 && { repairs }),
    }
  })
  const warnings = findings.reduce((sum, one) => sum + (one.severity === 'warning' ? 1 + (one.more ?? 0) : 0), 0)
  return { file, reports, more, warnings }
}
