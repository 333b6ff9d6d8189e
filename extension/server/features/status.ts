import type { DocumentStatus } from '../../protocol.ts'
import type { Judged } from '../open-document.ts'

/** What there is to say of a document as a whole. */
export function documentStatus({ text, linted, findings }: Judged): DocumentStatus {
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
