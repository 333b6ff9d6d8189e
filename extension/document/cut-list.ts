import type { Cut, Piece } from './piece.ts'
import { endOfLine, isCloseBracket, isComma, skipBlank, skipElement } from './scan.ts'
import { type JsonSyntaxError, SyntaxErrors } from './syntax-error.ts'

/**
 * Cuts a list into its elements without parsing them, so that one changed element costs one element.
 *
 * `open` is where its bracket stands. What is wrong between the elements is told here; what is wrong in one, there.
 */
export function cutList(text: string, open: number, comments: boolean): Cut {
  const pieces: Piece[] = []
  const syntaxErrors = new SyntaxErrors()
  const seen = comments ? undefined : (span: { start: number; end: number }) => report('comment', span.start, span.end)
  const report = (reason: JsonSyntaxError['reason'], start: number, end: number): void => {
    syntaxErrors.add({ reason, start, end })
  }

  let at = skipBlank(text, open + 1, seen)
  let commas: number[] = []
  while (at < text.length && !isCloseBracket(text, at) && !syntaxErrors.isHopeless) {
    if (isComma(text, at)) {
      if (pieces.length > 0) commas.push(at)
      else report('value', at, at + 1)
      at = skipBlank(text, at + 1, seen)
      continue
    }
    // Of several commas between two elements all but the first miss one.
    for (const comma of commas.slice(1)) report('value', comma, comma + 1)
    const { contentEnd, end, survey } = skipElement(text, at)
    pieces.push({ start: at, text: text.slice(at, contentEnd), prefix: [pieces.length], survey })
    commas = isComma(text, end) ? [end] : []
    at = isComma(text, end) ? skipBlank(text, end + 1, seen) : end
  }
  // A list with a hundred mistakes between its elements is left alone from there on.
  if (syntaxErrors.isHopeless) return { pieces, syntaxErrors: syntaxErrors.told }
  if (at >= text.length) {
    report('close-bracket', open, open + 1)
    return { pieces, syntaxErrors: syntaxErrors.told }
  }
  const tooMany = comments ? commas.slice(1) : commas
  const [first] = commas
  if (first !== undefined && tooMany.length > 0)
    syntaxErrors.add({ reason: 'trailing-comma', start: first, end: (commas.at(-1) ?? first) + 1, commas: tooMany })
  const after = skipBlank(text, at + 1, seen)
  if (after < text.length) report('after-end', after, endOfLine(text, after))
  return { pieces, syntaxErrors: syntaxErrors.told }
}
