import type { Cut } from '../piece.ts'
import type { JsonSyntaxError } from '../syntax-error.ts'
import { mayBeRecipient, opened, valuePiece } from './code-pieces.ts'
import { type Building, type Built, cutProgram } from './cut-program.ts'
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

function open(text: string): Building {
  const program = lexPowershell(text)
  const { tokens } = program
  const depths = new JsonDepths(program)
  const syntaxErrors: JsonSyntaxError[] = []
  const changed = new Set([...text.matchAll(CHANGED)].map(([, name = '']) => name.toLowerCase()))
  const builtAt = (at: number): Built | undefined => {
    const close = isMark(tokens[at], '@') && isMark(tokens[at + 1], '{') ? skipGroup(program, at + 1) : at
    if (close <= at + 1 || close >= tokens.length) return undefined
    const value = readHashTable(program, { from: at, to: close + 1 }, 0)
    const piece = valuePiece(text, mayGrow(program, at, changed) || mayBeRecipient(value) ? opened(value) : value)
    if (!piece) return undefined
    for (const error of depths.errorsOf(value, before(program, at), close)) syntaxErrors.push(error)
    return { piece, last: close }
  }
  return { program, read: readPowershell, builtAt, syntaxErrors }
}

/** Cuts the requests out of a script of PowerShell: hash tables, and JSON in strings and here-strings. */
export const cutPowershell = (text: string): Cut => cutProgram(text, open)
