import { toBase64 } from '../../../domain/bytes.ts'
import { CRLF } from './header.ts'
import { toQuotedPrintable } from './quoted-printable.ts'

/** A text as the body of a part: 7-bit lines of at most 76 characters, whatever it says. */
type EncodedBody = { readonly encoding: 'quoted-printable' | 'base64'; readonly text: string }

const LINE_MAX_CHARACTERS = 76

/** From this share of bytes outside ASCII on, base64 is shorter. */
const BASE64_SHARE = 1 / 6

/** Encodes a text. Its line ends, however written, become those of mail. */
export function encodeBody(text: string): EncodedBody {
  const bytes = new TextEncoder().encode(text.replaceAll(/\r\n|\r|\n/g, CRLF))
  const unreadable = bytes.reduce((count, byte) => (byte > 0x7e ? count + 1 : count), 0)
  if (unreadable <= bytes.length * BASE64_SHARE) return { encoding: 'quoted-printable', text: toQuotedPrintable(bytes) }
  const lines = toBase64(bytes).match(new RegExp(`.{1,${LINE_MAX_CHARACTERS}}`, 'g')) ?? []
  return { encoding: 'base64', text: lines.join(CRLF) }
}
