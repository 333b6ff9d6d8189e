import { LANGUAGES, type Language } from '../language.ts'

/**
 * The language of a notification's template: that of the message's content, in any letter case; bokmål where the
 * message says none. What is no language of Altinn's is refused by `language-code`, and means bokmål here.
 * docs/altinn/correspondence.md §1.1, §3.
 */
export function templateLanguage(written: string | undefined): Language {
  const folded = written?.toLowerCase()
  return LANGUAGES.find((language) => language === folded) ?? 'nb'
}
