import { isMark, type ReadExpression, skipGroup } from './read-expression.ts'
import type { Program } from './tokens.ts'
import type { CodeValue } from './values.ts'

/** Whether an operand ends with a token, so that another one right behind it begins something else. */
const endsOperand = ({ tokens, closing }: Program, at: number): boolean =>
  tokens[at]?.kind !== 'mark' || (closing[at] ?? -1) > at || isMark(tokens[at], '!') || isMark(tokens[at], '!!')

/** A text that is put together with `+`, and the token after it. */
type Joined = { readonly value: CodeValue; readonly end: number }

/** The text that starts at a string and is put together with `+`; `undefined` where it is a string alone. */
export function joinedAt(program: Program, start: number, read: ReadExpression): Joined | undefined {
  const end = joinedEnd(program, start)
  return end === undefined ? undefined : { value: read(program, { from: start, to: end }, 0), end }
}

/** Where a text ends that starts at a string and is put together with `+`; `undefined` where it is a string alone. */
function joinedEnd(program: Program, start: number): number | undefined {
  const { tokens } = program
  if (!isMark(tokens[start + 1], '+')) return undefined
  let isAfterOperand = false
  let at = start
  for (; at < tokens.length; at++) {
    const token = tokens[at]
    if (isMark(token, '+') || isMark(token, '.') || isMark(token, '?.')) {
      isAfterOperand = false
      continue
    }
    const isOpen = isMark(token, '(') || isMark(token, '[')
    if (token?.kind === 'mark' && !isOpen && !isMark(token, '!') && !isMark(token, '!!')) break
    if (isAfterOperand && !isOpen && token?.kind !== 'mark') break
    isAfterOperand = endsOperand(program, at)
    at = skipGroup(program, at)
  }
  return at
}
