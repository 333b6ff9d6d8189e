import type { Cut, Piece } from '../piece.ts'
import { literalPiece, mayBuildRequest } from './code-pieces.ts'
import { findReplaced } from './filled-in.ts'
import { jvmStrings } from './jvm-strings.ts'

/** Cuts the requests out of a Java or Kotlin program: JSON in text blocks, raw strings and ordinary strings. */
const cutter =
  (language: 'java' | 'kotlin') =>
  (text: string): Cut => {
    const pieces: Piece[] = []
    const isReplaced = findReplaced(text)
    if (mayBuildRequest(text))
      for (const string of jvmStrings(text, language)) {
        const piece = isReplaced(string) ? undefined : literalPiece(text, string)
        if (piece) pieces.push(piece)
      }
    return { pieces, syntaxErrors: [], isEmbedded: true }
  }

export const cutJava = cutter('java')

export const cutKotlin = cutter('kotlin')
