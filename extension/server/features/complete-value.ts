import type { Location } from 'jsonc-parser'
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver'
import * as z from 'zod'
import { enumNamesOf, schemaAt } from '../../lint/schema-members.ts'
import { type WritingPlace, wordAround, writtenEnd } from './writing-place.ts'

/** UTF-16 units behind a caret that are looked at: more than any value of an enumeration has. */
const VALUE_MAX_UNITS = 200

type Choice = { readonly label: string; readonly detail?: string; readonly text: string }

function choicesOf(schema: z.ZodType): Choice[] {
  if (schema instanceof z.ZodBoolean) return ['true', 'false'].map((label) => ({ label, text: label }))
  return enumNamesOf(schema).map((name, number) => ({
    label: name,
    detail: String(number),
    text: JSON.stringify(name),
  }))
}

/** A value on the same line, and what follows it. */
const WHOLE_VALUE = /^[ \t]*(?:"(?:[^"\\\n]|\\.)*"|[\w.+-]+)(?=\s*(?:[,}\]]|$))/

/** UTF-16 units of the value that stands behind a caret, which is written over: a member has one. */
const lengthOfValue = (text: string, caret: number): number =>
  WHOLE_VALUE.exec(text.slice(caret, caret + VALUE_MAX_UNITS))?.[0].length ?? 0

/** The values that the member at the caret may have, where they can be counted. */
export function completeValue(
  { judged, kinds, text, start, caret }: WritingPlace,
  { path, previousNode }: Location,
): CompletionItem[] {
  const [kind, ...others] = kinds
  const schema = kind && others.length === 0 ? schemaAt(kind.schema, path) : undefined
  if (!schema) return []
  const begun = previousNode && previousNode.offset <= caret && caret <= previousNode.offset + previousNode.length
  const written = begun && previousNode.type !== 'property' ? previousNode : undefined
  // Behind a whole value there is none to write.
  if (!begun && previousNode && previousNode.type !== 'property') return []
  const word = wordAround(text, caret)
  const from = written ? written.offset : word.from
  const to = written ? writtenEnd(text, written, caret) : word.to + lengthOfValue(text, word.to)
  const range = { start: judged.text.positionAt(start + from), end: judged.text.positionAt(start + to) }
  const space = text.charAt(from - 1) === ':' ? ' ' : ''
  return choicesOf(schema).map(({ label, detail, text: value }, index) => ({
    label,
    kind: CompletionItemKind.EnumMember,
    filterText: written?.type === 'string' ? value : label,
    sortText: String(index).padStart(2, '0'),
    textEdit: { range, newText: space + value },
    ...(detail !== undefined && { detail, labelDetails: { description: detail } }),
  }))
}
