import { type DocumentSymbol, type Range, SymbolKind } from 'vscode-languageserver'
import { inFile } from '../../document/place-in-file.ts'
import type { FilePiece } from '../../lint/lint-file.ts'
import type { LintedDocument } from '../open-document.ts'
import { readPiece, textsOf } from '../texts.ts'

const NAMING_ROLES = ['senders-reference', 'idempotency-id']

/** What a request is called in an outline: the sender's own name for it, else its key. */
function nameOf(one: FilePiece, comments: boolean): string {
  if (!one.kind) return ''
  const { fields } = readPiece(one, one.kind, comments)
  const named = NAMING_ROLES.map((role) => fields.find((field) => field.role === role)?.value)
  return String(named.find((name) => typeof name === 'string' && name !== '') ?? one.kind.name)
}

/** An outline: one entry a request, its texts below it. */
export function documentSymbols({ text, linted, form }: LintedDocument): DocumentSymbol[] {
  return linted.pieces.flatMap((one): DocumentSymbol[] => {
    const { kind, piece } = one
    if (!kind) return []
    const rangeOf = (from: number, length: number): Range => {
      const { start, end } = inFile(piece, { start: from, end: from + length })
      return { start: text.positionAt(start), end: text.positionAt(end) }
    }
    const range = rangeOf(0, piece.text.length)
    const children = textsOf(one, form.comments).map(({ path, value, node }): DocumentSymbol => {
      const place = rangeOf(node.offset, node.length)
      return { name: String(path.at(-1)), detail: value, kind: SymbolKind.String, range: place, selectionRange: place }
    })
    return [
      {
        name: nameOf(one, form.comments),
        detail: kind.name,
        kind: SymbolKind.Object,
        range,
        selectionRange: { start: range.start, end: range.start },
        children,
      },
    ]
  })
}
