import { TextBuilder } from '../text-builder.ts'
import type { Literal } from './tokens.ts'
import { writeWords } from './write-words.ts'

/** What stands for itself in a string of every language. */
const PLAIN = /^[\w.-]*$/

/** UTF-16 units of a name: what is longer is none. */
const NAME_MAX_UNITS = 1_000

/** What a string says that may be a name; `undefined` where something is filled in. */
export function stringValue(source: string, literal: Literal | undefined): string | undefined {
  if (!literal || literal.parts.some(({ isExpression }) => isExpression)) return undefined
  const [first] = literal.parts
  const written = source.slice(first?.start, literal.parts.at(-1)?.end)
  if (written.length > NAME_MAX_UNITS) return undefined
  if (PLAIN.test(written)) return written
  const builder = new TextBuilder(source)
  for (const part of literal.parts) writeWords({ source, part, literal, as: 'json' }, builder)
  return String(JSON.parse(`"${builder.result().text}"`))
}
