import type { Location } from 'jsonc-parser'
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver'
import * as z from 'zod'
import { enumNamesOf, schemaAt } from '../../lint/schema-members.ts'
import { type WritingPlace, wordAround, writtenEnd } from './writing-place.ts'

type Choice = { readonly label: string; readonly detail?: string; readonly text: string }

function choicesOf(schema: z.ZodType): Choice[] {
  if (schema instanceof z.ZodBoolean) return ['true', 'false'].map((label) => ({ label, text: label }))
  return enumNamesOf(schema).map((name, number) => ({
    label: name,
    detail: String(number),
    text: JSON.stringify(name),
  }))
}

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
  const word = wordAround(text, caret)
  const from = written ? written.offset : word.from
  const to = written ? writtenEnd(text, written, caret) : word.to
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
