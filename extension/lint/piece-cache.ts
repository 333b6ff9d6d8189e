import type { Piece } from '../document/piece.ts'
import type { LintedPiece } from './lint-piece.ts'

/** Entries kept beyond those in use, as a share of them: a sweep, which looks at them all, is then as rare as it is long. */
const SPARE_SHARE = 0.25

/** The same in a small file. */
const SPARE_ENTRIES = 256

/** Requests that are judged anew before any is looked for by its text: to make an index of all takes as long as judging some. */
const FEW = 32

/** The same text means the same wherever it stands, unless its surroundings promise a kind. */
const keyOf = ({ text, kindName, holes }: Piece): string => {
  if (kindName === undefined && !holes) return text
  return [kindName, ...(holes ?? []).map(({ start, end }) => `${start}-${end}`), text].join(' ')
}

/** What was said of a request, and the last request of that text. */
type Said = { piece: Piece; readonly linted: LintedPiece }

/**
 * What has been said of requests, by their text: where a file is cut anew, its requests need no new judgement. The index
 * is made once many are looked for, since a file that is only opened, or typed in, never needs it.
 */
export class PieceCache {
  #said: Said[] = []
  #byText: Map<string, Said> | undefined
  /** The most requests that the file had: while a bracket of it is open it seems to have few, and those behind it come back. */
  #most = 0
  /** How many requests of this judgement were asked for. */
  #asked = 0
  #isOfUse = false

  /** Says that a file is judged, from its first request on. */
  begin(): void {
    this.#asked = 0
    this.#isOfUse = this.#said.length > 0
  }

  get(piece: Piece): LintedPiece | undefined {
    if (!this.#isOfUse || ++this.#asked <= FEW) return undefined
    this.#byText ??= new Map(this.#said.map((said) => [keyOf(said.piece), said]))
    const said = this.#byText.get(keyOf(piece))
    // The request that it was said of is gone.
    if (said) said.piece = piece
    return said?.linted
  }

  set(piece: Piece, linted: LintedPiece): void {
    const said = { piece, linted }
    this.#said.push(said)
    this.#byText?.set(keyOf(piece), said)
  }

  /** Drops what a file no longer holds, once there is enough of it to be worth the sweep. */
  forget(used: readonly Piece[]): void {
    this.#most = Math.max(this.#most, used.length)
    if (this.#said.length <= this.#most + Math.max(SPARE_ENTRIES, Math.floor(this.#most * SPARE_SHARE))) return
    const kept = new Set(used)
    this.#said = this.#said.filter(({ piece }) => kept.has(piece))
    this.#byText = undefined
    this.#most = used.length
  }
}
