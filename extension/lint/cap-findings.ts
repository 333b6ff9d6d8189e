import type { Severity } from '@straks/shared'
import type { FileFinding } from './lint-file.ts'

/** Findings of one file that are told: more are no help, and slow an editor down. */
const FINDINGS_MAX = 1_000

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint']

/**
 * The gravest findings of a file, in the order of their places, and how many are left out. Where its judging ended is
 * told in any case.
 */
export function capFindings(findings: readonly FileFinding[]): {
  readonly told: readonly FileFinding[]
  readonly more: number
} {
  const told = new Set(findings.filter(({ isLast }) => isLast))
  const most = FINDINGS_MAX + told.size
  const leftOut = findings.reduce((sum, { more = 0 }) => sum + more, 0)
  if (findings.length <= most) return { told: findings, more: leftOut }
  for (const severity of SEVERITIES)
    for (const finding of findings) if (finding.severity === severity && told.size < most) told.add(finding)
  return { told: findings.filter((finding) => told.has(finding)), more: findings.length - told.size + leftOut }
}
