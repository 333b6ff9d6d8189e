/** What the headers of a part of a form say of it. RFC 7578 section 4.2. */
export type Disposition = {
  readonly name: string
  /** Of a file: its name, without folders. `undefined` where the part is a field. */
  readonly fileName: string | undefined
}

const HEADER = /^content-disposition[ \t]*:[ \t]*form-data[ \t]*(?=;|$)/i

/** `name=value`, or `name="value"`: browsers write a quote in it as `%22`, others as `\"`. */
const PARAMETER = /;[ \t]*([\w!#$%&'*+.^`|~-]+)[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]*))[ \t]*/y

/** `utf-8''bl%C3%A5b%C3%A6r.pdf`: RFC 8187. */
const EXTENDED = /^utf-8'[^']*'(.*)$/i

function decodedExtended(value: string | undefined): string | undefined {
  const [, encoded] = EXTENDED.exec(value ?? '') ?? []
  try {
    return encoded === undefined ? undefined : decodeURIComponent(encoded)
  } catch {
    return undefined
  }
}

/** `=?utf-8?B?YmzDpWLDpnI=?=`: RFC 2047, as .NET writes a name beyond ASCII. */
const ENCODED_WORD = /^=\?utf-8\?b\?([\w+/]+={0,2})\?=$/i

/** A plain name, read where it is written as an encoded word and left as it is where it is not. */
function decodedWord(value: string | undefined): string | undefined {
  const [, encoded] = ENCODED_WORD.exec(value ?? '') ?? []
  if (encoded === undefined) return value
  try {
    const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0))
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    return value
  }
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

/** Reads a part's header lines; `undefined` where they do not name the part. */
export function dispositionOf(headers: string): Disposition | undefined {
  for (const line of headers.split('\r\n')) {
    const [start] = HEADER.exec(line) ?? []
    if (start === undefined) continue
    const parameters = parametersOf(line, start.length)
    const name = parameters.get('name')
    const fileName = decodedExtended(parameters.get('filename*')) ?? decodedWord(parameters.get('filename'))
    return name === undefined
      ? undefined
      : { name, fileName: fileName === undefined ? undefined : withoutFolders(fileName) }
  }
  return undefined
}
