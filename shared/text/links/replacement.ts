import type { Language, Words } from '../../language.ts'
import { once } from '../../once.ts'
import { findLinks } from './find-links.ts'
import { foldText } from './fold.ts'
import type { LinkMatch } from './link.ts'

/** A change of a text that takes a link away. Offsets are UTF-16 units of the text; they may reach past the match. */
export type Replacement = { readonly start: number; readonly end: number; readonly text: string }

/** The wording that Altinn's guide gives in place of a link, and its nynorsk and English. */
const ALTINN: Words = { nb: 'Altinns nettside', nn: 'Altinn si nettside', en: "Altinn's website" }
const OURS: Words = { nb: 'våre nettsider', nn: 'nettsidene våre', en: 'our website' }

const ALTINN_HOST = once(
  () =>
    /(?<![\p{L}\p{N}-])altinn[^\p{L}\p{N}]{1,9}(?:(?:punktum|prikk|dot)[^\p{L}\p{N}]{1,9})?(?:no|cloud)(?![\p{L}\p{N}@-]|\.\p{L})/iu,
)

function isAltinn(written: string): boolean {
  const { text } = foldText(written)
  return ALTINN_HOST().test(text.replace(/(?<=\b[a-z]) (?=[a-z]\b)/gi, ''))
}

const beginsSentence = (before: string): boolean => /(?:^|[.!?>]\s*|\n)$/.test(before)

function wordingFor(text: string, { start, end }: LinkMatch, language: Language, at: number): string {
  const words = (isAltinn(text.slice(start, end)) ? ALTINN : OURS)[language]
  return beginsSentence(text.slice(Math.max(0, at - 3), at)) ? words.charAt(0).toUpperCase() + words.slice(1) : words
}

/**
 * The words that a notification may have instead of a link. An HTML link goes with its element and its text; an
 * element without text, such as a picture, goes altogether.
 *
 * @example
 * suggestReplacement('Les på altinn.no.', { start: 7, end: 16, kind: 'domain' }, 'nb').text // 'Altinns nettside'
 */
export function suggestReplacement(text: string, match: LinkMatch, language: Language): Replacement {
  const { start, end } = (match.kind === 'html' ? elementAround(text, match) : undefined) ?? match
  const isPicture = start < match.start && !/^<a\b/i.test(text.slice(start, start + 3))
  return { start, end, text: isPicture ? '' : wordingFor(text, match, language, start) }
}

/** How far from its opening tag a link may end. */
const ENCLOSED_MAX_UNITS = 2000

/** The element that an attribute's value belongs to, with what a link encloses; `undefined` if it is never closed. */
function elementAround(text: string, match: LinkMatch): { readonly start: number; readonly end: number } | undefined {
  const start = text.lastIndexOf('<', match.start)
  const tagEnd = text.indexOf('>', match.end)
  if (start < 0 || tagEnd < 0) return undefined
  if (!/^<a\b/i.test(text.slice(start, start + 3))) return { start, end: tagEnd + 1 }
  const close = /<\/a\s{0,9}>/i.exec(text.slice(tagEnd, tagEnd + ENCLOSED_MAX_UNITS))
  return { start, end: close ? tagEnd + close.index + close[0].length : tagEnd + 1 }
}

/** The text with every link replaced by its official wording. */
export function replaceLinks(text: string, language: Language): string {
  let replaced = ''
  let copied = 0
  for (const match of findLinks(text)) {
    const { start, end, text: words } = suggestReplacement(text, match, language)
    // A link inside the element of the one before is gone already.
    if (start < copied) continue
    replaced += text.slice(copied, start) + words
    copied = end
  }
  return replaced + text.slice(copied)
}
