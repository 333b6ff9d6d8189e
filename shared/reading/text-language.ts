import { LANGUAGES, type Language } from '../language.ts'
import { once } from '../once.ts'
import type { ReadDocument } from './document.ts'

/** Small words that hardly stand in a text of another of the three languages. */
const TELLTALES = once((): readonly (readonly [Language, RegExp])[] => [
  ['en', /(?<!\p{L})(?:the|you|your|and|has|have|is|with|please)(?!\p{L})/giu],
  ['nn', /(?<!\p{L})(?:ikkje|frå|ein|eit|dykkar|meldinga|korleis|eg|vere|nokon|berre|hjå)(?!\p{L})/giu],
  ['nb', /(?<!\p{L})(?:ikke|fra|en|et|deres|meldingen|hvordan|jeg|være|noen|bare|av)(?!\p{L})/giu],
])

/** The language that a text seems to be in; bokmål where nothing tells. */
function guessLanguage(text: string): Language {
  let best: Language = 'nb'
  let most = 0
  for (const [language, telltales] of TELLTALES()) {
    const count = text.match(telltales)?.length ?? 0
    if (count > most) [best, most] = [language, count]
  }
  return best
}

/** The language of a document's text: as the message says that it belongs to, else as the words of the text show. */
export function textLanguageOf(text: string, { fields }: ReadDocument): Language {
  const said = fields.find(({ role }) => role === 'language-code')?.value
  const folded = typeof said === 'string' ? said.toLowerCase() : undefined
  return LANGUAGES.find((language) => language === folded) ?? guessLanguage(text)
}
