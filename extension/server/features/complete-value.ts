import type { Location } from 'jsonc-parser'
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver'
import * as z from 'zod'
import { namesOf, schemaAt } from '../schema-members.ts'
import type { WritingPlace } from './completion.ts'

type Choice = { readonly label: string; readonly detail?: string; readonly text: string }

function choicesOf(schema: z.ZodType): Choice[] {
  if (schema instanceof z.ZodBoolean) return ['true', 'false'].map((label) => ({ label, text: label }))
  return namesOf(schema).map((name, number) => ({ label: name, detail: String(number), text: JSON.stringify(name) }))
}

/** The values that the member at the caret may have, where they can be counted. */
export function completeValue(
  { judged, kind, text, start, caret }: WritingPlace,
  { path, previousNode }: Location,
): CompletionItem[] {
  const schema = schemaAt(kind.schema, path)
  if (!schema) return []
  const begun = previousNode && previousNode.offset <= caret && caret <= previousNode.offset + previousNode.length
  const from = begun && previousNode.type !== 'property' ? previousNode.offset : caret
  const to = begun && previousNode.type !== 'property' ? previousNode.offset + previousNode.length : caret
  const range = { start: judged.text.positionAt(start + from), end: judged.text.positionAt(start + to) }
  const space = text.charAt(from - 1) === ':' ? ' ' : ''
  return choicesOf(schema).map(({ label, detail, text: value }, index) => ({
    label,
    kind: CompletionItemKind.EnumMember,
    filterText: value,
    sortText: String(index).padStart(2, '0'),
    textEdit: { range, newText: space + value },
    ...(detail !== undefined && { detail, labelDetails: { description: detail } }),
  }))
}
