import { type Language, say } from '@straks/shared'
import { element, setAttribute } from '../../common/element.ts'
import type { Part } from '../../common/reconcile.ts'
import { roveFocus } from '../../common/roving-focus.ts'
import type { PageState } from '../model/page-state.ts'
import { MESSAGE_WORDS } from '../words/message-words.ts'
import type { Actions } from './actions.ts'

/** The two ways to look at an HTML mail: as it was written, and as a reader without HTML gets it. */
export const mailViewTabs = (view: PageState['mailView'], language: Language, { show }: Actions): Part => ({
  key: 'view tabs',
  make() {
    const tabs = element(
      'div',
      { class: 'view-tabs', role: 'tablist', 'aria-label': say(MESSAGE_WORDS.views, language) },
      element('button', { type: 'button', role: 'tab', value: 'html', onclick: () => show('html') }, 'HTML'),
      element(
        'button',
        { type: 'button', role: 'tab', value: 'text', onclick: () => show('text') },
        say(MESSAGE_WORDS.plainText, language),
      ),
    )
    roveFocus(tabs, 'tab')
    return tabs
  },
  update(tabs) {
    for (const tab of tabs.querySelectorAll('button')) {
      setAttribute(tab, 'aria-selected', String(tab.value === view))
      setAttribute(tab, 'tabindex', tab.value === view ? 0 : -1)
    }
  },
})
