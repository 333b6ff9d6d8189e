import type { Cut, Piece } from '../piece.ts'
import { completed, mayBuildRequest, stringPiece, valuePiece } from './code-pieces.ts'
import { findReplaced } from './filled-in.ts'
import { type JvmLanguage, lexJvm } from './lex-jvm.ts'
import { chainEnd } from './read-chain.ts'
import { isMark } from './read-expression.ts'
import { readJvm } from './read-jvm.ts'
import { setByStatements } from './set-by-statements.ts'

/**
 * Cuts the requests out of a Java or Kotlin program: builders, setters, named arguments, blocks and maps, and JSON in text blocks, raw
 * strings, ordinary strings and strings that are joined.
 */
const cutter =
  (language: JvmLanguage) =>
  (text: string): Cut => {
    const pieces: Piece[] = []
    const cut: Cut = { pieces, syntaxErrors: [], isEmbedded: true }
    if (!mayBuildRequest(text)) return cut
    const program = lexJvm(text, language)
    const { tokens } = program
    const isReplaced = findReplaced(text)
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at]
      if (token?.literal) {
        const { piece, last } = stringPiece(program, at, readJvm)
        if (piece && !isReplaced(token)) pieces.push(piece)
        at = last
        continue
      }
      const isStart = token?.kind === 'name' && !isMark(tokens[at - 1], '.') && !isMark(tokens[at - 1], '@')
      const end = isStart ? chainEnd(program, at) : at
      if (end <= at + 1) continue
      const value = readJvm(program, { from: at, to: end }, 0)
      const built = valuePiece(text, completed(value, program, at))
      const isCall = isMark(tokens[end - 1], ')')
      const found = built
        ? { piece: built, last: end - 1 }
        : isCall && setByStatements(program, { from: at, to: end }, (inner) => readJvm(program, inner, 1))
      if (!found) continue
      pieces.push(found.piece)
      at = found.last
    }
    return cut
  }

export const cutJava = cutter('java')

export const cutKotlin = cutter('kotlin')
