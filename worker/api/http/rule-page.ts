import type { FindingCode, Language } from '@straks/shared'

/** The page of a rule in the caller's language: a file beside the Worker. English has no folder of its own. */
export const rulePageOf = (publicUrl: string, language: Language, code: FindingCode): string =>
  `${publicUrl}/docs/rules/${language === 'en' ? '' : `${language}/`}${code}`
