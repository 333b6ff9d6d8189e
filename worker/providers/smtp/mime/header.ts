import { hasControlCharacter } from '@straks/shared/text'
import { toBase64 } from '../../../domain/bytes.ts'

export const CRLF = '\r\n'

/** An encoded word and `Subject: ` before it fit into the 76 characters that RFC 2047 allows. */
const ENCODED_WORD_MAX_BYTES = 39

/** Short enough to stand on one line unfolded. RFC 5322 2.1.1. */
const PLAIN_MAX_CHARACTERS = 66

const PLAIN = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/

const encoder = new TextEncoder()

/** Cuts a text into pieces of few enough bytes, never within a character. */
function pieces(text: string): readonly string[] {
  const cut: string[] = []
  let piece = ''
  let bytes = 0
  for (const character of text) {
    const size = encoder.encode(character).length
    if (bytes + size > ENCODED_WORD_MAX_BYTES) {
      cut.push(piece)
      piece = ''
      bytes = 0
    }
    piece += character
    bytes += size
  }
  return [...cut, piece]
}

/** A text as the value of a header: as it is where every reader understands it, else as encoded words. RFC 2047. */
export function encodeText(text: string): string {
  if (text === '') return ''
  if (PLAIN.test(text) && text.length <= PLAIN_MAX_CHARACTERS && !text.includes('=?')) return text
  return pieces(text)
    .map((piece) => `=?UTF-8?B?${toBase64(encoder.encode(piece))}?=`)
    .join(`${CRLF} `)
}

/**
 * One header. Its value may be folded; any other line break or control character in it is a bug, and must
 * not be sent.
 */
export function header(name: string, value: string): string {
  if (hasControlCharacter(value.replaceAll(`${CRLF} `, ' '))) throw new Error(`The header ${name} has several lines`)
  return `${name}: ${value}${CRLF}`
}
