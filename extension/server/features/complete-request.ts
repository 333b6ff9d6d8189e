import { documentKinds } from '@straks/shared'
import { type CompletionItem, CompletionItemKind, InsertTextFormat, MarkupKind } from 'vscode-languageserver'
import type { FileForm } from '../../document/file-form.ts'
import { skipBlank } from '../../document/scan.ts'
import { noteOf } from '../../lint/schema-members.ts'
import type { LintedDocument } from '../open-document.ts'
import { escapeSnippet } from '../snippet.ts'

/** UTF-16 units before a caret in which a comma or bracket is looked for. */
const NEARBY_UNITS = 1_000
const WORD = /[\w-]*$/
const BYTE_ORDER_MARK = '\ufeff'
const IN_LIST = /[[,]\s*$/
const ON_A_LINE_OF_ITS_OWN = /(?:^|\n)\s*$/

/** Whether a request may begin after a text: as the whole file, in a list, or on a line where each has one. */
function mayBegin(before: string, { layout }: FileForm): boolean {
  const nearby = before.slice(-NEARBY_UNITS)
  if (layout === 'lines') return ON_A_LINE_OF_ITS_OWN.test(nearby)
  const start = before.startsWith(BYTE_ORDER_MARK) ? 1 : 0
  return IN_LIST.test(nearby) || skipBlank(before, start) === before.length
}

/** A whole request of each kind, where one may begin: in a file that promises requests. */
export function completeRequest({ text, form }: LintedDocument, offset: number, snippets: boolean): CompletionItem[] {
  const before = text.getText().slice(0, offset)
  const word = WORD.exec(before)?.[0] ?? ''
  if (!form.promised || !mayBegin(before.slice(0, before.length - word.length), form)) return []
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
        insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
        textEdit: { range, newText: snippets ? escapeSnippet(written) : written },
      },
    ]
  })
}
