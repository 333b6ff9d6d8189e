import type { Path } from '@straks/shared'
import type { Preview, PreviewMessage } from '../../protocol.ts'
import { type Judged, pieceAt } from '../open-document.ts'
import { INSTANT_ROUTES } from '../routes.ts'
import { expand, isHtml, isReminder, type PlacedText, readPiece, sizeOf, textsOf } from '../texts.ts'

type Address = { readonly role: string; readonly path: Path; readonly value: unknown }

const startsWith = (path: Path, prefix: Path): boolean => prefix.every((step, index) => path[index] === step)

/** The address that lies nearest above a text. */
function addressOf(path: Path, role: string, addresses: readonly Address[]): string | undefined {
  const above = addresses
    .filter((one) => one.role === role && startsWith(path, one.path.slice(0, -1)) && typeof one.value === 'string')
    .sort((one, other) => other.path.length - one.path.length)
  const value = above[0]?.value
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Texts of one message stand beside each other, in the same channel, for the same occasion. */
const messageKey = (text: PlacedText): string =>
  [text.path.slice(0, -1).join('/'), isReminder(text), text.role === 'sms-body'].join(' ')

/** What the recipients of the request on a line will see. */
export function preview(judged: Judged, line: number): Preview | undefined {
  const { text, form } = judged
  const one =
    pieceAt(judged, text.offsetAt({ line: line + 1, character: 0 }) - 1) ??
    pieceAt(judged, text.offsetAt({ line, character: 0 }))
  const kind = one?.kind
  if (!one || !kind) return undefined
  const { fields, value } = readPiece(one, kind, form.comments)
  const grouped = Map.groupBy(textsOf(one, form.comments), messageKey)
  const messages = [...grouped.values()].map((texts): PreviewMessage => {
    const [first] = texts
    const body = texts.find(({ role }) => role !== 'email-subject')
    const subject = texts.find(({ role }) => role === 'email-subject')
    const sms = first?.role === 'sms-body'
    const path = first?.path ?? []
    const to = addressOf(path, sms ? 'phone-number' : 'email-address', fields)
    const from = addressOf(path, sms ? 'sms-sender' : 'sender-email-address', fields)
    return {
      channel: sms ? 'sms' : 'email',
      reminder: first ? isReminder(first) : false,
      body: body ? expand(body.value, kind) : '',
      html: body !== undefined && !sms && isHtml(body),
      ...(to !== undefined && { to }),
      ...(from !== undefined && { from }),
      ...(subject && { subject: expand(subject.value, kind) }),
      ...(sms && body && { size: sizeOf(body.role, body.value, kind) }),
    }
  })
  const route = INSTANT_ROUTES[kind.name]
  return {
    kind: kind.name,
    title: messages[0]?.to ?? kind.name,
    messages,
    request: JSON.stringify(value, null, 2),
    ...(route !== undefined && { route }),
    errors: one.findings.filter(({ severity }) => severity === 'error').length,
  }
}
