import { limits } from '@straks/shared'
import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import type { Complaint, ComplaintReason } from './complaint.ts'
import { countMembers, duplicateMembers } from './duplicates.ts'
import { endOfLine, type Survey, skipBlank } from './scan.ts'
import { survey } from './survey.ts'
import { dataOf } from './tree.ts'

/** What one request's text says, as far as it can be read. */
export type ParsedPiece = {
  readonly value: unknown
  readonly complaints: readonly Complaint[]
  /** Whether the text ends or breaks off before it has said what it means: what is missing may be yet to come. */
  readonly broken: boolean
}

const REASONS: Readonly<Record<string, ComplaintReason>> = {
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
}

/** Reads the tree of a text, forgiving all that can be forgiven. */
export const treeOf = (text: string): Node | undefined =>
  parseTree(text, [], { allowTrailingComma: true, disallowComments: false })

const CLOSING = /[}\]]/
const TRAILING_COMMA = /,\s*$/

function toComplaint(text: string, { error, offset, length }: ParseError): Complaint {
  const reason = REASONS[printParseErrorCode(error)] ?? 'symbol'
  const expectsMore = reason === 'property-name' || reason === 'value'
  const comma = expectsMore && CLOSING.test(text.charAt(offset)) ? TRAILING_COMMA.exec(text.slice(0, offset)) : null
  if (comma) return { reason: 'trailing-comma', start: comma.index, end: comma.index + 1 }
  const start = Math.min(offset, Math.max(0, text.trimEnd().length - 1))
  return { reason, start, end: Math.max(Math.min(start + length, endOfLine(text, start)), start + 1) }
}

/** A comment or a comma too many does not hide what a text means; every other complaint does. */
const HARMLESS: ReadonlySet<ComplaintReason> = new Set(['comment', 'trailing-comma', 'duplicate'])

function readTolerantly(text: string, comments: boolean): ParsedPiece {
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { allowTrailingComma: comments, disallowComments: !comments })
  const complaints = errors
    .map((error) => toComplaint(text, error))
    .filter(
      ({ reason, start }, index, all) => all.findIndex((one) => one.reason === reason && one.start === start) === index,
    )
  // One slip makes a parser stumble several times: what follows the first serious complaint is its echo.
  const serious = complaints.findIndex(({ reason }) => !HARMLESS.has(reason))
  const told = serious < 0 ? complaints : complaints.slice(0, serious + 1)
  return { value: tree && dataOf(tree), complaints: told, broken: serious >= 0 }
}

function readStrictly(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const wholeOf = (text: string, reason: ComplaintReason): ParsedPiece => {
  const start = skipBlank(text, 0)
  return { value: undefined, complaints: [{ reason, start, end: endOfLine(text, start) }], broken: true }
}

/**
 * Reads the text of one request.
 *
 * Whole JSON takes the fast way through the engine's own parser, which knows no positions; the slow one is for texts
 * with something to complain about. `seen` is the text's survey, where it has been made already.
 */
export function parsePiece(text: string, comments: boolean, seen?: Survey): ParsedPiece {
  if (text.length > limits.REQUEST_BODY_MAX_BYTES) return wholeOf(text, 'large')
  const { members, depth } = seen ?? survey(text)
  if (depth > limits.JSON_MAX_DEPTH) return wholeOf(text, 'deep')
  const value = readStrictly(text)
  const parsed = value === undefined ? readTolerantly(text, comments) : { value, complaints: [], broken: false }
  if (parsed.broken || members === countMembers(parsed.value)) return parsed
  return { ...parsed, complaints: [...parsed.complaints, ...duplicateMembers(treeOf(text))] }
}
