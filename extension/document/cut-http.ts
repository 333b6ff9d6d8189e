import type { Cut, Piece } from './piece.ts'
import { maskVariables } from './variables.ts'

const SEPARATOR = /^###/
const REQUEST_LINE = /^(?:(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+)?(\S+)/i
const IGNORED_LINE = /^(?:#|\/\/|@)/
const COMMENT_IN_BODY = /^(?:#|\/\/)/
const SCRIPT_LINE = /^\s*(?:<|>)/

/** The kinds of request that an address stands for, where the shape of a half-written body cannot tell. */
const KIND_OF_ADDRESS: readonly (readonly [RegExp, string])[] = [
  [/\/orders\/instant\/sms\/?$/i, 'instant-sms'],
  [/\/orders\/instant\/email\/?$/i, 'instant-email'],
  [/\/orders\/instant\/?$/i, 'instant'],
  [/\/future\/orders\/?$/i, 'order'],
  [/\/correspondence\/?$/i, 'correspondence'],
]

const kindOfAddress = (address: string): string | undefined =>
  KIND_OF_ADDRESS.find(([pattern]) => pattern.test(address.split('?')[0] ?? ''))?.[1]

type Line = { readonly start: number; readonly text: string }

function* linesOf(text: string): Iterable<Line> {
  let start = 0
  while (start <= text.length) {
    const lineFeed = text.indexOf('\n', start)
    const end = lineFeed < 0 ? text.length : lineFeed
    yield { start, text: text.slice(start, end).replace(/\r$/, '') }
    if (lineFeed < 0) return
    start = lineFeed + 1
  }
}

/** Reads one request of an `.http` file, line by line, and keeps hold of its body. */
class RequestReader {
  #part: 'before' | 'headers' | 'body' = 'before'
  #kindName: string | undefined
  #start: number | undefined
  #end = 0

  read(line: Line): void {
    const blank = line.text.trim() === ''
    if (this.#part === 'before') {
      if (blank || IGNORED_LINE.test(line.text)) return
      const address = REQUEST_LINE.exec(line.text)?.[2]
      this.#kindName = address === undefined ? undefined : kindOfAddress(address)
      this.#part = 'headers'
    } else if (this.#part === 'headers') {
      if (blank) this.#part = 'body'
    } else if (
      !blank &&
      !SCRIPT_LINE.test(line.text) &&
      !(this.#start === undefined && COMMENT_IN_BODY.test(line.text))
    ) {
      this.#start ??= line.start
      this.#end = line.start + line.text.length
    }
  }

  /** The request's body, if it looks like JSON. */
  piece(text: string): Piece | undefined {
    if (this.#start === undefined) return undefined
    const body = text.slice(this.#start, this.#end)
    if (!/^\s*[[{]/.test(body)) return undefined
    return {
      start: this.#start,
      text: maskVariables(body),
      prefix: [],
      ...(body.includes('{{') && { variables: true as const }),
      ...(this.#kindName && { kindName: this.#kindName }),
    }
  }
}

/** Cuts the request bodies out of an `.http` or `.rest` file: requests apart by `###`, a body after a blank line. */
export function cutHttp(text: string): Cut {
  const pieces: Piece[] = []
  let reader = new RequestReader()
  const finish = (): void => {
    const piece = reader.piece(text)
    if (piece) pieces.push(piece)
    reader = new RequestReader()
  }
  for (const line of linesOf(text)) {
    if (SEPARATOR.test(line.text)) finish()
    else reader.read(line)
  }
  finish()
  return { pieces, complaints: [] }
}
