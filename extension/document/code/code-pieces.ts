import { limits, recognise } from '@straks/shared'
import { bodyPiece } from '../json-body.ts'
import type { Piece } from '../piece.ts'
import { TextBuilder } from '../text-builder.ts'
import { wireName } from './class-members.ts'
import { asFormat, stretchesOf } from './filled-in.ts'
import { joinedAt } from './joined.ts'
import type { ReadExpression } from './read-expression.ts'
import type { LiteralPart, Program, Token } from './tokens.ts'
import type { CodeValue, TextPart } from './values.ts'
import { writeCodeValue } from './write-code-value.ts'
import { writeWords } from './write-words.ts'

/** What no request is without, in any letter case: a program without any of it is not read. */
const TELLTALE =
  /recipient(?:sms|email|person|organization|externalidentity|s\b)|(?:sms|email)settings|timetoliveinseconds|notification(?:template|channel)|(?:sms|email)body|customrecipient/i

/** Whether a program may build a request. */
export const mayBuildRequest = (source: string): boolean => TELLTALE.test(source)

/** Members that a request has at its top, in lower case. */
const AT_TOP: ReadonlySet<string> = new Set([
  'recipientsms',
  'recipientemail',
  'recipient',
  'recipients',
  'correspondence',
  'notification',
  'notificationtemplate',
  'notificationchannel',
  'customrecipients',
])

/** Members of a recipient, in lower case: what holds one may have a slip in its own name. */
const OF_A_RECIPIENT: ReadonlySet<string> = new Set(['smssettings', 'emailsettings', 'timetoliveinseconds'])

const hasMember = (value: CodeValue, names: ReadonlySet<string>): boolean =>
  value.kind === 'object' &&
  value.members.some(({ name }) => names.has(((value.isTyped ? wireName(name) : undefined) ?? name).toLowerCase()))

/** Whether a value may be a request, by its members or what they have. */
const mayBeRequest = (value: CodeValue): boolean =>
  hasMember(value, AT_TOP) ||
  (value.kind === 'object' && value.members.some((one) => hasMember(one.value, OF_A_RECIPIENT)))

/** Whether a value says anything: the shape of a type has members too, and no values. */
function hasLiteral(value: CodeValue): boolean {
  if (value.kind === 'object') return value.members.some((member) => hasLiteral(member.value))
  if (value.kind === 'list') return value.items.some(hasLiteral)
  return value.kind === 'text' || (value.kind === 'plain' && value.json !== 'null')
}

/** A value of which any object may get more members later on. */
export function opened(value: CodeValue): CodeValue {
  if (value.kind === 'list') return { ...value, items: value.items.map(opened) }
  if (value.kind !== 'object') return value
  return { ...value, isOpen: true, members: value.members.map((one) => ({ ...one, value: opened(one.value) })) }
}

/** Functions that send or write a value as it is, in lower case. */
const AS_IS = /^(?:stringify|serialize\w*|create|fromjson|json|post\w*|put\w*|request|fetch|write|write\w+)$/

/** Members that are all that an order's or a reminder's recipient has, in lower case. */
const IN_A_RECIPIENT: ReadonlySet<string> = new Set(['recipientsms', 'recipientemail'])

/** What only an instant message has. */
const TIME_TO_LIVE: ReadonlySet<string> = new Set(['timetoliveinseconds'])

/** Whether a value may be an order's recipient, made for itself: an instant message without what only one has. */
export const mayBeRecipient = (value: CodeValue): boolean =>
  value.kind === 'object' &&
  value.members.every((one) => IN_A_RECIPIENT.has(one.name.toLowerCase()) && !hasMember(one.value, TIME_TO_LIVE))

/**
 * What a program may complete, at any depth: what is given to a function, with a key of its own, or the texts that it
 * usually has; and a recipient.
 */
export function completed(value: CodeValue, { tokens, around }: Program, at: number): CodeValue {
  const open = around[at] ?? -1
  const callee = tokens[open - 1]
  const isArgument = tokens[open]?.text === '(' && callee?.kind === 'name' && /^[(,]$/.test(tokens[at - 1]?.text ?? '')
  const isSent = isArgument && AS_IS.test(callee.text.toLowerCase())
  return !isSent && (isArgument || mayBeRecipient(value)) ? opened(value) : value
}

/** The request that a program builds with a value; `undefined` where it is none. */
export function valuePiece(source: string, value: CodeValue): Piece | undefined {
  if (!mayBeRequest(value) || !hasLiteral(value)) return undefined
  const builder = new TextBuilder(source)
  writeCodeValue(source, value, builder)
  const { text, map, holes } = builder.result()
  const kind = recognise(JSON.parse(text))
  return kind && { start: value.start, text, prefix: [], map, ...(holes.length > 0 && { holes }) }
}

/** A variable as the body of an `.http` file has them: what an expression in a string of JSON becomes. */
const VARIABLE = '{{a}}'

/** Whether a string begins as JSON does. */
const startsJson = (source: string, first: LiteralPart | undefined): first is LiteralPart =>
  first !== undefined && /^\s*[[{\\]/.test(source.slice(first.start, first.start + 200))

/** The request in a text that is put together of these parts, the first of which is known. */
function joinedPiece(source: string, start: number, parts: readonly TextPart[]): Piece | undefined {
  const builder = new TextBuilder(source)
  for (const { literal, ...place } of parts) {
    if (!literal) builder.write(VARIABLE, place)
    for (const part of literal?.parts ?? [])
      for (const stretch of part.isExpression ? [{ ...part, isFilledIn: true }] : stretchesOf(source, part)) {
        const from = builder.length
        if (!literal || stretch.isFilledIn) builder.write(VARIABLE, stretch)
        else {
          writeWords({ source, part: { ...stretch, isExpression: false }, literal, as: 'words' }, builder)
          builder.writable(from, stretch, literal.quote)
        }
      }
  }
  const { text, map } = builder.result()
  return mayBuildRequest(text) ? bodyPiece({ start, text, map }) : undefined
}

/** UTF-16 units of a string, twice as many as a request has: the rest may be escapes. */
const STRING_MAX_UNITS = 2 * limits.REQUEST_BODY_MAX_BYTES

/** The request that a string holds as JSON; `undefined` where it holds none. */
function literalPiece(source: string, { literal, start, end }: Token): Piece | undefined {
  const first = literal?.parts[0]
  if (!literal || !startsJson(source, first) || end - start > STRING_MAX_UNITS) return undefined
  return joinedPiece(source, first.start, [{ start, end, literal: asFormat(source, literal) }])
}

/** The request in a string, or in the text that it is joined with others to, and the last of its tokens. */
export function stringPiece(
  program: Program,
  at: number,
  read: ReadExpression,
): { readonly piece: Piece | undefined; readonly last: number } {
  const { source, tokens } = program
  const token = tokens[at]
  if (!token || !startsJson(source, token.literal?.parts[0])) return { piece: undefined, last: at }
  const joined = joinedAt(program, at, read)
  if (joined) return { piece: textPiece(source, joined.value), last: joined.end - 1 }
  return { piece: literalPiece(source, token), last: at }
}

/** The request in a text that is joined of strings and what is not known; `undefined` where it holds none. */
function textPiece(source: string, value: CodeValue): Piece | undefined {
  if (value.kind !== 'text') return undefined
  const first = value.parts[0]?.literal?.parts[0]
  return startsJson(source, first) ? joinedPiece(source, first.start, value.parts) : undefined
}
