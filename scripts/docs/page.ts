import type { Language } from '../../shared/index.ts'

/** The parts of the navigation, in its order. */
export const PARTS = ['start', 'guides', 'api', 'reference', 'rules'] as const
export type Part = (typeof PARTS)[number]

/** What *Try it* needs of an operation. */
type Tryable = {
  readonly method: string
  readonly path: string
  readonly contentType: string | undefined
  readonly body: string | undefined
}

/** A page of the documentation: Markdown, which is served as it is beside the HTML that is made of it. */
export type DocsPage = {
  /** Below `/docs`; empty for the first page. */
  readonly path: string
  readonly title: string
  /** One sentence for search engines and `/llms.txt`. */
  readonly summary: string
  readonly language: Language
  readonly part: Part
  /** Whether the navigation lists it. */
  readonly listed: boolean
  readonly markdown: string
  /** The ids of headings that shall not change with their words. */
  readonly ids?: ReadonlyMap<string, string>
  /** The operations that can be tried, by their headings' ids. Their page has a column for code. */
  readonly operations?: ReadonlyMap<string, Tryable>
}

/** Where a page is served. */
export const addressOf = (path: string): string => (path === '' ? '/docs' : `/docs/${path}`)
