import type { Finding, Path } from '@straks/shared'
import type { Dialect } from '../../../domain/failure.ts'

/**
 * Members that Altinn requires and that rules of their own judge, in lower case. Of an instant e-mail's address its source
 * does not say so.
 */
const REQUIRED: Readonly<Partial<Record<Dialect, ReadonlySet<string>>>> = {
  instant: new Set(['phonenumber']),
  order: new Set(['emailaddress', 'phonenumber', 'nationalidentitynumber', 'orgnumber', 'externalidentity']),
}

function isBlankAt(document: unknown, path: Path): boolean {
  let value = document
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return false
    value = Reflect.get(value, step)
  }
  return typeof value === 'string' && value.trim() === ''
}

/**
 * A finding as Altinn's server tells it: of a required member that is blank it says only that, because that is checked
 * before what the member says. docs/altinn/notifications.md §1.3.
 */
export function toldAsRequired(finding: Finding, document: unknown, dialect: Dialect): Finding {
  const isRequired = REQUIRED[dialect]?.has(String(finding.path.at(-1)).toLowerCase()) ?? false
  if (!isRequired || !isBlankAt(document, finding.path)) return finding
  return { ...finding, code: 'required-text', sentence: 'blank' }
}
