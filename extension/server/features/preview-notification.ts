import type { DocumentKind } from '@straks/shared'
import { plannedMessages } from '@straks/shared/templates'
import { htmlToPlainText } from '@straks/shared/text'
import type { PreviewMessage } from '../../protocol.ts'
import { samplesFor } from '../sample-values.ts'
import { expand, type ReadPiece, smsSize } from '../texts.ts'
import { notificationTiming } from '../timing/notification-timing.ts'
import type { PreviewContext } from '../timing/preview-context.ts'

/** The messages of a correspondence's notifications, as their recipients will see them. */
export const previewNotifications = (
  read: ReadPiece,
  kind: DocumentKind,
  context: PreviewContext,
): readonly PreviewMessage[] => {
  const samples = samplesFor(read)
  return read.notifications
    .flatMap((view) => plannedMessages(view, read))
    .map((message) => {
      const { phase, medium, subject, html } = message
      const body = expand(message.body, kind, samples, html)
      return {
        channel: medium,
        reminder: phase === 'reminder',
        body,
        html,
        ...(html && { alternative: htmlToPlainText(body) }),
        ...(medium === 'email' ? { subject: expand(subject, kind, samples) } : { size: smsSize(body) }),
        when: notificationTiming(message, read, context),
      }
    })
}
