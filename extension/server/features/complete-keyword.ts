import { KEYWORDS, ORDER_KEYWORDS } from '@straks/shared/text'
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver'
import { treeOf } from '../../document/parse-piece.ts'
import { nodeAt } from '../../document/tree.ts'
import type { FilePiece } from '../../lint/lint-file.ts'
import { textsOf } from '../texts.ts'
import type { WritingPlace } from './writing-place.ts'

const BEGUN = /\$\w*$/
const REST = /^\w*\$?/

/** The keywords that a text may hold, once a `$` is written; `undefined` where the caret is after none. */
export function completeKeyword(
  { judged, text, start, caret }: WritingPlace,
  one: FilePiece,
): CompletionItem[] | undefined {
  const begun = BEGUN.exec(text.slice(0, caret))
  const tree = begun && treeOf(text)
  const node = tree && nodeAt(tree, caret)
  if (!begun || node?.type !== 'string' || node.offset >= caret) return undefined
  const { kind } = one
  // A name, or an address, is sent as it is written.
  if (!kind || !textsOf(one, judged.form.comments).some((written) => written.node.offset === node.offset)) return []
  if (kind.purpose === 'instant') return []
  const rest = REST.exec(text.slice(caret))?.[0].length ?? 0
  const range = {
    start: judged.text.positionAt(start + begun.index),
    end: judged.text.positionAt(start + caret + rest),
  }
  const keywords = kind.purpose === 'correspondence' ? KEYWORDS : ORDER_KEYWORDS
  return keywords.map(({ name, sample }) => ({
    label: `$${name}$`,
    kind: CompletionItemKind.Variable,
    detail: sample,
    filterText: `$${name}$`,
    textEdit: { range, newText: `$${name}$` },
  }))
}
