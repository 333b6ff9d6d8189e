import type { SearchEntry } from '../../../worker/public/docs/search/entry.ts'
import type { DocsPage } from '../page.ts'

type Kind = SearchEntry['kind']

/** Whether a page is the catalogue of errors, in any language. */
const isCatalogue = (path: string): boolean => /^errors(?:\/n[bn])?$/.test(path)

/** What a heading of a page is to those who search. */
export function kindOfHeading({ part, path, listed }: DocsPage, depth: number): Kind {
  if (part === 'api') return depth === 2 ? 'operation' : depth === 1 ? 'page' : 'section'
  if (isCatalogue(path) && depth > 1) return 'error'
  if (depth > 1) return 'section'
  if (part === 'rules') return listed ? 'page' : 'rule'
  return part === 'guides' ? 'guide' : 'page'
}

/** What the rows of a table are, by its first heading; `undefined` where nobody searches for them. */
export function kindOfRow({ path }: DocsPage, head: string): Kind | undefined {
  if (head === 'Member' || head === 'Parameter') return 'member'
  if (head === 'Status') return 'status'
  return isCatalogue(path) && /^[CK]ode$/.test(head) ? 'error' : undefined
}

/** The id of a row that begins with code: the code, without marks that say that it is a list. */
export function rowId(cell: string): string | undefined {
  const [, name] = /^`([^`]+)`$/.exec(cell) ?? []
  return name?.replaceAll('[]', '').replaceAll(/\s+/g, '-')
}
