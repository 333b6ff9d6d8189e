import { addressOf, type DocsPage, PARTS } from '../page.ts'
import { FRAME_WORDS } from './frame-words.ts'
import { toHtml } from './html.ts'
import type { Rendered } from './render-page.ts'

const link = (page: DocsPage, current: DocsPage, inner: string): string =>
  `<li><a href="${addressOf(page.path)}"${page.path === current.path ? ' aria-current="page"' : ''}${page.path === '' || page.language === current.language ? '' : ` lang="${page.language}"`}>${toHtml(page.path === '' ? FRAME_WORDS.overview[current.language] : page.title)}</a>${inner}</li>`

/** What a page has below its title, for the page that is open. */
function contents({ headings }: Rendered): string {
  const items = headings.filter(({ depth }) => depth === 2)
  if (items.length < 2) return ''
  return `<ul>${items.map(({ id, title }) => `<li><a href="#${id}">${toHtml(title)}</a></li>`).join('')}</ul>`
}

/** The list of pages, and of what is on the one that is open. */
export function navigation(pages: readonly DocsPage[], current: DocsPage, rendered: Rendered): string {
  return PARTS.map((part) => {
    const listed = pages.filter((page) => page.part === part && page.listed)
    const items = listed.map((page) => link(page, current, page === current ? contents(rendered) : ''))
    const list = `<ul>${items.join('')}</ul>`
    if (part === 'start') return list
    // Only the open page's part is unfolded: so the list needs no scrolling of its own.
    return `<details${part === current.part ? ' open' : ''}><summary>${FRAME_WORDS[part][current.language]}</summary>${list}</details>`
  }).join('')
}
