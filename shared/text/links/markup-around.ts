import { findLinks } from './find-links.ts'
import type { LinkMatch } from './link.ts'

/** The markup that makes a link of words: where it stands, and the words, unless they are a link themselves. */
type MarkupAround = { readonly start: number; readonly end: number; readonly words: string | undefined }

/** How long a tag, and the words that it encloses, may be: people write no longer ones, and each is looked through. */
const TAG_MAX_UNITS = 2000
const ENCLOSED_MAX_UNITS = 300

const MARKDOWN = /^!?\[([^\]]{0,300})\]/

const withoutLink = (words: string): string | undefined => (findLinks(words).length === 0 ? words : undefined)

/** The element that an attribute's value belongs to, with what a link encloses. */
function elementAround(text: string, match: LinkMatch): MarkupAround | 'broken' {
  const start = text.lastIndexOf('<', match.start)
  const toTagEnd = text.slice(match.end, match.end + TAG_MAX_UNITS).indexOf('>')
  if (start < 0 || toTagEnd < 0) return 'broken'
  const tagEnd = match.end + toTagEnd
  if (!/^<a\b/i.test(text.slice(start, start + 3))) return { start, end: tagEnd + 1, words: '' }
  const enclosed = text.slice(tagEnd + 1, tagEnd + 1 + ENCLOSED_MAX_UNITS)
  const close = /<\/a\s{0,9}>/i.exec(enclosed)
  // An opening tag that is never closed goes alone.
  if (!close) return { start, end: tagEnd + 1, words: '' }
  const words = enclosed.slice(0, close.index)
  return { start, end: tagEnd + 1 + close.index + close[0].length, words: withoutLink(words) }
}

/** The markup around a link, if it has any; `broken` where it has no end, so that nothing can take its place. */
export function markupAround(text: string, match: LinkMatch): MarkupAround | 'broken' | undefined {
  if (match.kind === 'html') return elementAround(text, match)
  if (match.kind !== 'markdown') return undefined
  const { start, end } = match
  const words = MARKDOWN.exec(text.slice(start, end))?.[1]
  return words === undefined ? 'broken' : { start, end, words: withoutLink(words) }
}
