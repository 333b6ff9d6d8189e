import type { Cut } from '../piece.ts'
import { completed, opened, valuePiece } from './code-pieces.ts'
import { type Building, type Built, cutProgram } from './cut-program.ts'
import { isFormState } from './form-state.ts'
import { lexScript } from './lex-script.ts'
import { isMark, isName } from './read-expression.ts'
import { readObject, readScript } from './read-script.ts'
import type { Program } from './tokens.ts'

/** Words that an object literal may follow. */
const BEFORE_OBJECT: ReadonlySet<string> = new Set(['return', 'yield', 'await', 'default', 'case', 'throw', 'of', 'in'])

/** Marks that an object literal may follow; behind a colon or an equals sign it may also be a type. */
const MARKS_BEFORE_OBJECT: ReadonlySet<string> = new Set([
  '(',
  ',',
  '[',
  '?',
  '??',
  '||',
  '&&',
  '...',
  '=',
  ':',
  '??=',
  '||=',
])

/** Tokens before a brace that are looked at to tell a value from a type. */
const LOOKED_BACK = 40

/** Whether a statement that starts before a token is the declaration of a type. */
function isTypeDeclaration({ tokens }: Program, before: number): boolean {
  for (let at = before; at >= 0 && at > before - LOOKED_BACK; at--) {
    const token = tokens[at]
    if (isMark(token, ';') || isMark(token, '}') || isMark(token, '{')) return false
    if (isName(token, 'type') && tokens[at + 1]?.kind === 'name') return true
    if (isName(token, 'const') || isName(token, 'let') || isName(token, 'var')) return false
  }
  return false
}

/** Whether a colon before a brace belongs to a choice (`a ? b : { … }`) rather than to a type. */
function isChoice({ tokens }: Program, colon: number): boolean {
  for (let at = colon - 1; at >= 0 && at > colon - LOOKED_BACK; at--) {
    const token = tokens[at]
    if (isMark(token, ';') || isMark(token, '{')) return false
    if (isMark(token, '?') && !isMark(tokens[at + 1], ':')) return true
  }
  return false
}

/** Whether a brace may open an object literal, by what stands around it. */
function mayBeValue(program: Program, open: number, isInObject: boolean): boolean {
  const { tokens, closing } = program
  const before = tokens[open - 1]
  const after = tokens[(closing[open] ?? open) + 1]
  if (isMark(after, '=') || isMark(after, '=>')) return false
  if (!before) return true
  if (before.kind === 'name') return BEFORE_OBJECT.has(before.text)
  // In a component's attribute: `order={{ … }}`.
  if (before.text === '{') return isMark(tokens[open - 2], '=')
  if (!MARKS_BEFORE_OBJECT.has(before.text)) return false
  if (before.text === '=') return !isTypeDeclaration(program, open - 2)
  return before.text !== ':' || isInObject || isChoice(program, open - 1)
}

/** Whether a name stands for a part of another object: `{ ...direct }`, `{ recipient: direct }`, `{ recipient }`. */
function isPart({ tokens }: Program, at: number): boolean {
  const before = tokens[at - 1]?.text ?? ''
  return before === '...' || (/^[:{,]$/.test(before) && /^[,}]$/.test(tokens[at + 1]?.text ?? ''))
}

/** The variables whose members are assigned to somewhere (`order.recipient = …`), or that are a part of another object. */
function unfinishedVariables(program: Program): ReadonlySet<string> {
  const { tokens, closing } = program
  const changed = new Set<string>()
  let root: string | undefined
  let isMember = false
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (token?.kind === 'name') {
      if (isMark(tokens[at - 1], '.') || isMark(tokens[at - 1], '?.')) isMember = true
      else {
        root = token.text
        isMember = false
        if (isPart(program, at)) changed.add(root)
      }
    } else if (isMark(token, '[') && root !== undefined) {
      at = Math.max(at, closing[at] ?? at)
      isMember = true
    } else if (!isMark(token, '.') && !isMark(token, '?.') && !isMark(token, '!')) {
      if (root !== undefined && isMember && token && /^(?:=|\?\?=|\|\|=)$/.test(token.text)) changed.add(root)
      if (isMark(token, '(') && root === 'Object' && isMember && tokens[at + 1]?.kind === 'name')
        changed.add(tokens[at + 1]?.text ?? '')
      root = undefined
    }
  }
  return changed
}

/** The variable that is declared with the object at a brace. */
function variableOf({ tokens }: Program, open: number): string | undefined {
  if (!isMark(tokens[open - 1], '=')) return undefined
  for (let at = open - 2; at >= 0 && at > open - LOOKED_BACK; at--) {
    const token = tokens[at]
    if (isMark(token, ';') || isMark(token, '}')) return undefined
    if (isName(token, 'const') || isName(token, 'let') || isName(token, 'var')) return tokens[at + 1]?.text
  }
  return undefined
}

/** Whether the parentheses at a token belong to a function: what is in braces there takes an argument apart. */
function isParameterList({ tokens, closing }: Program, open: number): boolean {
  const after = tokens[(closing[open] ?? open) + 1]
  return isMark(tokens[open], '(') && (isMark(after, '=>') || isMark(after, '{'))
}

/** The brackets around a token: those of an object literal, of a function's parameters, or others. */
type Brackets = { readonly close: number; readonly isObject: boolean; readonly isParameters: boolean }

function open(text: string): Building {
  const program = lexScript(text)
  const { tokens, closing } = program
  const unfinished = unfinishedVariables(program)
  const around: Brackets[] = []
  const builtAt = (at: number): Built | undefined => {
    while ((around.at(-1)?.close ?? Number.POSITIVE_INFINITY) < at) around.pop()
    const close = closing[at] ?? -1
    if (close <= at) return undefined
    const parent = around.at(-1)
    const isPattern = parent?.isParameters === true && /^[(,]$/.test(tokens[at - 1]?.text ?? '')
    const isBrace = isMark(tokens[at], '{') && !isPattern && mayBeValue(program, at, parent?.isObject === true)
    const object = isBrace ? readObject(program, at, 0) : undefined
    around.push({ close, isObject: object !== undefined, isParameters: isParameterList(program, at) })
    if (!object) return undefined
    const variable = variableOf(program, at)
    const isUnfinished = variable !== undefined && unfinished.has(variable)
    const piece = valuePiece(text, isUnfinished ? opened(object) : completed(object, program, at))
    return piece && !isFormState(text, object.start) ? { piece, last: close } : undefined
  }
  return { program, read: readScript, builtAt }
}

/** Cuts the requests out of JavaScript or TypeScript: object literals, and JSON in strings. */
export const cutScript = (text: string): Cut => cutProgram(text, open)
