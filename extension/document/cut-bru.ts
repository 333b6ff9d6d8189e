import { bodyPiece } from './json-body.ts'
import { kindOfAddress } from './kind-of-address.ts'
import { linesOf } from './lines-of.ts'
import type { Cut, Piece } from './piece.ts'

const BLOCK = /^([\w:-]+) *\{ *$/
const METHOD = /^(?:get|post|put|patch|delete|head|options|http)$/
const URL_LINE = /^\s*url\s*:\s*(\S+)/
const BODY = 'body:json'

/** Cuts the JSON body out of a Bruno request: a block starts at the beginning of a line, and ends at one with `}` alone. */
export function cutBru(text: string): Cut {
  const pieces: Piece[] = []
  let block: string | undefined
  let bodyStart = 0
  let address = ''
  const bodies: { readonly start: number; readonly text: string }[] = []
  for (const line of linesOf(text)) {
    if (block === undefined) {
      block = BLOCK.exec(line.text)?.[1]
      bodyStart = line.start + line.text.length
    } else if (line.text.startsWith('}')) {
      if (block === BODY) bodies.push({ start: bodyStart, text: text.slice(bodyStart, line.start) })
      block = undefined
    } else if (METHOD.test(block)) address = URL_LINE.exec(line.text)?.[1] ?? address
  }
  for (const body of bodies) {
    const piece = bodyPiece({ ...body, kindName: kindOfAddress(address) })
    if (piece) pieces.push(piece)
  }
  return { pieces, syntaxErrors: [], isEmbedded: true }
}
