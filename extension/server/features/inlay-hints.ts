import { type InlayHint, InlayHintKind, type Range } from 'vscode-languageserver'
import type { Judged } from '../open-document.ts'
import { sizeOf, textsOf } from '../texts.ts'

/** The size of each text in a range, at its end. */
export function inlayHints(judged: Judged, range: Range): InlayHint[] {
  const { text, linted, form } = judged
  const from = text.offsetAt(range.start)
  const to = text.offsetAt(range.end)
  return linted.pieces.flatMap((one) => {
    const { kind } = one
    const { start, text: source } = one.piece
    if (!kind || start > to || start + source.length < from) return []
    return textsOf(one, form.comments).flatMap((written): InlayHint[] => {
      const { value, node } = written
      const end = start + node.offset + node.length
      if (value === '' || end < from || end > to) return []
      return [
        {
          position: text.positionAt(end),
          label: sizeOf(written, kind),
          kind: InlayHintKind.Type,
          paddingLeft: true,
        },
      ]
    })
  })
}
