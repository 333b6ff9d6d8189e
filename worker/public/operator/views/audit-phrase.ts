import { type Language, say } from '@straks/shared'
import { AUDIT_CODES } from '../words/audit-codes.ts'

/** Names and codes of an entry; a provider's name among them may be any word. */
const CODE = /(?<!provider )\b[a-z][a-z-]*\b/gi

/** What an entry of the audit log says, in the reader's language: it is stored as names, codes and counts. */
export const auditPhrase = (stored: string, language: Language): string =>
  stored.replaceAll(CODE, (code) => {
    const words = AUDIT_CODES.get(code)
    return words ? say(words, language) : code
  })
