import { type Language, type Severity, say, type Words } from '@straks/shared'
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver'
import type { Positions } from '../../document/line-index.ts'
import { capFindings } from '../../lint/cap-findings.ts'
import type { FileFinding } from '../../lint/lint-file.ts'
import { SYNTAX_CODE } from '../../lint/syntax-finding.ts'

/** The name under which an editor lists what Straks says. */
export const SOURCE = 'straks'

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
}

/** What a diagnostic carries so that its fix is found again, however the text has moved. */
type DiagnosticData = { readonly pointer: string }

/** A finding as an editor shows it, with a link to its rule's page. */
function toDiagnostic(finding: FileFinding, uri: string, lines: Positions, rulePages: string | undefined): Diagnostic {
  const rangeOf = ({ start, end }: { start: number; end: number }) => ({
    start: lines.positionAt(start),
    end: lines.positionAt(end),
  })
  const data: DiagnosticData = { pointer: finding.pointer }
  return {
    range: rangeOf(finding),
    severity: SEVERITIES[finding.severity],
    source: SOURCE,
    code: finding.code,
    message: finding.message,
    data,
    ...(rulePages !== undefined && { codeDescription: { href: `${rulePages}${finding.code}.md` } }),
    ...(finding.deprecated && { tags: [DiagnosticTag.Deprecated] }),
    ...(finding.related && {
      relatedInformation: finding.related.map((one) => ({
        location: { uri, range: rangeOf(one) },
        message: one.message,
      })),
    }),
  }
}

const MORE: Words = {
  en: 'and {count:more finding|more findings} in this file',
  nb: 'og {count} til i denne filen',
  nn: 'og {count} til i denne fila',
}

const NOT_IN_UTF8: Words = {
  en: 'This file is not in UTF-8, which is all that the API reads; it is not checked.',
  nb: 'Denne filen er ikke i UTF-8, som er alt API-et leser. Den kontrolleres ikke.',
  nn: 'Denne fila er ikkje i UTF-8, som er alt API-et les. Ho blir ikkje kontrollert.',
}

const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }

/** A file, and how what is found in it is shown. */
type Showing = {
  readonly uri: string
  readonly lines: Positions
  readonly rulePages: string | undefined
  readonly language: Language
}

/** The findings of a file as an editor shows them: as many as are of use, and how many more there are. */
export function toDiagnostics(findings: readonly FileFinding[], showing: Showing): Diagnostic[] {
  const { uri, lines, rulePages, language } = showing
  const { told, more } = capFindings(findings)
  const diagnostics = told.map((one) => toDiagnostic(one, uri, lines, rulePages))
  if (more === 0) return diagnostics
  const message = say(MORE, language, { count: more })
  return [...diagnostics, { range: START, severity: DiagnosticSeverity.Information, source: SOURCE, message }]
}

/** What there is to say of a file that is not UTF-8. */
export const notUtf8 = (language: Language): Diagnostic => ({
  range: START,
  severity: DiagnosticSeverity.Error,
  source: SOURCE,
  code: SYNTAX_CODE,
  message: say(NOT_IN_UTF8, language),
})
