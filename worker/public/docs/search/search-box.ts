import { say } from '@straks/shared'
import { element, setAttribute } from '../../common/element.ts'
import { LANGUAGE_NAMES } from '../../common/language.ts'
import { announce } from '../announce.ts'
import { DOCS_WORDS, KIND_WORDS, pageLanguage } from '../words.ts'
import { readEntries, type SearchEntry } from './entries.ts'
import { SearchIndex } from './search-index.ts'

const idOf = (index: number): string => `result-${index}`

/** Where a result stands; in which language, where that is not the page's own. */
const placeOf = ({ page, language }: SearchEntry): string =>
  language === pageLanguage() ? page : `${page} · ${LANGUAGE_NAMES[language]}`

const resultNode = (entry: SearchEntry, index: number): HTMLElement =>
  element(
    'a',
    { href: entry.url, role: 'option', id: idOf(index), tabindex: -1, 'aria-selected': 'false' },
    element('span', { class: 'kind' }, say(KIND_WORDS[entry.kind], pageLanguage())),
    element('strong', { lang: entry.language }, entry.title),
    element('span', { class: 'where', lang: entry.language }, placeOf(entry)),
  )

/** The field at the top: `/` leads to it, arrows choose, Enter opens. */
export function createSearch(): void {
  const box = document.getElementById('search')
  const list = document.getElementById('results')
  if (!(box instanceof HTMLInputElement) || !list) return
  let index: SearchIndex | undefined
  let chosen = 0

  function choose(next: number): void {
    const options = [...(list?.querySelectorAll('[role=option]') ?? [])]
    chosen = options.length === 0 ? 0 : (next + options.length) % options.length
    for (const [place, option] of options.entries()) setAttribute(option, 'aria-selected', String(place === chosen))
    if (box) setAttribute(box, 'aria-activedescendant', options.length > 0 ? idOf(chosen) : undefined)
    options[chosen]?.scrollIntoView({ block: 'nearest' })
  }

  function close(): void {
    if (list) list.hidden = true
    if (box) setAttribute(box, 'aria-expanded', 'false')
    if (box) setAttribute(box, 'aria-activedescendant', undefined)
  }

  async function search(): Promise<void> {
    if (!(box instanceof HTMLInputElement) || !list) return
    const query = box.value.trim()
    if (query === '') return close()
    index ??= new SearchIndex(await readEntries(), pageLanguage())
    if (box.value.trim() !== query) return
    const found = index.find(query)
    list.replaceChildren(
      ...(found.length > 0
        ? found.map(resultNode)
        : [element('p', { class: 'none' }, say(DOCS_WORDS.none, pageLanguage(), { query }))]),
    )
    list.hidden = false
    setAttribute(box, 'aria-expanded', 'true')
    announce(say(DOCS_WORDS.results, pageLanguage(), { count: found.length }))
    choose(0)
  }

  box.addEventListener('focus', () => void readEntries().catch(() => undefined))
  box.addEventListener('input', () => void search())
  box.addEventListener('keydown', (event) => {
    const moves = new Map([
      ['ArrowDown', 1],
      ['ArrowUp', -1],
    ])
    const move = moves.get(event.key)
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter') list.querySelector<HTMLElement>('[aria-selected=true]')?.click()
    else if (move !== undefined && !list.hidden) choose(chosen + move)
    else return
    event.preventDefault()
  })
  list.addEventListener('click', close)
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Node && !list.contains(target) && target !== box) close()
  })
  document.addEventListener('keydown', (event) => {
    const { target } = event
    const isWriting = target instanceof HTMLElement && /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
    if (event.key !== '/' || isWriting || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    box.focus()
    box.select()
  })
}
