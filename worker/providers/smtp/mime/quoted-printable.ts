const CR = 0x0d
const LF = 0x0a
const TAB = 0x09
const SPACE = 0x20
const EQUALS = 0x3d
const TILDE = 0x7e

/** A line and the `=` that says it goes on. RFC 2045 6.7. */
const LINE_MAX_CHARACTERS = 75

const escaped = (byte: number): string => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`

const isReadable = (byte: number): boolean => byte === TAB || (byte >= SPACE && byte <= TILDE && byte !== EQUALS)

/** Writes bytes as quoted-printable. Only CR LF is a line end; either alone is escaped. */
export function toQuotedPrintable(bytes: Uint8Array): string {
  let written = ''
  let column = 0
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index] ?? 0
    if (byte === CR && bytes[index + 1] === LF) {
      written += '\r\n'
      column = 0
      index++
      continue
    }
    const next = bytes[index + 1]
    const endsLine = next === undefined || next === CR
    // A space at the end of a line gets lost on the way.
    const unit = isReadable(byte) && !(endsLine && byte <= SPACE) ? String.fromCharCode(byte) : escaped(byte)
    if (column + unit.length > LINE_MAX_CHARACTERS) {
      written += '=\r\n'
      column = 0
    }
    written += unit
    column += unit.length
  }
  return written
}
