import MiniSearch from 'minisearch'
import type { SearchEntry } from './entries.ts'

/** Results that a list shows. */
const SHOWN = 12

/** What is looked for first: an operation or a rule rather than one of the many members. */
const KIND_BOOST: Readonly<Record<SearchEntry['kind'], number>> = {
  operation: 2,
  error: 1.8,
  rule: 1.8,
  guide: 1.6,
  page: 1.4,
  status: 1.2,
  section: 1,
  member: 1,
}

/** A text as it is written, word for word. */
const asWritten = (text: string): string[] => text.split(/[\s,;()"'`|]+/).filter((word) => word !== '')

/** A text as words: what is joined by dots, colons, hyphens or capitals can be found by its parts and as a whole. */
function words(text: string): string[] {
  const joined = text.split(/[^\p{L}\p{N}_-]+/u)
  const parts = text.replace(/([a-z])([A-Z])/g, '$1 $2').split(/[^\p{L}\p{N}]+/u)
  return [...new Set([...asWritten(text), ...joined, ...parts])].filter((word) => word !== '')
}

/** Finds places in the documentation, without the network. */
export class SearchIndex {
  readonly #entries: readonly SearchEntry[]
  readonly #index: MiniSearch<SearchEntry & { readonly id: number }>
  readonly #language: string

  constructor(entries: readonly SearchEntry[], language: string) {
    this.#entries = entries
    this.#language = language
    this.#index = new MiniSearch({
      fields: ['title', 'text', 'page'],
      tokenize: words,
      searchOptions: {
        tokenize: asWritten,
        boost: { title: 4, page: 1 },
        prefix: true,
        fuzzy: (term) => (term.length > 4 ? 0.2 : false),
        combineWith: 'AND',
      },
    })
    this.#index.addAll(entries.map((entry, id) => ({ ...entry, id })))
  }

  /** The places that match best, those in the page's own language first. */
  find(query: string): readonly SearchEntry[] {
    const results = this.#index.search(query, {
      boostDocument: (id) => {
        const entry = this.#entries[Number(id)]
        if (!entry) return 1
        return KIND_BOOST[entry.kind] * (entry.language === this.#language ? 2 : 1)
      },
    })
    return results.slice(0, SHOWN).flatMap(({ id }) => this.#entries[Number(id)] ?? [])
  }
}
