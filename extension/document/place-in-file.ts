import type { Piece } from './piece.ts'
import { quoted } from './quoting.ts'
import type { Range } from './ranges.ts'
import { skipBlank } from './scan.ts'
import { fileEnd, fileStart, lastAtOrBefore, pieceOffset, wholeSegments } from './source-map.ts'
import type { TextEdit } from './text-edit.ts'

/** Where a stretch of a piece's text stands in the file. */
export function inFile({ start: at, map }: Pick<Piece, 'start' | 'map'>, { start, end }: Range): Range {
  if (!map) return { start: start + at, end: end + at }
  const from = fileStart(map, start)
  return { start: from, end: Math.max(from, fileEnd(map, end)) }
}

/** The stretch of the file that a piece was cut from. */
export const rangeOfPiece = (piece: Piece): Range => inFile(piece, { start: 0, end: piece.text.length })

/** Where the request in a piece starts, after blanks and comments. */
export function startOfRequest(piece: Piece): number {
  const start = skipBlank(piece.text, 0)
  return inFile(piece, { start, end: start + 1 }).start
}

/** Which offset of a piece's text a place of the file belongs to. */
export const inPiece = ({ start, map }: Piece, fileOffset: number): number =>
  map ? pieceOffset(map, fileOffset) : fileOffset - start

/** The value of what is written in a string; `undefined` for what would end it. */
function wordsOf(text: string): string | undefined {
  try {
    return String(JSON.parse(`"${text}"`))
  } catch {
    return undefined
  }
}

function editInFile(piece: Piece, edit: TextEdit): TextEdit | undefined {
  const { map } = piece
  if (!map) return { ...inFile(piece, edit), text: edit.text }
  const { start, end } = wholeSegments(map, edit)
  const text = piece.text.slice(start, edit.start) + edit.text + piece.text.slice(edit.end, end)
  const place = lastAtOrBefore(map.writable, (one) => one.start, start)
  if (!place || end > place.end) return undefined
  const words = place.isValue ? wordsOf(text) : text
  const before = start === place.start ? undefined : piece.text[start - 1]
  const after = end === place.end ? undefined : piece.text[end]
  const written = words === undefined ? undefined : quoted(words, place.quote, { before, after })
  if (written === undefined) return undefined
  const from = start === place.start ? place.file.start : start === place.end ? place.file.end : fileStart(map, start)
  const to = end === place.end ? place.file.end : start === end ? from : fileEnd(map, end)
  return { start: from, end: start === end ? from : to, text: written }
}

/** Edits of a piece's text as edits of the file; `undefined` where one of them cannot be written there. */
export function editsInFile(piece: Piece, edits: readonly TextEdit[]): readonly TextEdit[] | undefined {
  const made: TextEdit[] = []
  for (const edit of edits) {
    const one = editInFile(piece, edit)
    if (!one) return undefined
    made.push(one)
  }
  return made
}

/** A piece of a text that stands in a larger one from `by` on. */
export function shiftedPiece(piece: Piece, by: number): Piece {
  if (!piece.map) return { ...piece, start: piece.start + by }
  const segments = piece.map.segments.map((segment) => ({ ...segment, file: segment.file + by }))
  const writable = piece.map.writable.map((one) => ({
    ...one,
    file: { start: one.file.start + by, end: one.file.end + by },
  }))
  return { ...piece, start: piece.start + by, map: { segments, writable } }
}
