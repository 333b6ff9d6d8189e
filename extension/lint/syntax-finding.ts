import { type Language, limits, type Severity, say } from '@straks/shared'
import type { JsonSyntaxError, SyntaxErrorReason } from '../document/syntax-error.ts'
import type { TextEdit } from '../document/text-edit.ts'
import type { PieceFinding, PieceRepair } from './finding.ts'
import { SYNTAX_FIX_WORDS, SYNTAX_WORDS } from './syntax-words.ts'

/** The code of every syntax error about a text that is not, or not quite, JSON. docs/rules/README.md. */
export const SYNTAX_CODE = 'json-syntax'

/** The repair of commas that are too many. */
export const REMOVE_COMMA = 'removeComma'

/** The repair of a request that is not written to its last level. */
const WRITE_DEEPER = 'writeDeeper'

const BYTES_PER_KIBIBYTE = 1024

/** UTF-16 units of a file that is still looked into: 10 000 of the largest ordinary requests with room to spare. */
export const FILE_MAX_UNITS = 32 * BYTES_PER_KIBIBYTE * BYTES_PER_KIBIBYTE

const SEVERITIES: Partial<Record<SyntaxErrorReason, Severity>> = {
  duplicate: 'warning',
  'no-rule': 'warning',
  'large-file': 'information',
  'not-judged': 'information',
}

/** What is JSON all the same, but more than a request may be. */
const OURS: ReadonlySet<SyntaxErrorReason> = new Set([
  'empty',
  'deep',
  'large',
  'large-file',
  'not-judged',
  'no-rule',
  'cut-off',
])

/** Two names that differ in letter case are one to Altinn's reader only. */
const isOfJson = ({ reason, sameCase }: JsonSyntaxError): boolean => !OURS.has(reason) && sameCase !== false

/** A repair of a text that is not quite JSON. */
const safe = (
  key: typeof REMOVE_COMMA | typeof WRITE_DEEPER,
  language: Language,
  textEdits: readonly TextEdit[],
): PieceRepair => ({ key, title: say(SYNTAX_FIX_WORDS[key], language), safety: 'safe', textEdits })

/** The reason as it is told of a file that may not be called something else: only one JSON document may be JSON with comments. */
export const reasonWithoutRenaming = (reason: SyntaxErrorReason): SyntaxErrorReason =>
  reason === 'comment' ? 'comment-inside' : reason

/** Puts a syntax error into words. */
export function syntaxFinding(syntaxError: JsonSyntaxError, language: Language, broken = false): PieceFinding {
  const { reason, start, end, name, meant, other, edit, commas = [] } = syntaxError
  const data = {
    ...(name !== undefined && { name }),
    depth: limits.JSON_MAX_DEPTH,
    kibibytes: limits.REQUEST_BODY_MAX_BYTES / BYTES_PER_KIBIBYTE,
    mebibytes: FILE_MAX_UNITS / BYTES_PER_KIBIBYTE / BYTES_PER_KIBIBYTE,
  }
  const message = say(SYNTAX_WORDS[reason], language, data)
  return {
    code: SYNTAX_CODE,
    severity: SEVERITIES[reason] ?? 'error',
    message: meant === undefined ? message : `${message} ${say(SYNTAX_FIX_WORDS.meant, language, { meant })}`,
    path: [],
    start,
    end,
    ...(isOfJson(syntaxError) && { isOfJson: true }),
    ...(other && { related: [{ ...other, message: say(SYNTAX_FIX_WORDS.other, language) }] }),
    ...(edit && { repairs: [safe(WRITE_DEEPER, language, [edit])] }),
    ...(reason === 'trailing-comma' &&
      !broken && {
        repairs: [
          safe(
            REMOVE_COMMA,
            language,
            commas.map((comma) => ({ start: comma, end: comma + 1, text: '' })),
          ),
        ],
      }),
  }
}
