import type { Node } from 'jsonc-parser'
import type { FoldingRange } from 'vscode-languageserver'
import { httpSections } from '../../document/http-sections.ts'
import { treeOf } from '../../document/parse-piece.ts'
import { inFile } from '../../document/place-in-file.ts'
import type { LintedDocument } from '../open-document.ts'

function* groupsIn(node: Node): Generator<Node> {
  if (node.type === 'object' || node.type === 'array') yield node
  for (const child of node.children ?? []) yield* groupsIn(child)
}

/** What can be folded in an `.http` file: its requests, and the objects and lists of their bodies. Editors fold the rest. */
export function foldingRanges({ text, form, linted }: LintedDocument): FoldingRange[] {
  if (form.layout !== 'http') return []
  const ranges: FoldingRange[] = []
  const lineAt = (offset: number): number => text.positionAt(offset).line
  const fold = (startLine: number, endLine: number): void => {
    if (startLine < endLine) ranges.push({ startLine, endLine })
  }
  for (const { start, end } of httpSections(text.getText())) fold(lineAt(start), lineAt(end))
  for (const { piece } of linted.pieces) {
    const tree = treeOf(piece.text)
    if (!tree) continue
    for (const { offset, length } of groupsIn(tree)) {
      const { start, end } = inFile(piece, { start: offset, end: offset + length })
      // The line with the closing bracket stays.
      fold(lineAt(start), lineAt(end) - 1)
    }
  }
  return ranges.sort((one, other) => one.startLine - other.startLine)
}
