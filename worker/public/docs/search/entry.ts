import type { Language } from '@straks/shared'

/** What search finds: a place in the documentation. */
export type SearchEntry = {
  readonly url: string
  readonly title: string
  /** What kind of place it is, as the list of results shows it. */
  readonly kind: 'page' | 'guide' | 'operation' | 'member' | 'error' | 'rule' | 'status' | 'section'
  /** Where it stands: the page's title. */
  readonly page: string
  readonly text: string
  readonly language: Language
}
