import { type Language, table } from '@straks/shared'

/** What each language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', nb: 'Bokmål', nn: 'Nynorsk' }

/** What a browser may call them. `no` says Norwegian without saying which: most mean bokmål. */
const PRIMARY_TAGS = table<Language>({ en: 'en', nb: 'nb', nn: 'nn', no: 'nb' })

const REMEMBERED = 'straks.language'

/**
 * The language to speak: the one chosen here before, or the first of the reader's own that the page knows.
 *
 * @param preferred as in `navigator.languages`
 */
export function chooseLanguage(remembered: string | null, preferred: readonly string[]): Language {
  const tags = [remembered ?? '', ...preferred].map((tag) => tag.toLowerCase().split('-')[0] ?? '')
  return tags.map((tag) => PRIMARY_TAGS.get(tag)).find((language) => language !== undefined) ?? 'en'
}

/** The language chosen on an earlier visit. A browser that keeps nothing has none. */
export function rememberedLanguage() {
  try {
    return localStorage.getItem(REMEMBERED)
  } catch {
    return null
  }
}

export function rememberLanguage(language: Language) {
  try {
    localStorage.setItem(REMEMBERED, language)
  } catch {
    // A browser that keeps nothing: the choice lasts as long as the page.
  }
}
