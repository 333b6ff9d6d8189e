/**
 * @import { Conversation } from '../model/shown.js'
 * @import { PageState } from '../model/page-state.js'
 * @import { Part } from '../dom/reconcile.js'
 * @import { Actions } from './page.js'
 */
import { element, setAttribute } from '../dom/element.js'
import { MESSAGE_WORDS } from '../words/message-words.js'
import { say } from '../words/say.js'
import { readableNumber } from './phone-number.js'

/**
 * The tab of one phone, with the number of messages that nobody has looked at.
 *
 * @param {Conversation} conversation
 * @param {boolean} selected
 * @param {PageState} state
 * @param {Actions} actions
 * @returns {Part}
 */
export function phoneTab({ number, messages }, selected, { unread, language }, { choose }) {
  const waiting = messages.filter(({ id }) => unread.has(id)).length
  return {
    key: number,
    version: String(waiting),
    make: () =>
      element(
        'button',
        { type: 'button', role: 'tab', 'data-focus': `phone ${number}`, onclick: () => choose({ number }) },
        readableNumber(number),
        waiting > 0
          ? element(
              'span',
              { class: 'waiting' },
              `${waiting}`,
              element('span', { class: 'unseen' }, ` ${say(MESSAGE_WORDS.unread, language)}`),
            )
          : undefined,
      ),
    update(tab) {
      setAttribute(tab, 'aria-selected', String(selected))
      setAttribute(tab, 'tabindex', selected ? 0 : -1)
    },
  }
}
