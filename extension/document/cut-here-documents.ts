import { bodyPiece } from './json-body.ts'
import { kindOfAddress } from './kind-of-address.ts'
import type { Piece } from './piece.ts'
import type { Range } from './ranges.ts'
import { findReplacedInShell } from './shell-replaced.ts'
import { hereContentOf } from './shell-text.ts'

/** Where a here-document begins: `<<EOF`, `<<-EOF`, `<<'EOF'`; not `<<<`. */
const OPENS = /(?<!<)<<(-?)[ \t]*(?:(['"\\]?)([A-Za-z_]\w{0,100})['"]?)(?!<)[^\n]{0,2000}\n/g

/** A line that a here-document may end with. */
const CLOSES = /^(\t*)([A-Za-z_]\w{0,100})\r?$/gm

/** Where lines of one word start, by the word, and which of them have been passed. */
class Ends {
  readonly #lines = new Map<string, { readonly at: number; readonly isIndented: boolean }[]>()

  constructor(text: string) {
    for (const { 1: indent = '', 2: word = '', index } of text.matchAll(CLOSES)) {
      const lines = this.#lines.get(word) ?? []
      this.#lines.set(word, lines)
      lines.push({ at: index, isIndented: indent !== '' })
    }
    for (const lines of this.#lines.values()) lines.reverse()
  }

  /** Where the here-document ends that begins at an offset; offsets may only grow. */
  after(start: number, word: string, mayBeIndented: boolean): number | undefined {
    const lines = this.#lines.get(word) ?? []
    for (let line = lines.at(-1); line; line = lines.at(-1)) {
      if (line.at >= start && (mayBeIndented || !line.isIndented)) return line.at
      lines.pop()
    }
    return undefined
  }
}

const ADDRESS = /[^\s'"]*(?:https?:|\/orders|\/correspondence)[^\s'"]*/

/** The variable that a here-document is kept in: `BODY=$(cat <<EOF`, `read -r -d '' BODY <<EOF`. */
const KEPT_IN = /(\w{1,100})=["']?(?:\$\(|`)|\bread\b[^\n<]{0,200}?[ \t](\w{1,100})[ \t]*<</

/** Lines that a command goes on for before its here-document. */
const COMMAND_LINES_MAX = 20

/** Where the command starts that reads a here-document: on its line, or on one before that goes on in it. */
function commandStart(text: string, opens: number): number {
  let start = text.lastIndexOf('\n', opens - 1) + 1
  for (let lines = 0; lines < COMMAND_LINES_MAX && /\\\r?\n$/.test(text.slice(Math.max(0, start - 3), start)); lines++)
    start = text.lastIndexOf('\n', start - 2) + 1
  return start
}

function pieceOf(text: string, body: Range, isAsWritten: boolean, kindName: string | undefined): Piece | undefined {
  if (isAsWritten) return bodyPiece({ start: body.start, text: text.slice(body.start, body.end), kindName })
  const { text: written, map } = hereContentOf(text, body)
  return bodyPiece({ start: body.start, text: written, map, kindName })
}

/** Cuts the requests out of the here-documents of a shell's script. */
export function cutHereDocuments(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  if (!text.includes('<<')) return pieces
  const ends = new Ends(text)
  const isReplaced = findReplacedInShell(text)
  const opens = new RegExp(OPENS)
  for (let opened = opens.exec(text); opened; opened = opens.exec(text)) {
    const start = opens.lastIndex
    const end = ends.after(start, opened[3] ?? '', opened[1] === '-')
    if (end === undefined) continue
    opens.lastIndex = end
    const command = text.slice(commandStart(text, opened.index), start)
    if (/^\s*#/.test(command)) continue
    const closed = text.indexOf('\n', end)
    const name = KEPT_IN.exec(command)
      ?.slice(1)
      .find((one) => one !== undefined)
    if (isReplaced({ start: start - 1, end: closed < 0 ? text.length : closed + 1, name })) continue
    const address = ADDRESS.exec(command)?.[0] ?? ''
    const piece = pieceOf(text, { start, end }, opened[2] !== '', kindOfAddress(address))
    if (piece) pieces.push(piece)
  }
  return pieces
}
