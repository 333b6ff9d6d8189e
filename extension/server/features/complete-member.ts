import { type DocumentKind, isJsonObject, type Path } from '@straks/shared'
import type { Location } from 'jsonc-parser'
import { type CompletionItem, CompletionItemKind, InsertTextFormat, MarkupKind } from 'vscode-languageserver'
import * as z from 'zod'
import { treeOf } from '../../document/parse-piece.ts'
import { skipBlank } from '../../document/scan.ts'
import { dataOf, locate } from '../../document/tree.ts'
import { enumNamesOf, type Member, noteOf, schemaAt, schemaMembersOf } from '../../lint/schema-members.ts'
import { describeSchema } from '../member-words/describe-member.ts'
import { escapeSnippet, withoutPlaces } from '../snippet.ts'
import { type WritingClient, type WritingPlace, wordAround, writtenEnd } from './writing-place.ts'

/** The value that a member begins with, with the caret where writing goes on. */
function valueSnippet({ schema }: Member): string {
  const names = enumNamesOf(schema)
  if (names.length > 0) return `"\${1|${names.join(',')}|}"`
  if (schema instanceof z.ZodObject) return '{\n\t$1\n}'
  if (schema instanceof z.ZodArray) return '[\n\t$1\n]'
  if (schema instanceof z.ZodBoolean) return `\${1|true,false|}`
  const { example } = noteOf(schema)
  if (schema instanceof z.ZodNumber) return `\${1:${typeof example === 'number' ? example : 0}}`
  return `"\${1${typeof example === 'string' ? `:${escapeSnippet(example)}` : ''}}"`
}

const beginning = (member: Member, snippets: boolean): string =>
  snippets ? valueSnippet(member) : withoutPlaces(valueSnippet(member))

/** The members that an object may have in a request of any of these kinds, each once. */
function membersAt(kinds: readonly DocumentKind[], path: Path): readonly Member[] {
  const schemas = kinds.flatMap(({ schema }) => schemaAt(schema, path) ?? [])
  const members = new Map(schemas.flatMap(schemaMembersOf).map((member) => [member.name, member]))
  return [...members.values()]
}

/** The names that an object has already, in lower case. */
function namesWritten(text: string, path: readonly (string | number)[]): ReadonlySet<string> {
  const tree = treeOf(text)
  const { found, whole } = tree ? locate(tree, path) : { found: undefined, whole: false }
  const value = whole && found ? dataOf(found.value, text) : undefined
  return new Set(isJsonObject(value) ? Object.keys(value).map((name) => name.toLowerCase()) : [])
}

/** The members that the object at the caret may still be given. */
export function completeMember(
  { judged, kinds, text, start, caret }: WritingPlace,
  { path, previousNode }: Location,
  { snippets, language }: WritingClient,
): CompletionItem[] {
  const holder = path.slice(0, -1)
  const members = membersAt(kinds, holder)
  const begun = previousNode && previousNode.offset <= caret && caret <= previousNode.offset + previousNode.length
  const word = wordAround(text, caret)
  const from = begun ? previousNode.offset : word.from
  const to = begun ? writtenEnd(text, previousNode, caret) : word.to
  const after = text.charAt(skipBlank(text, to))
  const range = { start: judged.text.positionAt(start + from), end: judged.text.positionAt(start + to) }
  const begunName = String(path.at(-1) ?? '').toLowerCase()
  const written = namesWritten(text, holder)
  const hasValue = after === ':'
  // Between a name and its colon there is nothing to name.
  if (hasValue && !begun && word.from === word.to) return []
  const comma = after === '"' ? ',' : ''
  return members
    .filter(({ name }) => !written.has(name.toLowerCase()) || name.toLowerCase() === begunName)
    .map((member) => ({
      label: member.name,
      kind: CompletionItemKind.Property,
      documentation: { kind: MarkupKind.Markdown, value: describeSchema(member.schema, language) },
      filterText: begun ? `"${member.name}"` : member.name,
      sortText: `${member.optional ? 1 : 0}${member.name}`,
      insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      textEdit: {
        range,
        newText: hasValue ? `"${member.name}"` : `"${member.name}": ${beginning(member, snippets)}${comma}`,
      },
    }))
}
