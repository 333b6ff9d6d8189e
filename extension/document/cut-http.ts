import { limits } from '@straks/shared'
import { cutShell } from './cut-shell.ts'
import { type FileVariables, fileVariables, filledIn } from './file-variables.ts'
import { kindOfAddress } from './kind-of-address.ts'
import { type Line, linesOf } from './lines-of.ts'
import { maskVariables } from './mask-variables.ts'
import type { Cut, Piece } from './piece.ts'
import { shiftedPiece } from './place-in-file.ts'
import type { Range } from './ranges.ts'
import { pieceOffset, type SourceMap } from './source-map.ts'

const SEPARATOR = /^###/
const REQUEST_LINE = /^(?:(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+)?(\S+)/i
const COMMENT = /^\s*(?:#|\/\/)/
const VARIABLE_LINE = /^\s*@[\w.-]+\s*=/

/** Scripts over several lines: `> {%` … `%}` of JetBrains, and `{{` … `}}` of httpYac, each on lines of their own. */
const SCRIPTS = [
  { opens: /^\s*(?:[<>]\s*)?\{%/, closes: /%\}/ },
  { opens: /^\s*\{\{(?:[@+]\w*)?\s*$/, closes: /^\s*\}\}\s*$/ },
] as const

/** Files that are read or written, assertions, a recorded answer: what may follow a body, and what a body is not. */
const FILE_LINE = /^\s*(?:<>|<@?|>>?!?)\s*\S/
const ASSERTION = /^\s*\?\?/
const ANSWER = /^\s*HTTP\/[\d.]+\s+\d{3}/

/** What any of these begins with: most lines of a body begin otherwise. */
const MARKED = /^\s*(?:[<>{?]|HTTP\/)/

/** Reads one request of an `.http` file, line by line, and keeps hold of its body. */
class RequestReader {
  #part: 'before' | 'headers' | 'body' | 'after' = 'before'
  #scriptEnd: RegExp | undefined
  #kindName: string | undefined
  #start: number | undefined
  #end = 0
  /** Whole-line comments in the body, which clients leave out when they send it. */
  readonly #comments: Line[] = []

  /** Whether its first line is still to come. */
  get isAtStart(): boolean {
    return this.#part === 'before' && !this.#scriptEnd
  }

  read(line: Line): void {
    const { text } = line
    if (this.#part === 'after') return
    if (this.#scriptEnd) {
      if (this.#scriptEnd.test(text)) this.#scriptEnd = undefined
      return
    }
    if (this.#part === 'body' && !MARKED.test(text)) {
      this.#readBody(line)
      return
    }
    const script = SCRIPTS.find(({ opens }) => opens.test(text))
    const isBody = this.#start !== undefined
    if (isBody && (script || ASSERTION.test(text) || FILE_LINE.test(text))) this.#part = 'after'
    else if (script && !script.closes.test(text)) this.#scriptEnd = script.closes
    else if (script) return
    else if (ANSWER.test(text)) this.#part = 'after'
    else if (this.#part === 'before') this.#readFirst(text)
    else if (this.#part === 'headers') {
      if (text.trim() === '') this.#part = 'body'
    } else this.#readBody(line)
  }

  #readFirst(text: string): void {
    if (text.trim() === '' || COMMENT.test(text) || VARIABLE_LINE.test(text) || FILE_LINE.test(text)) return
    const address = REQUEST_LINE.exec(text)?.[2] ?? ''
    this.#kindName = kindOfAddress(address)
    // A value where a request should begin is an answer that was pasted in.
    this.#part = /^[[{]/.test(address) && !address.startsWith('{{') ? 'after' : 'headers'
  }

  #readBody(line: Line): void {
    const { text } = line
    if (text.trim() === '' || ASSERTION.test(text) || FILE_LINE.test(text)) return
    if (COMMENT.test(text)) {
      if (this.#start !== undefined) this.#comments.push(line)
      return
    }
    this.#start ??= line.start
    this.#end = line.start + text.length
  }

  /** The request's body, if it looks like JSON. */
  piece(text: string, variables: FileVariables): Piece | undefined {
    const start = this.#start
    if (start === undefined) return undefined
    const comments = this.#comments
      .map((line) => ({ start: line.start - start, end: line.start - start + line.text.length }))
      .filter((comment) => start + comment.start < this.#end)
    const body = asJsonComments(text.slice(start, this.#end), comments)
    if (!/^\s*[[{]/.test(body) || body.length > limits.REQUEST_BODY_MAX_BYTES) return undefined
    const filled = filledIn(body, variables)
    const { holes, text: masked } = maskVariables(filled?.text ?? body)
    const leftOut = filled ? comments.map((comment) => inText(filled.map, comment)) : comments
    const piece = {
      start: 0,
      text: masked,
      prefix: [],
      ...(holes.length > 0 && { holes }),
      ...(leftOut.length > 0 && { comments: leftOut }),
      ...(this.#kindName && { kindName: this.#kindName }),
      ...(filled && { map: filled.map }),
    }
    return shiftedPiece(piece, start)
  }
}

/** Where a stretch of the file stands in a piece's text. */
const inText = (map: SourceMap, { start, end }: Range): Range => ({
  start: pieceOffset(map, start),
  end: pieceOffset(map, end),
})

/** A body whose comments begin as those of JSON do, of the same length. */
function asJsonComments(body: string, comments: readonly Range[]): string {
  let written = ''
  let at = 0
  for (const { start, end } of comments) {
    const comment = body.slice(start, end)
    const indent = comment.length - comment.trimStart().length
    const rest = comment.slice(indent)
    const mark = rest.length === 1 ? ' ' : '//'
    written += body.slice(at, start + indent) + mark + rest.slice(mark.length)
    at = end
  }
  return written + body.slice(at)
}

/** Where a request begins that is written as a command for a shell, as clients take them too. */
const COMMAND_LINE = /^\s*curl(?:\.exe)?[ \t]/

/**
 * Cuts the request bodies out of an `.http` or `.rest` file: requests apart by `###`, a body after a blank line or in a
 * `curl` command. Variables that the file itself gives one value (`@phone = …`) are filled in.
 */
export function cutHttp(text: string): Cut {
  const pieces: Piece[] = []
  const variables = fileVariables(text)
  let reader = new RequestReader()
  let command: number | undefined
  const finish = (end: number): void => {
    const piece = command === undefined ? reader.piece(text, variables) : undefined
    if (piece) pieces.push(piece)
    const from = command ?? end
    for (const one of cutShell(text.slice(from, end)).pieces) pieces.push(shiftedPiece(one, from))
    reader = new RequestReader()
    command = undefined
  }
  for (const line of linesOf(text)) {
    if (SEPARATOR.test(line.text)) finish(line.start)
    else {
      if (reader.isAtStart && COMMAND_LINE.test(line.text)) command = line.start
      reader.read(line)
    }
  }
  finish(text.length)
  return { pieces, syntaxErrors: [], isEmbedded: true }
}
