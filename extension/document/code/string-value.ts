import { TextBuilder } from '../text-builder.ts'
import type { Literal } from './tokens.ts'
import { writeWords } from './write-words.ts'

/** What stands for itself in a string of every language. */
const PLAIN = /^[\w.-]*$/

/** What a string says; `undefined` where something is filled in. */
export function stringValue(source: string, literal: Literal | undefined): string | undefined {
  if (!literal || literal.parts.some(({ isExpression }) => isExpression)) return undefined
  const [first] = literal.parts
  const written = source.slice(first?.start, literal.parts.at(-1)?.end)
  if (PLAIN.test(written)) return written
  const builder = new TextBuilder(source)
  for (const part of literal.parts) writeWords({ source, part, literal, as: 'json' }, builder)
  return String(JSON.parse(`"${builder.result().text}"`))
}
