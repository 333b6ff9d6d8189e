import type { EmailContent } from '../../../domain/message.ts'
import type { WireAddress } from '../../mail/wire-address.ts'
import { encodeBody } from './body.ts'
import { CRLF, encodeText, header } from './header.ts'

/** A mail before it is written down. */
type Mail = {
  readonly from: WireAddress
  readonly to: WireAddress
  readonly reference: string
  readonly content: EmailContent
  /** What an HTML mail says without its markup. */
  readonly text: string | undefined
}

/** The name of a mail in every mailbox: the same in every attempt, so that a mail that came twice can be seen to. */
const messageId = ({ reference, from }: Pick<Mail, 'reference' | 'from'>): string =>
  `<${reference}@${from.text.slice(from.text.lastIndexOf('@') + 1)}>`

/** RFC 5322 3.3 wants an offset where JavaScript names a zone. */
const dateOf = (nowMs: number): string => new Date(nowMs).toUTCString().replace('GMT', '+0000')

function part(subtype: 'plain' | 'html', text: string): string {
  const body = encodeBody(text)
  return (
    header('Content-Type', `text/${subtype}; charset=utf-8`) +
    header('Content-Transfer-Encoding', body.encoding) +
    CRLF +
    body.text +
    CRLF
  )
}

function body({ content, reference, text }: Mail): string {
  if (content.contentType === 'Plain') return part('plain', content.body)
  // `=_` occurs in no encoded body, so no text can end its part early. RFC 2045 6.7.
  const boundary = `=_${reference}`
  const delimiter = `--${boundary}`
  return (
    header('Content-Type', `multipart/alternative;${CRLF} boundary="${boundary}"`) +
    CRLF +
    [part('plain', text ?? ''), part('html', content.body)].map((each) => delimiter + CRLF + each).join('') +
    `${delimiter}--${CRLF}`
  )
}

/**
 * Writes a mail down (RFC 5322, RFC 2045): lines that end in CR LF and stay below 998 characters, nothing but ASCII
 * unless an address needs more.
 */
export const writeMail = (mail: Mail, nowMs: number): string =>
  header('From', `<${mail.from.text}>`) +
  header('To', `<${mail.to.text}>`) +
  header('Subject', encodeText(mail.content.subject)) +
  header('Date', dateOf(nowMs)) +
  header('Message-ID', messageId(mail)) +
  // No answering machine shall answer. RFC 3834 5.
  header('Auto-Submitted', 'auto-generated') +
  header('MIME-Version', '1.0') +
  body(mail)
