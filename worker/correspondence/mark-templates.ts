import { type Finding, isJsonObject, SCHEMA_CODE } from '@straks/shared'

/** The number of a template that Altinn no longer has. docs/altinn/correspondence.md §2. */
const RETIRED_TEMPLATE = '2'

const TEMPLATE_CODES = { retired: 3001, unknown: 3023 } as const

const valueAt = (body: unknown, path: Finding['path']): unknown =>
  path.reduce<unknown>((value, step) => {
    if (Array.isArray(value) && typeof step === 'number') return value[step]
    return isJsonObject(value) ? value[step] : undefined
  }, body)

/** Gives a template of an unknown number Altinn's number for that: to the schema it is like any wrong name. 2.1. */
export function markTemplates(findings: readonly Finding[], body: unknown): readonly Finding[] {
  return findings.map((finding) => {
    const member = String(finding.path.at(-1)).toLowerCase()
    if (finding.code !== SCHEMA_CODE || member !== 'notificationtemplate') return finding
    const value = valueAt(body, finding.path)
    const written = String(value)
    // A list of one number would read as that number.
    if (Array.isArray(value) || !/^-?\d+$/.test(written)) return finding
    return { ...finding, altinnCode: TEMPLATE_CODES[written === RETIRED_TEMPLATE ? 'retired' : 'unknown'] }
  })
}
