import { cut } from './cut.ts'
import type { FileForm } from './file-form.ts'
import type { Cut, Piece } from './piece.ts'
import { isCloseBracket, isComma, skipBlank, skipElement } from './scan.ts'

/** A replacement that a text has undergone: what stood from `start` to `oldEnd` now stands from `start` to `newEnd`. */
export type Change = { readonly start: number; readonly oldEnd: number; readonly newEnd: number }

/** A copy of a text that does not keep alive the file it was cut from, as a slice does. */
export const detached = (text: string): string => JSON.parse(JSON.stringify(text))

const endOf = ({ start, text }: Piece): number => start + text.length

/** How many pieces end before an offset. */
function countBefore(pieces: readonly Piece[], offset: number): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    const piece = pieces[middle]
    if (piece && endOf(piece) < offset) low = middle + 1
    else high = middle
  }
  return low
}

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

/**
 * Cuts a list anew after a change, looking only at the elements that the change touches.
 *
 * From the first touched element on, elements are read until one starts where an untouched one starts by now; the rest
 * is the old cut, moved. Anything out of the ordinary is left to `cut`, which reads the whole text.
 */
export function recut(old: Cut, text: string, form: FileForm, change: Change): Cut {
  const first = old.pieces[0]
  const isList = form.layout === 'json' && typeof first?.prefix[0] === 'number'
  if (!isList || old.syntaxErrors.length > 0 || change.start <= first.start) return cut(text, form)

  const shift = change.newEnd - change.oldEnd
  const kept = countBefore(old.pieces, change.start)
  const fresh: Piece[] = []
  let rest = kept
  const touched = old.pieces[kept]
  // A change between two elements may join them, or add one.
  if (!touched || touched.start > change.start) return cut(text, form)
  let at = skipSpaces(text, touched.start)
  while (at !== undefined && at < text.length && !isCloseBracket(text, at)) {
    while ((old.pieces[rest]?.start ?? Number.POSITIVE_INFINITY) < change.oldEnd) rest++
    const untouched = old.pieces[rest]
    if (untouched && at === untouched.start + shift) {
      // Each key moves thousands of pieces: what they have that does not change is not made again.
      const isRenumbered = kept + fresh.length !== rest
      const moved = old.pieces.slice(rest).map((piece, index) => {
        const prefix = isRenumbered ? [kept + fresh.length + index] : piece.prefix
        return { ...piece, start: piece.start + shift, prefix }
      })
      return { pieces: [...old.pieces.slice(0, kept), ...fresh, ...moved], syntaxErrors: [] }
    }
    while (untouched && at > (old.pieces[rest]?.start ?? Number.POSITIVE_INFINITY) + shift) rest++
    const element = elementAt(text, at)
    if (!element) return cut(text, form)
    const { start, text: elementText, survey } = element
    fresh.push({ start, text: elementText, prefix: [kept + fresh.length], ...(survey && { survey }) })
    at = element.next
  }
  const closed = at !== undefined && at >= change.newEnd && skipSpaces(text, at + 1) === text.length
  return closed && fresh.length > 0
    ? { pieces: [...old.pieces.slice(0, kept), ...fresh], syntaxErrors: [] }
    : cut(text, form)
}
