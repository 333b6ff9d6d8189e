import type { Piece } from '../document/piece.ts'
import { detached } from '../document/recut.ts'
import type { LintedPiece } from './lint-piece.ts'

/** Entries kept beyond those in use, so that undoing an edit finds what was judged before it. */
const SPARE_ENTRIES = 256

/** The same in a large file, as a share of those in use: a sweep, which looks at them all, is then as rare as it is long. */
const SPARE_SHARE = 0.25

/** The same text means the same wherever it stands, unless its surroundings promise a kind. */
const keyOf = ({ text, kindName, holes }: Piece): string => {
  if (kindName === undefined && !holes) return text
  return [kindName, ...(holes ?? []).map(({ start, end }) => `${start}-${end}`), text].join(' ')
}

/** What has been said of requests, by their text: an edit of one request of a file costs one judgement. */
export class PieceCache {
  readonly #known = new Map<string, LintedPiece>()
  #filled = false

  get(piece: Piece): LintedPiece | undefined {
    return this.#known.get(keyOf(piece))
  }

  set(piece: Piece, linted: LintedPiece): void {
    const key = keyOf(piece)
    // The first fill may hold on to the one text it was cut from; after it, each entry would hold on to its own.
    this.#known.set(this.#filled ? detached(key) : key, linted)
  }

  /** Drops what a file no longer holds, once there is enough of it to be worth the sweep. */
  forget(used: readonly Piece[]): void {
    this.#filled = true
    const spare = Math.max(SPARE_ENTRIES, Math.floor(used.length * SPARE_SHARE))
    if (this.#known.size <= used.length + spare) return
    const kept = new Set(used.map(keyOf))
    for (const key of this.#known.keys()) {
      if (this.#known.size <= kept.size + spare / 2) return
      if (!kept.has(key)) this.#known.delete(key)
    }
  }
}
