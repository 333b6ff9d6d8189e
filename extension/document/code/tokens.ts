import type { Escapes } from '../escapes.ts'
import type { Quote } from '../quoting.ts'
import type { Range } from '../ranges.ts'

/** A part of a string literal: words as they are written, or an expression that is filled in. */
export type LiteralPart = Range & { readonly isExpression: boolean }

/** A string in a program. */
export type Literal = {
  readonly quote: Quote
  readonly parts: readonly LiteralPart[]
  /**
   * Spaces that each line of a string of several lines begins with and that are no part of it; `margin` where they end
   * at a bar.
   */
  readonly indent?: number | 'margin'
  /** What is escaped in it; nothing where every character stands for itself. */
  readonly escapes?: Escapes
  /** What is doubled in it: braces or quotes. */
  readonly doubled: string
}

/** A word, number, string or mark of a program, comments and blanks left out. */
export type Token = Range & {
  readonly kind: 'name' | 'number' | 'string' | 'mark'
  readonly text: string
  readonly literal?: Literal
}

/** A string that stands from one place of a program to another. */
export const stringToken = (start: number, end: number, literal: Literal): Token => ({
  kind: 'string',
  text: '',
  start,
  end,
  literal,
})

/** A program's tokens; for each bracket the number of the one that closes it, for each token that of the one around it. */
export type Program = {
  readonly source: string
  readonly tokens: readonly Token[]
  readonly closing: readonly number[]
  readonly around: readonly number[]
}

/**
 * Tokens of one file that are read: about a megabyte of code as it is written by hand. What has more is generated, or
 * made to keep an editor waiting.
 */
export const TOKENS_MAX = 200_000

const CLOSES: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
])

const OPENS: ReadonlySet<string> = new Set(CLOSES.values())

/** Finds the end of each bracket; one without an end closes where the program ends. */
export function matchBrackets(source: string, tokens: readonly Token[]): Program {
  const closing: number[] = new Array<number>(tokens.length).fill(-1)
  const around: number[] = new Array<number>(tokens.length).fill(-1)
  const open: number[] = []
  let innermost = -1
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]
    around[index] = innermost
    if (token?.kind !== 'mark' || token.text.length > 1) continue
    if (OPENS.has(token.text)) {
      open.push(index)
      innermost = index
      continue
    }
    const opened = CLOSES.get(token.text)
    if (opened === undefined || tokens[innermost]?.text !== opened) continue
    closing[innermost] = index
    open.pop()
    innermost = open.at(-1) ?? -1
  }
  for (const index of open) closing[index] = tokens.length
  return { source, tokens, closing, around }
}

/** A stretch of tokens. */
export type TokenRange = { readonly from: number; readonly to: number }

const isMark = (token: Token | undefined, text: string): boolean => token?.kind === 'mark' && token.text === text

/** Splits what stands between two brackets at its commas; what is in brackets within stays together. */
export function splitAtCommas({ tokens, closing }: Program, { from, to }: TokenRange): readonly TokenRange[] {
  const parts: TokenRange[] = []
  let start = from
  for (let at = from; at < to; ) {
    if (isMark(tokens[at], ',')) {
      parts.push({ from: start, to: at })
      start = at + 1
      at++
      continue
    }
    const close = closing[at] ?? -1
    at = close > at ? close + 1 : at + 1
  }
  if (start < to) parts.push({ from: start, to })
  return parts
}
