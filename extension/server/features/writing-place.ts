import type { DocumentKind, Language } from '@straks/shared'
import { skipBlank } from '../../document/scan.ts'
import type { LintedDocument } from '../open-document.ts'

/** UTF-16 units of a word that are looked at: longer than any name or value that could be meant. */
const WORD_MAX_UNITS = 100
type Range = { readonly offset: number; readonly length: number }

const BEFORE = /\w*$/
const AFTER = /^\w*/

/** For whom something is written: whether its client knows places to jump to in what it inserts, and its language. */
export type WritingClient = { readonly snippets: boolean; readonly language: Language }

/** A place in a request where something is being written. */
export type WritingPlace = {
  readonly judged: LintedDocument
  /** The schemas of the requests that it may be: one where the kind is known. */
  readonly kinds: readonly DocumentKind[]
  /** The request's text, where it starts in the document, and where in it the caret stands. */
  readonly text: string
  readonly start: number
  readonly caret: number
}

/** What follows a whole name or value, after blanks and comments; nothing at the end. */
const FOLLOWS = /^[:,}\]]?$/

/**
 * Where a name or value ends that is being written. A quote that has no other yet takes what follows it into its string,
 * up to the next quote or the end of the line: that is not written over.
 */
export function writtenEnd(text: string, { offset, length }: Range, caret: number): number {
  const end = offset + length
  if (text.charAt(offset) !== '"') return end
  const isClosed =
    length > 1 && end > caret && text.charAt(end - 1) === '"' && FOLLOWS.test(text.charAt(skipBlank(text, end)))
  return isClosed ? end : wordAround(text, caret).to
}

/** The word that is being written without quotes around a caret, such as the first letters of `true`. */
export function wordAround(text: string, caret: number): { readonly from: number; readonly to: number } {
  const before = BEFORE.exec(text.slice(Math.max(0, caret - WORD_MAX_UNITS), caret))?.[0].length ?? 0
  const after = AFTER.exec(text.slice(caret, caret + WORD_MAX_UNITS))?.[0].length ?? 0
  return { from: caret - before, to: caret + after }
}
