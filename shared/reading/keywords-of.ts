import { findKeywords, type KeywordMatch } from '../text/keywords.ts'
import type { Written } from './document.ts'

const known = new WeakMap<Written, readonly KeywordMatch[]>()

/** The keywords of a document's text, found once for all the rules that ask. */
export function keywordsOf(text: Written): readonly KeywordMatch[] {
  const before = known.get(text)
  if (before) return before
  const found = findKeywords(text.value)
  known.set(text, found)
  return found
}
