import { type Path, say } from '@straks/shared'
import { nearestWord } from '@straks/shared/text'
import type * as z from 'zod'
import { PLAIN_JSON } from '../document/file-form.ts'
import { indexLines } from '../document/line-index.ts'
import { parsePiece } from '../document/parse-piece.ts'
import { CODE_MAX_UNITS } from './codes.ts'
import { reasonWithoutRenaming } from './syntax-finding.ts'
import { SYNTAX_WORDS } from './syntax-words.ts'

/** Something that is wrong with a configuration file, and where. */
export type ConfigProblem = { readonly path: Path; readonly message: string }

/** What a text that should be JSON has wrong, and on which line. */
export function notJson(text: string): string {
  const [first] = parsePiece(text, PLAIN_JSON.comments).syntaxErrors
  if (!first || text.trim() === '') return 'it is not JSON'
  const line = indexLines(text).positionAt(first.start).line + 1
  return `it is not JSON: line ${line}: ${say(SYNTAX_WORDS[reasonWithoutRenaming(first.reason)], 'en')}`
}

/** What a value must be, in plain words. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['string', 'a text'],
  ['array', 'a list'],
  ['object', 'an object'],
  ['record', 'an object'],
])

/** What is wrong with a setting that does not exist: a misspelt one would silently change nothing. */
function unknownSetting(name: string, names: readonly string[]): string {
  const meant = nearestWord(name, names)
  return `there is no setting ${name.slice(0, CODE_MAX_UNITS)}${meant === undefined ? '' : `; did you mean ${meant}?`}`
}

function wordsOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `it must be ${TYPES.get(issue.expected) ?? issue.expected}`
  if (issue.code === 'invalid_value') return `it must be one of ${issue.values.join(', ')}`
  return issue.message
}

/** What is wrong with the settings of a file, a slip of the pen with what was meant. */
export function settingProblems(issue: z.core.$ZodIssue, names: readonly string[]): readonly ConfigProblem[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol')
  if (issue.code !== 'unrecognized_keys') return [{ path, message: wordsOf(issue) }]
  return issue.keys.map((name) => ({ path: [...path, name], message: unknownSetting(name, names) }))
}
