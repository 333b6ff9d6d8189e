import type { Cut, Piece } from '../piece.ts'
import type { JsonSyntaxError } from '../syntax-error.ts'
import { mayBuildRequest, stringPiece } from './code-pieces.ts'
import { isCompared } from './compared.ts'
import { findReplaced } from './filled-in.ts'
import type { ReadExpression } from './read-expression.ts'
import type { Program } from './tokens.ts'

/** A request that a program builds, and the last of its tokens. */
export type Built = { readonly piece: Piece; readonly last: number }

/** How requests are found in a program of one language. */
export type Building = {
  readonly program: Program
  readonly read: ReadExpression
  /** The request that is built from a token on. Asked of each token in turn that is no string and in no request before. */
  readonly builtAt: (at: number) => Built | undefined
  /** What is wrong with the requests that were found. */
  readonly syntaxErrors?: readonly JsonSyntaxError[]
}

/** Cuts the requests out of a program: those that are JSON in its strings, and those that it builds. */
export function cutProgram(text: string, open: (text: string) => Building): Cut {
  if (!mayBuildRequest(text)) return { pieces: [], syntaxErrors: [], isEmbedded: true }
  const { program, read, builtAt, syntaxErrors = [] } = open(text)
  const isReplaced = findReplaced(text)
  const pieces: Piece[] = []
  for (let at = 0; at < program.tokens.length; at++) {
    const token = program.tokens[at]
    if (token?.literal) {
      const { piece, last } = stringPiece(program, at, read)
      if (piece && !isReplaced(token) && !isCompared(program, at)) pieces.push(piece)
      at = last
      continue
    }
    const built = builtAt(at)
    if (!built) continue
    pieces.push(built.piece)
    at = built.last
  }
  return { pieces, syntaxErrors, isEmbedded: true }
}
