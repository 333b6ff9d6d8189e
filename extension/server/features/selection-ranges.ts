import type { Node } from 'jsonc-parser'
import type { Position, SelectionRange } from 'vscode-languageserver'
import { httpSections } from '../../document/http-sections.ts'
import { treeOf } from '../../document/parse-piece.ts'
import { inFile, inPiece, rangeOfPiece } from '../../document/place-in-file.ts'
import type { Range } from '../../document/ranges.ts'
import { nodeAt } from '../../document/tree.ts'
import { type LintedDocument, pieceAt } from '../open-document.ts'

/** The text in a string, the string, and whatever they stand in, from the inside out. */
function rangesAround(node: Node | undefined, offset: number): readonly Range[] {
  const ranges: Range[] = []
  for (let at = node; at; at = at.parent) {
    const [start, end] = [at.offset, at.offset + at.length]
    if (at.type === 'string' && start < offset && offset < end) ranges.push({ start: start + 1, end: end - 1 })
    ranges.push({ start, end })
  }
  return ranges
}

function rangesAt(judged: LintedDocument, offset: number): readonly Range[] {
  const { form, text } = judged
  const piece = pieceAt(judged, offset)?.piece
  const inside = piece && inPiece(piece, offset)
  const tree = piece && treeOf(piece.text)
  const around = tree && inside !== undefined ? rangesAround(nodeAt(tree, inside), inside) : []
  const sections = form.layout === 'http' ? httpSections(text.getText()) : []
  return [
    ...(piece ? [...around.map((range) => inFile(piece, range)), rangeOfPiece(piece)] : []),
    ...sections.filter(({ start, end }) => start <= offset && offset <= end),
    { start: 0, end: text.getText().length },
  ]
}

/** How a selection grows at a place of an `.http` file or of JSON Lines. An editor knows the way in other files itself. */
export function selectionRanges(judged: LintedDocument, positions: readonly Position[]): SelectionRange[] {
  const { form, text } = judged
  if (form.layout !== 'http' && form.layout !== 'lines') return []
  return positions.map((position) => {
    const offset = text.offsetAt(position)
    const ranges = rangesAt(judged, offset)
    let selection: SelectionRange | undefined
    let outer: Range | undefined
    for (const range of ranges.toReversed()) {
      if (outer && (range.start < outer.start || range.end > outer.end)) continue
      if (outer && range.start === outer.start && range.end === outer.end) continue
      outer = range
      selection = {
        range: { start: text.positionAt(range.start), end: text.positionAt(range.end) },
        ...(selection && { parent: selection }),
      }
    }
    return selection ?? { range: { start: position, end: position } }
  })
}
