import { jvmStringAt } from './jvm-strings.ts'
import { quotedEnd } from './lex-script.ts'
import { BLANK, lexSource, matchAt, numberAt } from './lex-source.ts'
import type { Program, Token } from './tokens.ts'

const NAME = /[\p{ID_Start}_$][\p{ID_Continue}$]*/uy
const NUMBER = /\d[\w]*(?:\.\d\w*)?/y
const MARK = /->|::|\?\.|!!|\?:|[=!]==?|[<>]=|&&|\|\||[+\-*%/]=|./suy

export type JvmLanguage = 'java' | 'kotlin'

function tokenAt(source: string, start: number, language: JvmLanguage): Token {
  if (source[start] === '"') return jvmStringAt(source, start, language)
  if (source[start] === "'") return { kind: 'mark', text: 'character', start, end: quotedEnd(source, start) }
  const name = matchAt(NAME, source, start)
  if (name !== '') return { kind: 'name', text: name, start, end: start + name.length }
  const number = numberAt(NUMBER, source, start)
  if (number !== '') return { kind: 'number', text: number, start, end: start + number.length }
  const text = matchAt(MARK, source, start)
  return { kind: 'mark', text, start, end: start + Math.max(1, text.length) }
}

/** Reads Java or Kotlin as far as is needed to find builders, named arguments and strings in it. */
export function lexJvm(source: string, language: JvmLanguage): Program {
  return lexSource(source, BLANK, (start) => tokenAt(source, start, language))
}
