import { LANGUAGES, type Language, type Words } from '@straks/shared'

/** What the script of the documentation says, in the language of the page. */
export const DOCS_WORDS = {
  copy: { en: 'Copy', nb: 'Kopier', nn: 'Kopier' },
  copied: { en: 'Copied', nb: 'Kopiert', nn: 'Kopiert' },
  notCopied: { en: 'Not copied', nb: 'Ikke kopiert', nn: 'Ikkje kopiert' },
  results: { en: '{count:result|results}', nb: '{count} treff', nn: '{count} treff' },
  none: { en: 'Nothing matches “{query}”.', nb: 'Ingen treff på «{query}».', nn: 'Ingen treff på «{query}».' },
} as const satisfies Readonly<Record<string, Words>>

/** What kind of place a result of the search is. */
export const KIND_WORDS = {
  page: { en: 'page', nb: 'side', nn: 'side' },
  guide: { en: 'guide', nb: 'veiledning', nn: 'rettleiing' },
  operation: { en: 'operation', nb: 'operasjon', nn: 'operasjon' },
  member: { en: 'member', nb: 'felt', nn: 'felt' },
  error: { en: 'error', nb: 'feil', nn: 'feil' },
  rule: { en: 'rule', nb: 'regel', nn: 'regel' },
  status: { en: 'status', nb: 'status', nn: 'status' },
  section: { en: 'section', nb: 'avsnitt', nn: 'avsnitt' },
} as const satisfies Readonly<Record<string, Words>>

/** The language of the page. */
export const pageLanguage = (): Language =>
  LANGUAGES.find((language) => language === document.documentElement.lang) ?? 'en'
