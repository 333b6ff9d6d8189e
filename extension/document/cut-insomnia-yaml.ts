import { limits } from '@straks/shared'
import { mayBuildRequest } from './code/code-pieces.ts'
import { bodyPiece } from './json-body.ts'
import { kindOfAddress } from './kind-of-address.ts'
import { type Line, linesOf } from './lines-of.ts'
import { INSOMNIA_VARIABLES } from './mask-variables.ts'
import type { Cut, Piece } from './piece.ts'
import { decodeJsonString } from './string-text.ts'
import { TextBuilder } from './text-builder.ts'

/** UTF-16 units at the start of a file in which a collection says what it is. */
const HEAD_UNITS = 4_096

const IS_COLLECTION = /^type:\s*["']?collection\.insomnia\.rest\//m

/** A member, with what it is in a list of. */
const MEMBER = /^([ -]*)(["']?)(url|text)\2:[ \t]+(.*)$/

/** How a block of lines is opened that stands for itself. */
const BLOCK = /^\|[-+\d]*[ \t]*$/

const indentOf = (line: string): number => line.length - line.trimStart().length

/** The lines of a block, without their indent. */
function blockPiece(text: string, lines: readonly Line[], kindName: string | undefined): Piece | undefined {
  const builder = new TextBuilder(text)
  const [first] = lines
  if (!first) return undefined
  const indent = indentOf(first.text)
  for (const { start, text: line } of lines) {
    const from = builder.length
    const begin = start + Math.min(indent, indentOf(line))
    const end = start + line.length
    builder.copy(begin, end)
    builder.writable(from, { start: begin, end }, 'line')
    builder.write('\n', { start: end, end })
  }
  const { text: body, map } = builder.result()
  return bodyPiece({ start: first.start, text: body, map, kindName, delimiters: INSOMNIA_VARIABLES })
}

/** A body in double quotes, whose escapes are those of JSON. */
function quotedPiece(text: string, quote: number, kindName: string | undefined): Piece | undefined {
  const builder = new TextBuilder(text)
  decodeJsonString(text, quote, builder)
  const { length } = builder
  const end = text.indexOf('\n', quote) < 0 ? text.length : text.indexOf('\n', quote)
  const close = text.lastIndexOf('"', end)
  if (length === 0 || close <= quote) return undefined
  builder.writable(0, { start: quote + 1, end: close }, 'double')
  const { text: body, map } = builder.result()
  return bodyPiece({ start: quote + 1, text: body, map, kindName, delimiters: INSOMNIA_VARIABLES })
}

/** A quote that is doubled, and line ends, which are folded: one is a space, and of several one is left out. */
const IN_SINGLE = /''|[ \t]*\r?\n(?:[ \t]*\r?\n)*[ \t]*|'|[^'\r\n \t]+|[ \t]+|\r/gy

/** A body in single quotes, which may go on over several lines. */
function singlePiece(text: string, quote: number, kindName: string | undefined): Piece | undefined {
  const builder = new TextBuilder(text)
  let isFolded = false
  let end = quote + 1
  const reading = new RegExp(IN_SINGLE)
  reading.lastIndex = end
  for (let read = reading.exec(text); read && read[0] !== "'"; read = reading.exec(text)) {
    const [written] = read
    end = reading.lastIndex
    const lines = written.split('\n').length - 1
    isFolded ||= lines > 0
    if (lines > 0) builder.write(lines > 1 ? '\n'.repeat(lines - 1) : ' ', { start: read.index, end })
    else if (written === "''") builder.write("'", { start: read.index, end })
    else builder.copy(read.index, end)
    if (builder.length > limits.REQUEST_BODY_MAX_BYTES) return undefined
  }
  if (text[end] !== "'") return undefined
  if (!isFolded) builder.writable(0, { start: quote + 1, end }, 'yaml-single')
  const { text: body, map } = builder.result()
  return bodyPiece({ start: quote + 1, text: body, map, kindName, delimiters: INSOMNIA_VARIABLES })
}

/** Cuts the bodies out of a collection of Insomnia in YAML, where each is a block of lines or a string. */
export function cutInsomniaYaml(text: string): Cut {
  const pieces: Piece[] = []
  const cut: Cut = { pieces, syntaxErrors: [], isEmbedded: true }
  if (!IS_COLLECTION.test(text.slice(0, HEAD_UNITS)) || !mayBuildRequest(text)) return cut
  let address = ''
  let block: { readonly indent: number; readonly lines: Line[] } | undefined
  const add = (piece: Piece | undefined): void => {
    if (piece) pieces.push(piece)
  }
  for (const line of linesOf(text)) {
    if (block && (line.text.trim() === '' || indentOf(line.text) > block.indent)) {
      block.lines.push(line)
      continue
    }
    if (block) add(blockPiece(text, block.lines, kindOfAddress(address)))
    block = undefined
    const [, lead = '', , name, value = ''] = MEMBER.exec(line.text) ?? []
    if (name === 'url') address = value.replaceAll(/^["']|["']\s*$/g, '')
    if (name !== 'text') continue
    if (BLOCK.test(value)) block = { indent: lead.length, lines: [] }
    else if (value.startsWith('"'))
      add(quotedPiece(text, line.start + line.text.length - value.length, kindOfAddress(address)))
    else if (value.startsWith("'"))
      add(singlePiece(text, line.start + line.text.length - value.length, kindOfAddress(address)))
  }
  if (block) add(blockPiece(text, block.lines, kindOfAddress(address)))
  return cut
}
