import type { Cut } from '../piece.ts'
import { completed, valuePiece } from './code-pieces.ts'
import { type Building, type Built, cutProgram } from './cut-program.ts'
import { type JvmLanguage, lexJvm } from './lex-jvm.ts'
import { chainEnd, isInChain } from './read-chain.ts'
import { isMark } from './read-expression.ts'
import { readJvm } from './read-jvm.ts'
import { setByStatements } from './set-by-statements.ts'

function open(text: string, language: JvmLanguage): Building {
  const program = lexJvm(text, language)
  const { tokens } = program
  const builtAt = (at: number): Built | undefined => {
    const isStart = tokens[at]?.kind === 'name' && !isInChain(program, at) && !isMark(tokens[at - 1], '@')
    const end = isStart ? chainEnd(program, at) : at
    if (end <= at + 1) return undefined
    const chain = { from: at, to: end }
    const piece = valuePiece(text, completed(readJvm(program, chain, 0), program, at))
    if (piece) return { piece, last: end - 1 }
    const isCall = isMark(tokens[end - 1], ')')
    return isCall ? setByStatements(program, chain, (inner) => readJvm(program, inner, 1)) : undefined
  }
  return { program, read: readJvm, builtAt }
}

/**
 * Cuts the requests out of a Java or Kotlin program: builders, setters, named arguments, blocks and maps, and JSON in text blocks, raw
 * strings, ordinary strings and strings that are joined.
 */
const cutter =
  (language: JvmLanguage) =>
  (text: string): Cut =>
    cutProgram(text, (whole) => open(whole, language))

export const cutJava = cutter('java')

export const cutKotlin = cutter('kotlin')
