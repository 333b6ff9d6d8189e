import { mayBuildRequest } from './code/code-pieces.ts'
import { bodyPiece } from './json-body.ts'
import { kindOfAddress } from './kind-of-address.ts'
import type { Cut, Piece } from './piece.ts'
import { type ShellWord, type WordPart, wordsOf } from './shell-words.ts'
import { readEscape } from './string-text.ts'
import { TextBuilder } from './text-builder.ts'

/** Where a command begins that sends something. */
const COMMAND = /(?<![\w./-])curl(?:\.exe)?(?=[ \t\\`^])/g

const DATA = /^(?:-d|--data|--data-raw|--data-binary|--data-ascii|--json)$/

/** The same with its value in the same word. */
const DATA_IN_WORD = /^(?:--(?:data|data-raw|data-binary|data-ascii|json)=|-d(?=[^a-z]))/

/** What the address of a request has. */
const IN_AN_ADDRESS = /https?:|\/orders|\/correspondence/

/** How much of a word is looked at to tell what it is. */
const LOOKED_AT_UNITS = 500

/** A variable as the body of an `.http` file has them. */
const VARIABLE = '{{a}}'

/** What a shell fills in between double quotes, or in no quotes: a variable, or what a command writes. */
const FILLED_IN = /\$(?:\w+|\{[^{}]{0,200}\}|\([^()]{0,500}\)|[@*#?!$-])|`[^`]{0,500}`/y

/** What a backslash says between double quotes; elsewhere there it stands for itself. */
const ESCAPED_IN_DOUBLE = /\\([\\"$`])|\\\r?\n/y

/** Reads a pattern at an offset. */
function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Hands the value of a part between quotes to a builder. */
function decodePart(text: string, { start, end, quote }: WordPart, builder: TextBuilder): void {
  const from = builder.length
  let at = start
  let copied = start
  const write = (value: string, to: number): void => {
    builder.copy(copied, at)
    builder.write(value, { start: at, end: to })
    at = to
    copied = to
  }
  while (at < end && quote !== 'shell-single') {
    const isFilled = quote !== 'shell-escaped' && (text[at] === '$' || text[at] === '`')
    const filled = isFilled ? matchAt(FILLED_IN, text, at) : null
    if (filled) {
      write(VARIABLE, at + filled[0].length)
      continue
    }
    const escaped = text[at] === '\\' && quote === 'shell-double' ? matchAt(ESCAPED_IN_DOUBLE, text, at) : null
    if (escaped) write(escaped[1] ?? '', at + escaped[0].length)
    else if (text[at] === '\\' && quote === 'shell-escaped') {
      const { text: value, end: to } = readEscape(text, at)
      write(value, Math.min(to, end))
    } else if (text[at] === '\\' && quote === 'none') write(text.charAt(at + 1), Math.min(at + 2, end))
    else at++
  }
  builder.copy(copied, end)
  if (quote !== 'none') builder.writable(from, { start, end }, quote)
}

/** The value of a word, from an offset of the file on. */
function contentOf(text: string, { parts }: ShellWord, from: number) {
  const builder = new TextBuilder(text)
  for (const part of parts)
    if (part.end >= from) decodePart(text, { ...part, start: Math.max(part.start, from) }, builder)
  return builder.result()
}

/** What one command says, and where it ends. */
type Command = { readonly pieces: readonly Piece[]; readonly end: number }

/** Reads the bodies that a command sends, and the address it sends them to. */
function readCommand(text: string, start: number): Command {
  const bodies: { readonly start: number; readonly built: ReturnType<typeof contentOf> }[] = []
  let address = ''
  let isData = false
  let end = start
  for (const word of wordsOf(text, start)) {
    const [first] = word.parts
    if (!first) continue
    end = word.end
    const written = text.slice(first.start, Math.min(end, first.start + LOOKED_AT_UNITS))
    const named = isData ? '' : DATA_IN_WORD.exec(written)?.[0]
    // A shell does not run what ends within quotes.
    if (named !== undefined && word.isWhole)
      bodies.push({ start: first.start, built: contentOf(text, word, first.start + named.length) })
    else if (IN_AN_ADDRESS.test(written)) address = contentOf(text, word, first.start).text
    isData = !isData && DATA.test(written)
  }
  const pieces = bodies.flatMap(({ start: at, built: { text: body, map } }) => {
    if (!mayBuildRequest(body)) return []
    return bodyPiece({ start: at, text: body, map, kindName: kindOfAddress(address) }) ?? []
  })
  return { pieces, end }
}

/** Cuts the requests out of the `curl` commands of a shell's script: what `-d` and the like send, quoted as a shell quotes. */
export function cutShell(text: string): Cut {
  const pieces: Piece[] = []
  const cut: Cut = { pieces, syntaxErrors: [], isEmbedded: true }
  if (!mayBuildRequest(text)) return cut
  const command = new RegExp(COMMAND)
  while (command.test(text)) {
    const read = readCommand(text, command.lastIndex)
    for (const piece of read.pieces) pieces.push(piece)
    command.lastIndex = read.end
  }
  return cut
}
