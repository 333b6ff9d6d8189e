import { rules, SCHEMA_CODE } from '@straks/shared'
import { nearestWord } from '@straks/shared/text'
import { SYNTAX_CODE } from './syntax-finding.ts'

/** Every code that a finding may have, and that may be given a level. */
export const CODES: readonly string[] = [SYNTAX_CODE, SCHEMA_CODE, ...rules.map(({ code }) => code)]

const KNOWN: ReadonlySet<string> = new Set(CODES)

/** UTF-16 units of the longest word that may be a code. */
export const CODE_MAX_UNITS = 64

/** Whether a word is the code of a rule. */
export const isCode = (word: string): boolean => KNOWN.has(word)

/** The code that a word is most likely meant to be. */
export const nearestCode = (word: string): string | undefined => nearestWord(word.slice(0, CODE_MAX_UNITS), CODES)

/** What is wrong with the name of a rule that does not exist: a misspelt one would silently change nothing. */
export function unknownRule(code: string): string | undefined {
  if (isCode(code)) return undefined
  const meant = nearestCode(code)
  return `there is no rule ${code.slice(0, CODE_MAX_UNITS)}${meant ? `; did you mean ${meant}?` : ''}`
}
