import type { Cut, Piece } from '../piece.ts'
import type { JsonSyntaxError } from '../syntax-error.ts'
import { mayBuildRequest, opened, stringPiece, valuePiece } from './code-pieces.ts'
import { findReplaced } from './filled-in.ts'
import { JsonDepths } from './json-depth.ts'
import { lexPowershell } from './lex-powershell.ts'
import { isMark, skipGroup } from './read-expression.ts'
import { readHashTable, readPowershell } from './read-powershell.ts'
import type { Program } from './tokens.ts'

/** Members of a variable that a script sets or adds: `$order.recipient = …`, `$order['a'] = …`, `$order.Add(…)`. */
const CHANGED =
  /(\$\w+)(?:(?:\.\w+|\[[^\]\n]{1,100}\])+\s*\+?=(?!=)|(?:\.\w+)*\.(?:Add|Set_Item)\(|\s*\+=|\s*\|\s*Add-Member)/gi

/** What sends a hash table as it is, or writes it. */
const AS_IS = /^(?:body|inputobject|convertto-json|return|write-output)$/i

/** The token before a value and the types that it is made one of. */
function before({ tokens }: Program, at: number): number {
  let last = at - 1
  while (isMark(tokens[last], ']')) {
    while (last > 0 && !isMark(tokens[last], '[')) last--
    last--
  }
  return last
}

/** Whether a hash table may get more members: it is changed later on, or given to a command of the script's own. */
function mayGrow(program: Program, at: number, changed: ReadonlySet<string>): boolean {
  const { tokens, source } = program
  const last = before(program, at)
  const token = tokens[last]
  if (isMark(token, '=')) return changed.has((tokens[last - 1]?.text ?? '').toLowerCase())
  const isArgument = token?.kind === 'name' && !source.slice(token.end, tokens[last + 1]?.start).includes('\n')
  return isArgument && !AS_IS.test(token.text)
}

/** Cuts the requests out of a script of PowerShell: hash tables, and JSON in strings and here-strings. */
export function cutPowershell(text: string): Cut {
  const pieces: Piece[] = []
  const syntaxErrors: JsonSyntaxError[] = []
  const cut: Cut = { pieces, syntaxErrors, isEmbedded: true }
  if (!mayBuildRequest(text)) return cut
  const program = lexPowershell(text)
  const depths = new JsonDepths(program)
  const { tokens } = program
  const isReplaced = findReplaced(text)
  const changed = new Set([...text.matchAll(CHANGED)].map(([, name = '']) => name.toLowerCase()))
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (token?.literal) {
      const { piece, last } = stringPiece(program, at, readPowershell)
      if (piece && !isReplaced(token)) pieces.push(piece)
      at = last
      continue
    }
    const close = isMark(token, '@') && isMark(tokens[at + 1], '{') ? skipGroup(program, at + 1) : at
    if (close <= at + 1 || close >= tokens.length) continue
    const value = readHashTable(program, { from: at, to: close + 1 }, 0)
    const piece = valuePiece(text, mayGrow(program, at, changed) ? opened(value) : value)
    if (!piece) continue
    pieces.push(piece)
    for (const error of depths.errorsOf(value, before(program, at), close)) syntaxErrors.push(error)
    at = close
  }
  return cut
}
