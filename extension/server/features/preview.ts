import { startOfRequest } from '../../document/place-in-file.ts'
import type { FilePiece } from '../../lint/lint-file.ts'
import type { Preview, RequestPlace } from '../../protocol.ts'
import { type LintedDocument, pieceAt } from '../open-document.ts'
import { INSTANT_ROUTES } from '../routes.ts'
import { readPiece, textsOf } from '../texts.ts'
import type { PreviewContext } from '../timing/preview-context.ts'
import { previewNotifications } from './preview-notification.ts'
import { previewTexts } from './preview-texts.ts'

/** A preview of a request, wherever in a document it stands. */
export type ShownRequest = Omit<Preview, 'start'>

/** What the recipients of a request will see, and when; `undefined` where it is no request. */
export function previewPiece(one: FilePiece, comments: boolean, context: PreviewContext): ShownRequest | undefined {
  const { kind } = one
  if (!kind) return undefined
  const read = readPiece(one, kind, comments)
  const messages =
    kind.purpose === 'correspondence'
      ? previewNotifications(read, kind, context)
      : previewTexts(textsOf(one, comments), read, kind, context)
  const route = INSTANT_ROUTES.get(kind.name)
  return {
    kind: kind.name,
    title: messages[0]?.to ?? kind.name,
    messages,
    request: JSON.stringify(read.value, null, 2),
    ...(route !== undefined && { route }),
    errors: one.findings.filter(({ severity }) => severity === 'error').length,
  }
}

/** The request at a place; failing that, the one on its line. */
function requestAt(judged: LintedDocument, { line, character }: RequestPlace): FilePiece | undefined {
  const { text } = judged
  const exact = character === undefined ? undefined : pieceAt(judged, text.offsetAt({ line, character }))
  return (
    exact ??
    pieceAt(judged, text.offsetAt({ line: line + 1, character: 0 }) - 1) ??
    pieceAt(judged, text.offsetAt({ line, character: 0 }))
  )
}

/** What the recipients of the request at a place will see, and when. */
export function preview(judged: LintedDocument, place: RequestPlace, context: PreviewContext): Preview | undefined {
  const one = requestAt(judged, place)
  const shown = one && previewPiece(one, judged.form.comments, context)
  if (!shown) return undefined
  return { ...shown, start: judged.text.positionAt(startOfRequest(one.piece)) }
}
