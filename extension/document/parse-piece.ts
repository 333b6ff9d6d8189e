import { limits, parseJson, table } from '@straks/shared'
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { countMembers, duplicateMembers } from './duplicates.ts'
import { endOfLine, type Survey, skipBlank } from './scan.ts'
import { survey } from './survey.ts'
import { isHarmless, type JsonSyntaxError, type SyntaxErrorReason, SyntaxErrors } from './syntax-error.ts'
import { findTrailingCommas, type TrailingCommas, trailingCommasAt } from './trailing-commas.ts'
import { dataOf } from './tree.ts'

/** What one request's text says, as far as it can be read. */
export type ParsedPiece = {
  readonly value: unknown
  readonly syntaxErrors: readonly JsonSyntaxError[]
  /** Whether the text ends or breaks off before it has said what it means: what is missing may be yet to come. */
  readonly broken: boolean
  /** Whether the text is JSON, as the engine's own parser has it. */
  readonly isJson: boolean
}

const REASONS = table<SyntaxErrorReason>({
  InvalidSymbol: 'symbol',
  InvalidNumberFormat: 'number',
  PropertyNameExpected: 'property-name',
  ValueExpected: 'value',
  ColonExpected: 'colon',
  CommaExpected: 'comma',
  CloseBraceExpected: 'close-brace',
  CloseBracketExpected: 'close-bracket',
  EndOfFileExpected: 'after-end',
  InvalidCommentToken: 'comment',
  UnexpectedEndOfComment: 'open-comment',
  UnexpectedEndOfString: 'open-string',
  UnexpectedEndOfNumber: 'number',
  InvalidUnicode: 'unicode',
  InvalidEscapeCharacter: 'escape',
  InvalidCharacter: 'character',
})

/** Reads the tree of a text, forgiving all that can be forgiven. */
export const treeOf = (text: string): Node | undefined =>
  parseTree(text, [], { allowTrailingComma: true, disallowComments: false })

/** What a parser stumbles over where a comma is one too many. */
const ECHOES: ReadonlySet<SyntaxErrorReason> = new Set(['property-name', 'value', 'comma'])

function toSyntaxError(
  text: string,
  reason: SyntaxErrorReason,
  { offset, length }: ParseError,
  last: number,
): JsonSyntaxError {
  const start = Math.min(offset, last)
  const lineFeed = text.slice(start, start + length).search(/\r?\n/)
  const end = Math.min(start + (lineFeed < 0 ? length : lineFeed), text.length)
  return { reason, start, end: Math.max(end, start + 1) }
}

function toTrailingComma({ commas }: TrailingCommas, comments: boolean): JsonSyntaxError {
  const [first = 0] = commas
  // One comma is part of the format that has comments; of more the others are too many.
  const tooMany = comments ? commas.slice(1) : commas
  return { reason: 'trailing-comma', start: first, end: (commas.at(-1) ?? first) + 1, commas: tooMany }
}

/** Syntax errors in the order of the parser's errors, each once. One slip makes it stumble more than once: the rest after
 * the first serious syntax error is its echo, and left out. */
function syntaxErrorsOf(text: string, errors: readonly ParseError[], comments: boolean): readonly JsonSyntaxError[] {
  const syntaxErrors = new SyntaxErrors()
  const seen = new Set<string>()
  const trailing = errors.length > 0 ? findTrailingCommas(text) : []
  const last = Math.max(0, text.trimEnd().length - 1)
  for (const error of errors) {
    const reason = REASONS.get(printParseErrorCode(error.error)) ?? 'symbol'
    const commas = ECHOES.has(reason) ? trailingCommasAt(trailing, error.offset) : undefined
    const syntaxError = commas ? toTrailingComma(commas, comments) : toSyntaxError(text, reason, error, last)
    const place = `${syntaxError.reason} ${syntaxError.start}`
    if (seen.has(place)) continue
    seen.add(place)
    syntaxErrors.add(syntaxError)
    if (!isHarmless(syntaxError)) break
  }
  return syntaxErrors.told
}

function readTolerantly(text: string, comments: boolean): ParsedPiece {
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { allowTrailingComma: comments, disallowComments: !comments })
  const syntaxErrors = syntaxErrorsOf(text, errors, comments)
  return { value: tree && dataOf(tree, text), syntaxErrors, broken: !syntaxErrors.every(isHarmless), isJson: false }
}

const NONE: readonly JsonSyntaxError[] = []

/** A text without numbers needs none of the care that is taken of how they are written. */
function readStrictly(text: string, digits: boolean): unknown {
  try {
    return digits ? parseJson(text) : JSON.parse(text)
  } catch {
    return undefined
  }
}

const wholeOf = (text: string, reason: SyntaxErrorReason): ParsedPiece => {
  const start = skipBlank(text, 0)
  return {
    value: undefined,
    syntaxErrors: [{ reason, start, end: endOfLine(text, start) }],
    broken: true,
    isJson: false,
  }
}

/**
 * Reads the text of one request.
 *
 * Whole JSON takes the fast way through the engine's own parser, which knows no positions; the slow one is for texts
 * with something to complain about. `seen` is the text's survey, where it has been made already.
 */
export function parsePiece(text: string, comments: boolean, seen?: Survey): ParsedPiece {
  if (text.length > limits.REQUEST_BODY_MAX_BYTES) return wholeOf(text, 'large')
  const { members, depth, digits } = seen ?? survey(text)
  if (depth > limits.JSON_MAX_DEPTH) return wholeOf(text, 'deep')
  const value = readStrictly(text, digits)
  const parsed =
    value === undefined ? readTolerantly(text, comments) : { value, syntaxErrors: NONE, broken: false, isJson: true }
  if (parsed.broken || members === countMembers(parsed.value)) return parsed
  return { ...parsed, syntaxErrors: [...parsed.syntaxErrors, ...duplicateMembers(treeOf(text))] }
}
