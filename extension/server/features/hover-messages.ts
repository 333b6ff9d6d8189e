import { type DocumentKind, type Path, say, table } from '@straks/shared'
import { type PlannedMessage, plannedMessages } from '@straks/shared/templates'
import { htmlToPlainText, type KeywordValues } from '@straks/shared/text'
import { samplesFor } from '../sample-values.ts'
import { expand, type ReadPiece, smsSize } from '../texts.ts'
import { notificationTiming } from '../timing/notification-timing.ts'
import type { PreviewContext } from '../timing/preview-context.ts'
import { HOVER_WORDS } from '../words.ts'
import { verbatim } from './verbatim.ts'

/** The members that settle what is sent without holding a text themselves, and the messages that they stand for. */
const PHASES = table<PlannedMessage['phase']>({ notificationtemplate: 'main', sendreminder: 'reminder' })

function describeMessage(
  message: PlannedMessage,
  kind: DocumentKind,
  samples: KeywordValues,
  { language }: PreviewContext,
): string {
  const { medium, subject, body, html } = message
  const expanded = expand(body, kind, samples, html)
  if (medium === 'sms') return `**SMS** · ${smsSize(expanded)}\n\n${verbatim(expanded)}`
  const plain = html ? htmlToPlainText(expanded) : expanded
  return `**${say(HOVER_WORDS.email, language)}**\n\n${verbatim([expand(subject, kind, samples), '', plain].join('\n'))}`
}

/** The whole messages that a notification comes to, as recipients will see them, for a member that has a say in them. */
export function describeMessages(
  read: ReadPiece,
  kind: DocumentKind,
  path: Path,
  context: PreviewContext,
): string | undefined {
  const phase = PHASES.get(String(path.at(-1)).toLowerCase())
  const holder = path.slice(0, -1).join('/')
  const view = phase && read.notifications.find(({ object }) => object.path.join('/') === holder)
  if (!view) return undefined
  const messages = plannedMessages(view, read).filter((message) => message.phase === phase)
  if (messages.length === 0) return undefined
  const blocks = messages.map((message) =>
    [describeMessage(message, kind, samplesFor(read), context), notificationTiming(message, read, context)].join(
      '\n\n',
    ),
  )
  return [...blocks, say(HOVER_WORDS.sample, context.language)].join('\n\n')
}
