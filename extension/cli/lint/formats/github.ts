import type { FileReport, FindingReport } from '../report.ts'

const COMMANDS = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const

const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

function annotation({ file, code, severity, message, page, range: { start, end } }: FindingReport): string {
  // Columns may be told only where a finding lies on one line.
  const columns = start.line === end.line ? `,col=${start.character + 1},endColumn=${end.character + 1}` : ''
  const place = `file=${escapeProperty(file)},line=${start.line + 1},endLine=${end.line + 1}${columns}`
  return `::${COMMANDS[severity]} ${place},title=${escapeProperty(code)}::${escapeData(`${message}\n${page}`)}\n`
}

/** Annotations that GitHub Actions shows beside the lines of a change. */
export const github = (files: readonly FileReport[]): string =>
  files.flatMap(({ reports }) => reports.map(annotation)).join('')
