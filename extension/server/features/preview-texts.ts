import type { DocumentKind, Path } from '@straks/shared'
import type { PreviewMessage } from '../../protocol.ts'
import { expand, isHtml, isReminder, type PlacedText, type ReadPiece, sizeOf } from '../texts.ts'
import type { Occasion } from '../timing/occasion.ts'
import { orderTiming } from '../timing/order-timing.ts'

const startsWith = (path: Path, prefix: Path): boolean => prefix.every((step, index) => path[index] === step)

/** The address that lies nearest above a text. */
function addressOf(path: Path, role: string, { fields }: ReadPiece): string | undefined {
  const above = fields
    .filter((one) => one.role === role && startsWith(path, one.path.slice(0, -1)) && typeof one.value === 'string')
    .sort((one, other) => other.path.length - one.path.length)
  const value = above[0]?.value
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Texts of one message stand beside each other, in the same channel, for the same occasion. */
const messageKey = (text: PlacedText): string =>
  [text.path.slice(0, -1).join('/'), isReminder(text), text.role === 'sms-body'].join(' ')

/** The messages of a request that holds each of its texts whole: an instant message or an order. */
export function previewTexts(
  texts: readonly PlacedText[],
  read: ReadPiece,
  kind: DocumentKind,
  occasion: Occasion,
): readonly PreviewMessage[] {
  return [...Map.groupBy(texts, messageKey).values()].flatMap((ofMessage): PreviewMessage[] => {
    const [first] = ofMessage
    if (!first) return []
    const body = ofMessage.find(({ role }) => role !== 'email-subject')
    const subject = ofMessage.find(({ role }) => role === 'email-subject')
    const sms = first.role === 'sms-body'
    const html = body !== undefined && !sms && isHtml(body)
    const to = addressOf(first.path, sms ? 'phone-number' : 'email-address', read)
    const from = addressOf(first.path, sms ? 'sms-sender' : 'sender-email-address', read)
    return [
      {
        channel: sms ? 'sms' : 'email',
        reminder: isReminder(first),
        body: body ? expand(body.value, kind, html) : '',
        html,
        ...(to !== undefined && { to }),
        ...(from !== undefined && { from }),
        ...(subject && { subject: expand(subject.value, kind) }),
        ...(sms && body && { size: sizeOf(body, kind) }),
        ...(kind.purpose === 'order' && { when: orderTiming(first, read, occasion) }),
      },
    ]
  })
}
