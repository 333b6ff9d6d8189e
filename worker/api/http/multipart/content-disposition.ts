import { fromBase64 } from '../../../domain/bytes.ts'
import { charsetOf, decoderFor } from '../charset.ts'

/** What the headers of a part of a form say of it. RFC 7578 section 4.2. */
export type Disposition = {
  readonly name: string
  /** Of a file: its name, without folders. `undefined` where the part is a field. */
  readonly fileName: string | undefined
  /** The character set that its content type names. */
  readonly charset: string | undefined
}

const HEADER = /^content-disposition[ \t]*:[ \t]*form-data[ \t]*(?=;|$)/i

/** `name=value`, or `name="value"`: browsers write a quote in it as `%22`, others as `\"`. */
const PARAMETER = /;[ \t]*([\w!#$%&'*+.^`|~-]+)[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]*))[ \t]*/y

/** `utf-8''bl%C3%A5b%C3%A6r.pdf`, with no percent sign but before two digits: RFC 8187. */
const EXTENDED = /^([\w.:+-]{1,40})'[^']*'((?:%[\da-f]{2}|[!-$&-~])*)$/i

/** `=?utf-8?B?YmzDpWLDpnI=?=`: RFC 2047, as .NET writes a name beyond ASCII. */
const ENCODED_WORD = /^=\?([\w.:+-]{1,40})\?b\?([\w+/]+={0,2})\?=$/i

/** Every escape becomes its byte, and every other character the one that it is. */
const unescaped = (written: string): Uint8Array =>
  Uint8Array.from(written.match(/%..|[^%]/g) ?? [], (one) =>
    one.length > 1 ? Number.parseInt(one.slice(1), 16) : one.charCodeAt(0),
  )

/** A name whose bytes are written out, in the character set that it names; `undefined` where it cannot be read. */
function decoded(charset: string, bytes: Uint8Array | undefined): string | undefined {
  try {
    return bytes && decoderFor(charset, { fatal: true })?.decode(bytes)
  } catch {
    return undefined
  }
}

function decodedExtended(value: string | undefined): string | undefined {
  const [, charset, written = ''] = EXTENDED.exec(value ?? '') ?? []
  return charset === undefined ? undefined : decoded(charset, unescaped(written))
}

/** A plain name, read where it is written as an encoded word and left as it is where it is not. */
function decodedWord(value: string | undefined): string | undefined {
  const [, charset, encoded = ''] = ENCODED_WORD.exec(value ?? '') ?? []
  return charset === undefined ? value : (decoded(charset, fromBase64(encoded)) ?? value)
}

/** `\"` and `\\` stand for the second character; before any other a backslash is what it is, as in a path of Windows. */
const unquoted = (value: string): string => value.replace(/\\(["\\])/g, '$1').replaceAll('%22', '"')

const withoutFolders = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)

function parametersOf(header: string, from: number): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>()
  PARAMETER.lastIndex = from
  for (let found = PARAMETER.exec(header); found; found = PARAMETER.exec(header)) {
    const [, name = '', quoted, plain = ''] = found
    parameters.set(name.toLowerCase(), quoted === undefined ? plain : unquoted(quoted))
  }
  return parameters
}

const CONTENT_TYPE = /^content-type[ \t]*:/i

/** Reads a part's header lines; `undefined` where they do not name the part. */
export function dispositionOf(headers: string): Disposition | undefined {
  const lines = headers.split('\r\n')
  for (const line of lines) {
    const [start] = HEADER.exec(line) ?? []
    if (start === undefined) continue
    const parameters = parametersOf(line, start.length)
    const name = decodedWord(parameters.get('name'))
    if (name === undefined) return undefined
    const fileName = decodedExtended(parameters.get('filename*')) ?? decodedWord(parameters.get('filename'))
    return {
      name,
      fileName: fileName === undefined ? undefined : withoutFolders(fileName),
      charset: charsetOf(lines.find((one) => CONTENT_TYPE.test(one)) ?? ''),
    }
  }
  return undefined
}
