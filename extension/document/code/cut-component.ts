import type { Cut, Piece } from '../piece.ts'
import { shiftedPiece } from '../place-in-file.ts'
import { cutScript } from './cut-script.ts'

const OPENS = /<script\b[^<>]{0,1000}>/gi
const CLOSES = /<\/script\s*>/gi

/** Cuts the requests out of the scripts of a component in one file, as those of Vue, Svelte and Astro are. */
export function cutComponent(text: string): Cut {
  const pieces: Piece[] = []
  let at = 0
  while (at < text.length) {
    OPENS.lastIndex = at
    if (!OPENS.test(text)) break
    const start = OPENS.lastIndex
    CLOSES.lastIndex = start
    const end = CLOSES.exec(text)?.index ?? text.length
    for (const piece of cutScript(text.slice(start, end)).pieces) pieces.push(shiftedPiece(piece, start))
    at = end + 1
  }
  return { pieces, syntaxErrors: [], isEmbedded: true }
}
