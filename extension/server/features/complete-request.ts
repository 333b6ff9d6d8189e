import { documentKinds } from '@straks/shared'
import { type CompletionItem, CompletionItemKind, InsertTextFormat, MarkupKind } from 'vscode-languageserver'
import type { Judged } from '../open-document.ts'
import { noteOf } from '../schema-members.ts'
import { escapeSnippet } from '../snippet.ts'

const WORD = /[\w-]*$/
const BEFORE_REQUEST = /(?:^|[[,\n])\s*$/

/** A whole request of each kind, where one may begin: in a file that promises requests. */
export function completeRequest({ text, form }: Judged, offset: number): CompletionItem[] {
  const before = text.getText().slice(0, offset)
  const word = WORD.exec(before)?.[0] ?? ''
  if (!form.promised || !BEFORE_REQUEST.test(before.slice(0, before.length - word.length))) return []
  const range = { start: text.positionAt(offset - word.length), end: text.positionAt(offset) }
  return documentKinds.flatMap((kind): CompletionItem[] => {
    const { description, example } = noteOf(kind.schema)
    if (example === undefined) return []
    const written = JSON.stringify(example, null, form.layout === 'lines' ? undefined : '\t')
    return [
      {
        label: kind.name,
        kind: CompletionItemKind.Snippet,
        documentation: { kind: MarkupKind.Markdown, value: description },
        insertTextFormat: InsertTextFormat.Snippet,
        textEdit: { range, newText: escapeSnippet(written) },
      },
    ]
  })
}
