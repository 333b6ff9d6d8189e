/**
 * @import { Language } from '@straks/shared'
 * @import { PageState } from '../model/page-state.js'
 * @import { Actions } from './page.js'
 */
import { element } from '../dom/element.js'
import { LANGUAGE_NAMES } from '../words/language.js'
import { PAGE_WORDS } from '../words/page-words.js'
import { say } from '../words/say.js'

/**
 * The head of the page: its name, whether it is live, and what can be done with all of it.
 *
 * @param {Language} language
 * @param {Actions} actions
 */
export function createHeader(language, actions) {
  const words = element('span')
  const connection = element('p', { class: 'connection', role: 'status' }, element('span', { class: 'dot' }), words)
  const empty = element('button', { type: 'button', onclick: actions.empty }, say(PAGE_WORDS.empty, language))
  const node = element(
    'header',
    { class: 'top' },
    element(
      'h1',
      {},
      element('img', { src: '/favicon.svg', alt: '', width: 30, height: 30 }),
      'straks ',
      element('span', {}, say(PAGE_WORDS.inbox, language)),
    ),
    connection,
    element('p', { class: 'tagline' }, say(PAGE_WORDS.tagline, language)),
    element('a', { href: '/docs' }, say(PAGE_WORDS.documentation, language)),
    languageSelect(language, actions),
    empty,
  )
  return {
    node,
    /** @param {PageState} state */
    update(state) {
      const now = say(PAGE_WORDS[state.connection], language)
      connection.dataset.state = state.connection
      if (words.textContent !== now) words.textContent = now
      empty.disabled = state.messages.size === 0
    },
  }
}

/** @param {Language} language @param {Actions} actions */
function languageSelect(language, { speak }) {
  const names = /** @type {[Language, string][]} */ (Object.entries(LANGUAGE_NAMES))
  const options = names.map(([value, name]) =>
    element('option', { value, lang: value, selected: value === language }, name),
  )
  const select = element(
    'select',
    { 'aria-label': say(PAGE_WORDS.language, language), 'data-focus': 'language' },
    ...options,
  )
  select.addEventListener('change', () => {
    const chosen = names.find(([value]) => value === select.value)
    if (chosen) speak(chosen[0])
  })
  return select
}
