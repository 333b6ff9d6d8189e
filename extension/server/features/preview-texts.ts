import type { DocumentKind, Path } from '@straks/shared'
import { htmlToPlainText } from '@straks/shared/text'
import type { PreviewMessage } from '../../protocol.ts'
import { expand, isHtml, isReminder, type PlacedText, type ReadPiece, roomTakenBy } from '../texts.ts'
import { orderTiming } from '../timing/order-timing.ts'
import type { PreviewContext } from '../timing/preview-context.ts'

const startsWith = (path: Path, prefix: Path): boolean => prefix.every((step, index) => path[index] === step)

/** The address that lies nearest above a text. */
function addressOf(path: Path, role: string, { fields }: ReadPiece): string | undefined {
  const above = fields
    .filter((one) => one.role === role && startsWith(path, one.path.slice(0, -1)) && typeof one.value === 'string')
    .sort((one, other) => other.path.length - one.path.length)
  const value = above[0]?.value
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Texts of one message stand beside each other, in the same channel, of the same message or reminder. */
const messageKey = (text: PlacedText): string =>
  [text.path.slice(0, -1).join('/'), isReminder(text), text.role === 'sms-body'].join(' ')

/** Groups in the order of their first members. `Map.groupBy` is too new for the oldest VS Code that is supported. */
function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly (readonly Item[])[] {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return [...groups.values()]
}

/** The messages of a request that holds each of its texts whole: an instant message or an order. */
export function previewTexts(
  texts: readonly PlacedText[],
  read: ReadPiece,
  kind: DocumentKind,
  context: PreviewContext,
): readonly PreviewMessage[] {
  return groupBy(texts, messageKey).flatMap((ofMessage): PreviewMessage[] => {
    const [first] = ofMessage
    if (!first) return []
    const body = ofMessage.find(({ role }) => role !== 'email-subject')
    const subject = ofMessage.find(({ role }) => role === 'email-subject')
    const sms = first.role === 'sms-body'
    const html = body !== undefined && !sms && isHtml(body)
    const to = addressOf(first.path, sms ? 'phone-number' : 'email-address', read)
    const from = addressOf(first.path, sms ? 'sms-sender' : 'sender-email-address', read)
    const expanded = body ? expand(body.value, kind, body.samples, html) : ''
    return [
      {
        channel: sms ? 'sms' : 'email',
        reminder: isReminder(first),
        body: expanded,
        html,
        ...(html && { alternative: htmlToPlainText(expanded) }),
        ...(to !== undefined && { to }),
        ...(from !== undefined && { from }),
        ...(subject && { subject: expand(subject.value, kind, subject.samples) }),
        ...(sms && body && { size: roomTakenBy(body, kind) }),
        ...(kind.purpose === 'order' && { when: orderTiming(first, read, context) }),
      },
    ]
  })
}
