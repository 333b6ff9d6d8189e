import type { DocumentStatus } from '../../protocol.ts'
import type { LintedDocument } from '../open-document.ts'

/** What is told of a document that is not checked. */
export const NO_STATUS: Omit<DocumentStatus, 'uri'> = { requests: 0, kinds: [], errors: 0, warnings: 0 }

/** What there is to say of a document as a whole. */
export function documentStatus({ text, linted, findings }: LintedDocument): DocumentStatus {
  const kinds = linted.pieces.flatMap(({ kind }) => kind?.name ?? [])
  const gaveUp =
    linted.pieces.length === 0 ? linted.between.find(({ severity }) => severity === 'information') : undefined
  return {
    uri: text.uri,
    requests: kinds.length,
    kinds: [...new Set(kinds)],
    errors: findings.filter(({ severity }) => severity === 'error').length,
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
    ...(gaveUp && { gaveUp: gaveUp.message }),
  }
}
