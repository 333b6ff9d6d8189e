import type { Language, Words } from '../../language.ts'
import { once } from '../../once.ts'
import { foldText } from './fold.ts'
import type { LinkMatch } from './link.ts'
import { markupAround } from './markup-around.ts'
import { siteName } from './site-name.ts'
import { linkSurroundings, type Surroundings } from './surroundings.ts'

/**
 * A change of a text that takes a link away. Offsets are UTF-16 units of the text; they may reach past the match.
 *
 * - `nameTheSite`: the words that Altinn's guide gives in place of a link.
 * - `keepName`: the name in a bare address, without the domain that makes it one.
 * - `keepWords`: the words of a link without the link under them.
 * - `removeElement`: an element that shows something from elsewhere, such as a picture.
 */
type Replacement = {
  readonly kind: 'nameTheSite' | 'keepName' | 'keepWords' | 'removeElement'
  readonly start: number
  readonly end: number
  readonly text: string
}

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

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

function wordingFor(written: string, language: Language, { beginsSentence }: Surroundings): string {
  const words = (isAltinn(written) ? ALTINN : OURS)[language]
  return beginsSentence ? capitalised(words) : words
}

/**
 * The ways to say the same without a link, the likeliest first; none where every one would leave words that are no
 * language, as "our website" in the middle of a name.
 *
 * `before` is where the link before this one ends, and whether that one could be named: links in a list are alike.
 *
 * @example
 * replacementsOf('Les på altinn.no.', { start: 7, end: 16, kind: 'domain' }, 'nb')[0]?.text // 'Altinns nettside'
 */
export function replacementsOf(
  text: string,
  match: LinkMatch,
  language: Language,
  before?: { readonly end: number; readonly named: boolean },
): readonly Replacement[] {
  const markup = markupAround(text, match)
  if (markup === 'broken') return []
  const { start, end } = markup ?? match
  if (markup?.words === '') return [{ kind: 'removeElement', start, end, text: '' }]
  const surroundings = linkSurroundings(text, start, end, before)
  const found: Replacement[] = []
  if (markup?.words !== undefined) found.push({ kind: 'keepWords', start, end, text: markup.words })
  if (surroundings.takesSite)
    found.push({
      kind: 'nameTheSite',
      start,
      end,
      text: wordingFor(text.slice(match.start, match.end), language, surroundings),
    })
  const name = markup ? undefined : siteName(text, match)
  if (name !== undefined) found.push({ kind: 'keepName', start, end, text: capitalised(name) })
  return found
}
