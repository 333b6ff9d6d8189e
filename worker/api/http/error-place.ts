import type { Language } from '@straks/shared'
import type { ProblemDocument } from './problem-document.ts'

/** What the catalogue of errors calls the table of Altinn's numbered mistakes. */
const NUMBERED = 'problems-of-altinn-correspondence'

/** What it calls the refusals that have findings, or none but `errors`. */
const VALIDATION = 'validation'

function placeOf({ type, code }: Pick<ProblemDocument, 'type' | 'code'>): string {
  const [scheme, ...names] = type.split(':')
  if (scheme === 'urn') return names.at(-1) ?? VALIDATION
  return code?.startsWith('CORR-') ? `${NUMBERED}.${code}` : VALIDATION
}

/** Where the catalogue of errors explains a problem, in the caller's language. English has no folder of its own. */
export const errorPlaceOf = (
  publicUrl: string,
  language: Language,
  problem: Pick<ProblemDocument, 'type' | 'code'>,
): string => `${publicUrl}/docs/errors${language === 'en' ? '' : `/${language}`}#${placeOf(problem)}`
