/**
 * @import { Language } from '@straks/shared'
 * @import { PageState } from '../model/page-state.js'
 * @import { Part } from '../dom/reconcile.js'
 * @import { Actions } from './page.js'
 */
import { element, setAttribute } from '../dom/element.js'
import { roveFocus } from '../dom/roving-focus.js'
import { MESSAGE_WORDS } from '../words/message-words.js'
import { say } from '../words/say.js'

/**
 * The two ways to look at an HTML mail: as it was written, and as a reader without HTML gets it.
 *
 * @param {PageState['mailView']} view
 * @param {Language} language
 * @param {Actions} actions
 * @returns {Part}
 */
export const mailViewTabs = (view, language, { show }) => ({
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
