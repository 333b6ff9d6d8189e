import { type Language, say, type Words } from '@straks/shared'
import { COMMON_WORDS } from '../../common/common-words.ts'
import { element } from '../../common/element.ts'
import { languageSelect } from '../../common/language-select.ts'
import { pageName } from '../../common/page-name.ts'
import type { Connection, PageState } from '../model/page-state.ts'
import { PAGE_WORDS } from '../words/page-words.ts'
import type { Actions } from './actions.ts'
import { createViewLinks } from './view-links.ts'

const { connecting, live } = PAGE_WORDS
const { reconnecting, offline } = COMMON_WORDS
const CONNECTION_WORDS = { connecting, live, reconnecting, offline } satisfies Record<Connection, Words>

/** The head of the page: its name, whether it is live, and what can be done with all of it. */
export function createHeader(language: Language, actions: Actions) {
  const words = element('span')
  const views = createViewLinks(language)
  const connection = element('p', { class: 'connection', role: 'status' }, element('span', { class: 'dot' }), words)
  const empty = element('button', { type: 'button', onclick: actions.empty }, say(PAGE_WORDS.empty, language))
  const node = element(
    'header',
    { class: 'top' },
    pageName(say(PAGE_WORDS.inbox, language)),
    views.node,
    connection,
    element('span', { class: 'spacer' }),
    element('a', { href: '/docs' }, say(COMMON_WORDS.documentation, language)),
    languageSelect(language, actions.speak),
    empty,
  )
  return {
    node,
    update(state: PageState) {
      views.update(state)
      // A lost connection has a banner, and no light beside it.
      connection.hidden = state.connection === 'reconnecting' || state.connection === 'offline'
      const now = say(CONNECTION_WORDS[state.connection], language)
      connection.dataset.state = state.connection
      if (words.textContent !== now) words.textContent = now
      empty.disabled = state.messages.size === 0
    },
  }
}
