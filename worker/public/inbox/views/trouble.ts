import { type Language, say } from '@straks/shared'
import { COMMON_WORDS } from '../../common/common-words.ts'
import { element } from '../../common/element.ts'
import { icon } from '../../common/icon.ts'
import type { Part } from '../../common/reconcile.ts'
import { PAGE_WORDS } from '../words/page-words.ts'
import type { Actions } from './actions.ts'

/** What stands in the place of an inbox that could not be read. */
export const trouble = (language: Language, { retry }: Actions): Part => ({
  key: 'trouble',
  make: () =>
    element(
      'div',
      { class: 'trouble', role: 'alert' },
      icon('away'),
      element('h2', {}, say(PAGE_WORDS.troubleTitle, language)),
      element('p', {}, say(PAGE_WORDS.troubleText, language, { address: location.host })),
      element('button', { type: 'button', class: 'primary', onclick: retry }, say(COMMON_WORDS.retry, language)),
    ),
})
