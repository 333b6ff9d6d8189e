import type { DocumentKind } from '@straks/shared'
import { plannedMessages } from '@straks/shared/templates'
import { isReminder, type PlacedText, type ReadPiece } from '../texts.ts'
import { notificationTiming } from './notification-timing.ts'
import { orderTiming } from './order-timing.ts'
import type { PreviewContext } from './preview-context.ts'

/** When the message that a text belongs to is sent; `undefined` for an instant one, and for a text that is not used. */
export function textTiming(
  text: PlacedText,
  read: ReadPiece,
  kind: DocumentKind,
  context: PreviewContext,
): string | undefined {
  if (kind.purpose === 'order') return orderTiming(text, read, context)
  const phase = isReminder(text) ? 'reminder' : 'main'
  const medium = text.role === 'sms-body' ? 'sms' : 'email'
  const message = read.notifications
    .filter(({ object }) => object.path.join('/') === text.path.slice(0, -1).join('/'))
    .flatMap((view) => plannedMessages(view, read))
    .find((one) => one.phase === phase && one.medium === medium)
  return message && notificationTiming(message, read, context)
}
