/**
 * @import { InboxMessage } from '../../providers/inbox/inbox-message.ts'
 * @import { PageState } from '../model/page-state.js'
 * @import { Part } from '../dom/reconcile.js'
 * @import { Actions } from './page.js'
 */
import { element, setAttribute } from '../dom/element.js'
import { reconcile } from '../dom/reconcile.js'
import { MESSAGE_WORDS } from '../words/message-words.js'
import { say } from '../words/say.js'
import { statusBadge } from './status.js'
import { shortTime } from './time.js'

/**
 * A mail in the list: who wrote to whom, about what, when, and whether it came through.
 *
 * @param {InboxMessage} mail
 * @param {boolean} selected
 * @param {PageState} state
 * @param {Actions} actions
 * @returns {Part}
 */
export function mailRow(mail, selected, { language, unread }, { choose }) {
  const { id, from, to, subject, receivedAt, status } = mail
  const isUnread = unread.has(id)
  return {
    key: id,
    make: () =>
      element(
        'div',
        { class: 'mail-row', role: 'option', 'data-focus': `mail ${id}`, onclick: () => choose({ mail: id }) },
        element('span', { class: 'mail-from' }, from),
        element('time', { datetime: receivedAt }, shortTime(receivedAt, language)),
        element('span', { class: 'mail-subject' }, subject || say(MESSAGE_WORDS.noSubject, language)),
        element('span', { class: 'mail-to' }, `${say(MESSAGE_WORDS.to, language)}: ${to}`),
        element('span', { class: 'mail-sign' }),
      ),
    update(row) {
      setAttribute(row, 'aria-selected', String(selected))
      setAttribute(row, 'tabindex', selected ? 0 : -1)
      row.classList.toggle('unread', isUnread)
      const sign = row.querySelector('.mail-sign')
      if (sign instanceof HTMLElement)
        reconcile(sign, [{ key: 'status', version: status, make: () => statusBadge(status, language, 'sign') }])
    },
  }
}
