import { type InlayHint, InlayHintKind, type Range } from 'vscode-languageserver'
import { inFile, rangeOfPiece } from '../../document/place-in-file.ts'
import type { LintedDocument } from '../open-document.ts'
import { roomTakenBy, textsOf } from '../texts.ts'

/** The size of each text in a range, at its end. */
export function inlayHints(judged: LintedDocument, range: Range): InlayHint[] {
  const { text, linted, form } = judged
  const from = text.offsetAt(range.start)
  const to = text.offsetAt(range.end)
  return linted.pieces.flatMap((one) => {
    const { kind } = one
    const { start, end: pieceEnd } = rangeOfPiece(one.piece)
    if (!kind || start > to || pieceEnd < from) return []
    return textsOf(one, form.comments).flatMap((written): InlayHint[] => {
      const { value, node } = written
      const { end } = inFile(one.piece, { start: node.offset, end: node.offset + node.length })
      if (value === '' || end < from || end > to) return []
      return [
        {
          position: text.positionAt(end),
          label: roomTakenBy(written, kind),
          kind: InlayHintKind.Type,
          paddingLeft: true,
        },
      ]
    })
  })
}
