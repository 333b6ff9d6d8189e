import { createHash } from 'node:crypto'
import type { FileReport, FindingReport } from '../report.ts'

const SEVERITIES = { error: 'major', warning: 'minor', information: 'info', hint: 'info' } as const

/** GitLab tells by it whether a finding of one run is that of another: it has no line, so that moved ones stay known. */
const fingerprint = ({ file, code, pointer }: FindingReport, count: number): string =>
  createHash('sha256').update([file, code, pointer, count].join('\0')).digest('hex')

/** A Code Quality report, which GitLab shows beside the lines of a merge request. */
export function gitlab(files: readonly FileReport[]): string {
  const counts = new Map<string, number>()
  const entries = files.flatMap(({ reports }) =>
    reports.map((report) => {
      const { file, code, severity, message, pointer, page, range } = report
      const key = [file, code, pointer].join('\0')
      const count = counts.get(key) ?? 0
      counts.set(key, count + 1)
      return {
        description: message,
        check_name: code,
        content: { body: page },
        fingerprint: fingerprint(report, count),
        severity: SEVERITIES[severity],
        location: { path: file, lines: { begin: range.start.line + 1, end: range.end.line + 1 } },
      }
    }),
  )
  return `${JSON.stringify(entries, null, 2)}\n`
}
