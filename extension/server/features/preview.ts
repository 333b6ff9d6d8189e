import type { Preview } from '../../protocol.ts'
import { type Judged, pieceAt } from '../open-document.ts'
import { INSTANT_ROUTES } from '../routes.ts'
import { readPiece, textsOf } from '../texts.ts'
import type { Occasion } from '../timing/occasion.ts'
import { previewNotifications } from './preview-notification.ts'
import { previewTexts } from './preview-texts.ts'

/** What the recipients of the request on a line will see, and when. */
export function preview(judged: Judged, line: number, occasion: Occasion): Preview | undefined {
  const { text, form } = judged
  const one =
    pieceAt(judged, text.offsetAt({ line: line + 1, character: 0 }) - 1) ??
    pieceAt(judged, text.offsetAt({ line, character: 0 }))
  const kind = one?.kind
  if (!one || !kind) return undefined
  const read = readPiece(one, kind, form.comments)
  const messages =
    kind.purpose === 'correspondence'
      ? previewNotifications(read, kind, occasion)
      : previewTexts(textsOf(one, form.comments), read, kind, occasion)
  const route = INSTANT_ROUTES[kind.name]
  return {
    kind: kind.name,
    title: messages[0]?.to ?? kind.name,
    messages,
    request: JSON.stringify(read.value, null, 2),
    ...(route !== undefined && { route }),
    errors: one.findings.filter(({ severity }) => severity === 'error').length,
  }
}
