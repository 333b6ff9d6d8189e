import { lexSource, matchAt, numberAt } from './lex-source.ts'
import { powershellStringAt } from './powershell-strings.ts'
import type { Program, Token } from './tokens.ts'

/** Spaces, comments of one line, and line ends behind a backtick. */
const BLANK = /(?:\s|`\r?\n|#[^\n]*)+/y
const VARIABLE = /\$(?:\{[^{}\n]{0,200}\}|(?:\w+:)?\w+)/y
const NAME = /[\p{L}_][\p{L}\p{N}_-]*/uy
const NUMBER = /\d\w*(?:\.\d\w*)?/y
const MARK = /::|[+\-*/]=|./suy

/** Constants that are written as variables. */
const CONSTANT = /^\$(true|false|null)$/i

function tokenAt(source: string, start: number): Token {
  const string = powershellStringAt(source, start)
  if (string) return string
  const variable = matchAt(VARIABLE, source, start)
  const name = variable === '' ? matchAt(NAME, source, start) : variable
  if (name !== '') {
    const text = CONSTANT.exec(name)?.[1]?.toLowerCase() ?? name
    return { kind: 'name', text, start, end: start + name.length }
  }
  const number = numberAt(NUMBER, source, start)
  if (number !== '') return { kind: 'number', text: number, start, end: start + number.length }
  const text = matchAt(MARK, source, start)
  return { kind: 'mark', text, start, end: start + Math.max(1, text.length) }
}

/** Reads PowerShell as far as is needed to find hash tables and strings in it. */
export const lexPowershell = (source: string): Program =>
  lexSource(source, BLANK, (start) => tokenAt(source, start), ['<#', '#>'])
