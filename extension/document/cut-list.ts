import type { Complaint } from './complaint.ts'
import type { Cut, Piece } from './piece.ts'
import { endOfLine, isCloseBracket, isComma, skipBlank, skipElement } from './scan.ts'

/**
 * Cuts a list into its elements without parsing them, so that one changed element costs one element.
 *
 * `open` is where its bracket stands. What is wrong between the elements is told here; what is wrong in one, there.
 */
export function cutList(text: string, open: number, comments: boolean): Cut {
  const pieces: Piece[] = []
  const complaints: Complaint[] = []
  const seen = comments
    ? undefined
    : (span: { start: number; end: number }) => complain('comment', span.start, span.end)
  const complain = (reason: Complaint['reason'], start: number, end: number): void => {
    complaints.push({ reason, start, end })
  }

  let at = skipBlank(text, open + 1, seen)
  let comma: number | undefined
  while (at < text.length && !isCloseBracket(text, at)) {
    if (isComma(text, at)) {
      complain('value', at, at + 1)
      at = skipBlank(text, at + 1, seen)
      continue
    }
    const { contentEnd, end, survey } = skipElement(text, at)
    pieces.push({ start: at, text: text.slice(at, contentEnd), prefix: [pieces.length], survey })
    comma = isComma(text, end) ? end : undefined
    at = comma === undefined ? end : skipBlank(text, end + 1, seen)
  }
  if (at >= text.length) {
    complain('close-bracket', open, open + 1)
    return { pieces, complaints }
  }
  if (comma !== undefined && !comments) complain('trailing-comma', comma, comma + 1)
  const after = skipBlank(text, at + 1, seen)
  if (after < text.length) complain('after-end', after, endOfLine(text, after))
  return { pieces, complaints }
}
