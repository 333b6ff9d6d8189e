import type { Node } from 'jsonc-parser'
import type { FoldingRange } from 'vscode-languageserver'
import { httpSections } from '../../document/http-sections.ts'
import { treeOf } from '../../document/parse-piece.ts'
import { inFile } from '../../document/place-in-file.ts'
import type { Range } from '../../document/ranges.ts'
import type { LintedDocument } from '../open-document.ts'

function* groupsIn(node: Node): Generator<Node> {
  if (node.type === 'object' || node.type === 'array') yield node
  for (const child of node.children ?? []) yield* groupsIn(child)
}

/** What can be folded in an `.http` file: its requests, and the objects and lists of their bodies. Editors fold the rest. */
export function foldingRanges({ text, form, linted }: LintedDocument): FoldingRange[] {
  if (form.layout !== 'http') return []
  const ranges: FoldingRange[] = []
  const fold = ({ start, end }: Range, keepsLastLine: boolean): void => {
    const startLine = text.positionAt(start).line
    const endLine = text.positionAt(end).line - (keepsLastLine ? 1 : 0)
    if (startLine < endLine) ranges.push({ startLine, endLine })
  }
  for (const section of httpSections(text.getText())) fold(section, false)
  for (const { piece } of linted.pieces) {
    const tree = treeOf(piece.text)
    if (!tree) continue
    for (const { offset, length } of groupsIn(tree)) fold(inFile(piece, { start: offset, end: offset + length }), true)
  }
  return ranges.sort((one, other) => one.startLine - other.startLine)
}
