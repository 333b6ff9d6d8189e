import type { Severity } from '@straks/shared'
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver'
import type { Positions } from '../../document/line-index.ts'
import type { FileFinding } from '../../lint/lint-file.ts'

/** The name under which an editor lists what Straks says. */
export const SOURCE = 'straks'

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
}

/** What a diagnostic carries so that its fix is found again, however the text has moved. */
export type DiagnosticData = { readonly pointer: string }

/** A finding as an editor shows it, with a link to its rule's page. */
export function toDiagnostic(
  finding: FileFinding,
  uri: string,
  lines: Positions,
  rulePages: string | undefined,
): Diagnostic {
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
