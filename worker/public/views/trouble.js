/**
 * @import { Language } from '@straks/shared'
 * @import { Part } from '../dom/reconcile.js'
 * @import { Actions } from './page.js'
 */
import { element } from '../dom/element.js'
import { icon } from '../dom/icon.js'
import { PAGE_WORDS } from '../words/page-words.js'
import { say } from '../words/say.js'

/**
 * What stands in the place of an inbox that could not be read.
 *
 * @param {Language} language
 * @param {Actions} actions
 * @returns {Part}
 */
export const trouble = (language, { retry }) => ({
  key: 'trouble',
  make: () =>
    element(
      'div',
      { class: 'trouble', role: 'alert' },
      icon('away'),
      element('h2', {}, say(PAGE_WORDS.troubleTitle, language)),
      element('p', {}, say(PAGE_WORDS.troubleText, language, { address: location.host })),
      element('button', { type: 'button', class: 'primary', onclick: retry }, say(PAGE_WORDS.retry, language)),
    ),
})
