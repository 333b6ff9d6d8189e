import { Marked, type Token, type Tokens } from 'marked'
import { say } from '../../../shared/index.ts'
import type { SearchEntry } from '../../../worker/public/docs/search/entry.ts'
import { addressOf, type DocsPage } from '../page.ts'
import { codeBlock, codeTabs, isSample } from './code.ts'
import { FRAME_WORDS } from './frame-words.ts'
import { breakable, slug, toHtml } from './html.ts'
import { kindOfHeading, kindOfRow, rowId } from './places.ts'

/** A page as HTML, and the places in it that can be found. */
export type Rendered = {
  readonly main: string
  readonly headings: readonly { readonly id: string; readonly title: string; readonly depth: number }[]
  readonly entries: readonly SearchEntry[]
}

/** The deepest heading that can be linked to. */
const DEEPEST = 4

/** How much of a place's text is searched: the list is fetched whole. */
const TOLD_MAX = 300

const plain = (text: string): string => text.replace(/[`*]/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')

/** Makes HTML of one page. */
export class PageRenderer {
  readonly #page: DocsPage
  readonly #marked = new Marked()
  readonly #used = new Map<string, number>()
  readonly #headings: { id: string; title: string; depth: number }[] = []
  readonly #entries: SearchEntry[] = []
  #section = ''
  #samples = 0

  constructor(page: DocsPage) {
    this.#page = page
    this.#marked.use({ async: false, renderer: { html: ({ text }) => toHtml(text) } })
  }

  render(): Rendered {
    const sections: Token[][] = [[]]
    for (const token of this.#marked.lexer(this.#page.markdown)) {
      if (token.type === 'heading' && token.depth === 2) sections.push([])
      sections.at(-1)?.push(token)
    }
    const main = sections.map((tokens) => this.#renderSection(tokens)).join('\n')
    return { main, headings: this.#headings, entries: this.#entries }
  }

  /** A section in one column, or in two where its code has a column of its own. */
  #renderSection(tokens: readonly Token[]): string {
    const { operations } = this.#page
    const prose: string[] = []
    const code: string[] = []
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index]
      if (!token || token.type === 'space') continue
      const into = operations && token.type === 'code' ? code : prose
      const following = tokens.slice(index).filter(({ type }) => type !== 'space')
      const end = following.findIndex((one) => !isSample(one))
      const samples = following.slice(0, end < 0 ? undefined : end).filter(isSample)
      if (samples.length > 1) {
        this.#samples++
        into.push(codeTabs(samples, `sample-${this.#samples}`))
        const last = samples.at(-1)
        while (tokens[index] !== last) index++
      } else into.push(this.#renderToken(token))
    }
    if (!operations || code.length === 0) return `<section>${prose.join('\n')}</section>`
    return `<section class="columns"><div class="prose">${prose.join('\n')}</div><div class="aside">${code.join('\n')}${this.#tryable()}</div></section>`
  }

  #renderToken(token: Token): string {
    if (token.type === 'heading') return this.#heading(token as Tokens.Heading)
    if (token.type === 'code') return codeBlock(token as Tokens.Code)
    if (token.type === 'table') return this.#table(token as Tokens.Table)
    if (token.type === 'paragraph') this.#tell(token.raw)
    return this.#marked.parser([token])
  }

  #inline(text: string): string {
    return String(this.#marked.parseInline(text))
  }

  #idFor(wanted: string): string {
    const count = (this.#used.get(wanted) ?? 0) + 1
    this.#used.set(wanted, count)
    return count === 1 ? wanted : `${wanted}-${count}`
  }

  #heading({ depth, text }: Tokens.Heading): string {
    const title = plain(text)
    if (depth === 1) {
      this.#note('', title, kindOfHeading(this.#page, depth), this.#page.summary)
      return `<h1>${this.#inline(text)}</h1>`
    }
    const id = this.#idFor(this.#page.ids?.get(text) ?? slug(title))
    if (depth === 2) this.#section = id
    if (depth < DEEPEST) this.#headings.push({ id, title, depth })
    this.#note(id, title, kindOfHeading(this.#page, depth), id)
    return `<h${depth} id="${id}">${this.#inline(text)} ${this.#anchor(id, title)}</h${depth}>`
  }

  /** A table, each row of which can be linked to if it begins with code. */
  #table({ header, rows }: Tokens.Table): string {
    const head = header.map(({ text }) => `<th scope="col" role="columnheader">${this.#inline(text)}</th>`).join('')
    const kind = kindOfRow(this.#page, header[0]?.text ?? '')
    const body = rows.map((cells) => this.#row(cells, kind)).join('\n')
    return `<div class="table" tabindex="0" role="group" aria-label="${toHtml(header[0]?.text || 'Table')}"><table role="table"><thead role="rowgroup"><tr role="row">${head}</tr></thead><tbody role="rowgroup">${body}</tbody></table></div>`
  }

  #row(cells: readonly Tokens.TableCell[], kind: SearchEntry['kind'] | undefined): string {
    const [name = '', ...rest] = cells.map(({ text }) => text)
    const word = kind && rowId(name)
    const html = cells.map(({ text }) => this.#inline(text))
    if (kind === undefined || word === undefined)
      return `<tr role="row">${html.map((cell) => `<td role="cell">${cell}</td>`).join('')}</tr>`
    const id = this.#idFor(this.#section === '' ? word : `${this.#section}.${word}`)
    this.#note(id, plain(name), kind, rest.map(plain).join(' '))
    const [first = '', ...others] = html
    const linked = breakable(first)
    const anchor = this.#anchor(id, plain(name))
    return `<tr role="row" id="${toHtml(id)}"><td role="cell">${linked} ${anchor}</td>${others.map((cell) => `<td role="cell">${cell}</td>`).join('')}</tr>`
  }

  #anchor(id: string, title: string): string {
    const label = say(FRAME_WORDS.linkTo, this.#page.language, { title })
    return `<a class="anchor" href="#${toHtml(id)}" aria-label="${toHtml(label)}">#</a>`
  }

  #note(id: string, title: string, kind: SearchEntry['kind'], text: string): void {
    const { path, title: page, language } = this.#page
    const url = addressOf(path) + (id === '' ? '' : `#${id}`)
    this.#entries.push({ url, title, kind, page, text, language })
  }

  /** Lets a place be found by what is said there, too. */
  #tell(text: string): void {
    const last = this.#entries.findLastIndex(({ kind }) => kind !== 'member')
    const entry = this.#entries[last]
    if (entry && entry.text.length < TOLD_MAX)
      this.#entries[last] = { ...entry, text: `${entry.text} ${plain(text)}`.trim() }
  }

  /** Where *Try it* comes to stand. */
  #tryable(): string {
    const operation = this.#page.operations?.get(this.#section)
    if (!operation) return ''
    const data = Object.entries(operation).flatMap(([name, value]) =>
      value === undefined ? [] : [`data-${name.toLowerCase()}="${toHtml(value)}"`],
    )
    return `<div class="try" ${data.join(' ')} hidden></div>`
  }
}
