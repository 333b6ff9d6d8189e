import { countBefore } from './count-before.ts'
import { cut } from './cut.ts'
import type { FileForm } from './file-form.ts'
import type { Cut, Piece } from './piece.ts'
import { isCloseBracket, isComma, skipBlank, skipElement } from './scan.ts'
import type { TextSource } from './text-source.ts'

/** A replacement that a text has undergone: what stood from `start` to `oldEnd` now stands from `start` to `newEnd`. */
export type Change = { readonly start: number; readonly oldEnd: number; readonly newEnd: number }

/** A copy of a text that does not keep alive the file it was cut from, as a slice does. */
const detached = (text: string): string => JSON.parse(JSON.stringify(text))

const endOf = ({ start, text }: Piece): number => start + text.length

/** Where the next thing that is no space stands; `undefined` where a comment comes first. */
function skipSpaces(text: string, start: number): number | undefined {
  const comments: unknown[] = []
  const end = skipBlank(text, start, (comment) => comments.push(comment))
  return comments.length === 0 ? end : undefined
}

type Element = Pick<Piece, 'start' | 'text' | 'survey'> & { readonly next: number }

/** The list element at an offset, and where the next one starts; `undefined` where the list is not in order. */
function elementAt(text: string, start: number): Element | undefined {
  const { contentEnd, end, open, survey } = skipElement(text, start)
  if (open || contentEnd === start) return undefined
  const next = isComma(text, end) ? skipSpaces(text, end + 1) : end
  if (next === undefined || (isComma(text, end) && isCloseBracket(text, next))) return undefined
  return { start, text: detached(text.slice(start, contentEnd)), next, survey }
}

/** What of a piece its place in the file decides. */
type Place = Pick<Piece, 'start' | 'prefix'>

/**
 * Moves the pieces from one on, in place: each key moves thousands, and new ones, with all that is kept beside them, would be
 * most of what a key costs.
 */
function move(pieces: readonly Piece[], from: number, to: { readonly shift: number; readonly first: number }): void {
  for (let index = from; index < pieces.length; index++) {
    const place: { -readonly [Name in keyof Place]: Place[Name] } | undefined = pieces[index]
    if (!place) continue
    place.start += to.shift
    if (from !== to.first) place.prefix = [to.first + index - from]
  }
}

/** A part of a text that is read, and where it starts in it. */
type Window = { readonly start: number; readonly text: string }

/** Elements behind a change that are read with it: where it joins two of them, or parts them, the next one is still in order. */
const ELEMENTS_BEHIND = 2

/**
 * Reads elements from the first touched one on until one starts where an untouched one starts by now; the rest is the old
 * cut, moved. `undefined` where none does, or a list is not in order.
 */
function recutWithin(old: Cut, kept: number, window: Window, change: Change): Cut | undefined {
  const { text } = window
  const shift = change.newEnd - change.oldEnd
  const fresh: Piece[] = []
  const startOf = (index: number): number => old.pieces[index]?.start ?? Number.POSITIVE_INFINITY
  let rest = kept
  let at = skipSpaces(text, 0)
  while (at !== undefined && at < text.length && !isCloseBracket(text, at)) {
    const place = window.start + at
    while (startOf(rest) < change.oldEnd || startOf(rest) + shift < place) rest++
    if (place === startOf(rest) + shift) {
      move(old.pieces, rest, { shift, first: kept + fresh.length })
      return { pieces: old.pieces.slice(0, kept).concat(fresh, old.pieces.slice(rest)), syntaxErrors: [] }
    }
    const element = elementAt(text, at)
    if (!element) return undefined
    const { text: elementText, survey } = element
    fresh.push({ start: place, text: elementText, prefix: [kept + fresh.length], ...(survey && { survey }) })
    at = element.next
  }
  const isClosed = at !== undefined && window.start + at >= change.newEnd && skipSpaces(text, at + 1) === text.length
  return isClosed && fresh.length > 0
    ? { pieces: [...old.pieces.slice(0, kept), ...fresh], syntaxErrors: [] }
    : undefined
}

/**
 * Cuts a list anew after a change, looking only at the elements that the change touches, and of the text only at the
 * part where they stand. Anything out of the ordinary is left to `cut`, which reads the whole text.
 *
 * The old cut must not be used any more: what is not touched is the same piece in the new one, moved to where it stands now.
 */
export function recut(old: Cut, text: TextSource, form: FileForm, change: Change): Cut {
  const first = old.pieces[0]
  const isList = form.layout === 'json' && typeof first?.prefix[0] === 'number'
  const kept = countBefore(old.pieces, (piece) => endOf(piece) < change.start)
  const touched = old.pieces[kept]
  // A change between two elements may join them, or add one.
  const isWithin = touched !== undefined && touched.start <= change.start && change.start > (first?.start ?? 0)
  if (!isList || old.syntaxErrors.length > 0 || !isWithin) return cut(text.slice(0), form)

  const { start } = touched
  const behind = countBefore(old.pieces, (piece) => piece.start < change.oldEnd) + ELEMENTS_BEHIND
  const end = old.pieces[behind]?.start
  const within = (to?: number) => recutWithin(old, kept, { start, text: text.slice(start, to) }, change)
  const near = end === undefined ? undefined : within(end + change.newEnd - change.oldEnd)
  return near ?? within() ?? cut(text.slice(0), form)
}
