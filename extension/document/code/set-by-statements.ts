import type { Piece } from '../piece.ts'
import { valuePiece } from './code-pieces.ts'
import { openObject } from './read-chain.ts'
import { sourceRangeOf } from './read-expression.ts'
import { membersSetAfter, type ReadInner } from './read-statements.ts'
import type { Program, TokenRange } from './tokens.ts'
import type { CodeValue } from './values.ts'

/** What the statements behind a value set of the variable that it is given to, as a part of the value. */
export function withFollowing(
  program: Program,
  value: CodeValue,
  range: TokenRange,
  read: ReadInner,
): { readonly value: CodeValue; readonly last: number } {
  const set = membersSetAfter(program, range, read)
  if (value.kind !== 'object' || set.members.length === 0) return { value, last: range.to - 1 }
  const members = [...value.members, ...set.members]
  return { value: { ...value, members, ...sourceRangeOf(program, { ...range, to: set.end }) }, last: set.end - 1 }
}

/** The request that an empty object becomes by statements that set its members, and the last of their tokens. */
export function setByStatements(
  program: Program,
  range: TokenRange,
  read: ReadInner,
): { readonly piece: Piece; readonly last: number } | undefined {
  const empty = openObject(program, range, { members: [], isTyped: true })
  const { value, last } = withFollowing(program, empty, range, read)
  const piece = valuePiece(program.source, value)
  return piece && { piece, last }
}
