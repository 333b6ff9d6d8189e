import type { Cut } from '../piece.ts'
import { completed, opened, valuePiece } from './code-pieces.ts'
import { type Building, type Built, cutProgram } from './cut-program.ts'
import { lexCsharp } from './lex-csharp.ts'
import { chainEnd, isInChain } from './read-chain.ts'
import { creationAt, readCsharp, readInitialiser } from './read-csharp.ts'
import { isMark, isName, skipGroup } from './read-expression.ts'
import { type ReadInner, variableOf } from './read-statements.ts'
import { setByStatements, withFollowing } from './set-by-statements.ts'
import type { Program } from './tokens.ts'

/** The variables whose members are assigned to somewhere (`order.Recipient = …`), or that are a part of another object. */
function unfinishedVariables({ tokens }: Program): ReadonlySet<string> {
  const changed = new Set<string>()
  let root: string | undefined
  let isMember = false
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (token?.kind === 'name') {
      const isAfterDot = isMark(tokens[at - 1], '.') || isMark(tokens[at - 1], '?.')
      if (!isAfterDot) root = token.text
      const isPart = isMark(tokens[at - 1], '=') && /^[,}]$/.test(tokens[at + 1]?.text ?? '')
      if (isPart) changed.add(token.text)
      isMember = isAfterDot
    } else if (!isMark(token, '.') && !isMark(token, '?.') && !isMark(token, '!')) {
      if (root !== undefined && isMember && isMark(token, '=')) changed.add(root)
      root = undefined
    }
  }
  return changed
}

/** Where the creation of an empty object ends: `new Order()`. */
function emptyEnd(program: Program, at: number): number | undefined {
  const end = isName(program.tokens[at], 'new') ? chainEnd(program, at) : at
  const open = isMark(program.tokens[at + 1], '(') ? at + 1 : end
  const close = skipGroup(program, open)
  if (close > open) return close + 1
  return end > at + 1 && isMark(program.tokens[end - 1], ')') ? end : undefined
}

/** The request that a builder builds whose chain starts at a token. */
function chainAt(program: Program, at: number): Built | undefined {
  const { source, tokens } = program
  if (tokens[at]?.kind !== 'name' || isInChain(program, at)) return undefined
  const end = chainEnd(program, at)
  const isCall = isMark(tokens[end - 1], ')')
  const piece = isCall ? valuePiece(source, readCsharp(program, { from: at, to: end }, 0)) : undefined
  return piece && { piece, last: end - 1 }
}

function open(text: string): Building {
  const program = lexCsharp(text)
  const { tokens, closing } = program
  const unfinished = unfinishedVariables(program)
  const readInner: ReadInner = (inner) => readCsharp(program, inner, 1)
  const builtAt = (at: number): Built | undefined => {
    if (tokens[at]?.kind !== 'name') return undefined
    const creation = creationAt(program, at)
    if (!creation) {
      const end = emptyEnd(program, at)
      const built = chainAt(program, at)
      return built ?? (end === undefined ? undefined : setByStatements(program, { from: at, to: end }, readInner))
    }
    const end = Math.min((closing[creation.open] ?? at) + 1, tokens.length)
    const made = readInitialiser(program, creation, 0)
    const { value, last } = withFollowing(program, made, { from: at, to: end }, readInner)
    const variable = variableOf(program, at)
    const isUnfinished = variable !== undefined && unfinished.has(variable)
    const piece = valuePiece(text, isUnfinished ? opened(value) : completed(value, program, at))
    return piece && { piece, last }
  }
  return { program, read: readCsharp, builtAt }
}

/** Cuts the requests out of C#: builders, object initialisers, anonymous objects, dictionaries, and JSON in strings. */
export const cutCsharp = (text: string): Cut => cutProgram(text, open)
