import { type Language, say } from '@straks/shared'
import { COMMON_WORDS } from '../../common/common-words.ts'
import { element, setAttribute } from '../../common/element.ts'
import { languageSelect } from '../../common/language-select.ts'
import { pageName } from '../../common/page-name.ts'
import type { DeskState } from '../model/desk-state.ts'
import { type DeskView, VIEWS, viewAddress } from '../model/place.ts'
import { DESK_WORDS } from '../words/desk-words.ts'
import type { Actions } from './actions.ts'

/** One shipment is a part of *Find*. */
const linkOf = ({ place }: DeskState): DeskView => (place.view === 'shipment' ? 'find' : place.view)

/** The head of the page: its name, its views, the language, and the way out. */
export function createHeader(language: Language, actions: Actions) {
  const links = VIEWS.map((view) => ({
    view,
    node: element('a', { href: viewAddress(view), 'data-focus': `view ${view}` }, say(DESK_WORDS[view], language)),
  }))
  const views = element(
    'nav',
    { class: 'views', 'aria-label': say(DESK_WORDS.views, language) },
    ...links.map(({ node }) => node),
  )
  const wait = element('span', { class: 'hint wait' }, say(DESK_WORDS.wait, language))
  const out = element('button', { type: 'button', onclick: actions.signOut }, say(DESK_WORDS.signOut, language))
  const node = element(
    'header',
    { class: 'top' },
    pageName(say(DESK_WORDS.operator, language)),
    views,
    wait,
    element('span', { class: 'spacer' }),
    element('a', { href: '/docs' }, say(COMMON_WORDS.documentation, language)),
    languageSelect(language, actions.speak),
    out,
  )
  return {
    node,
    update(state: DeskState): void {
      const isIn = state.session !== undefined && state.session !== 'unknown'
      views.hidden = !isIn
      // Access signs out by its own page: only a token can be put away here.
      out.hidden = !isIn || (typeof state.session === 'object' && state.session.kind === 'access')
      wait.classList.toggle('shown', state.busy > 0)
      for (const link of links)
        setAttribute(link.node, 'aria-current', link.view === linkOf(state) ? 'page' : undefined)
    },
  }
}
