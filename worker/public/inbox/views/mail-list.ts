import { say } from '@straks/shared'
import type { InboxMessage } from '../../../providers/inbox/inbox-message.ts'
import { element, setAttribute } from '../../common/element.ts'
import type { Part } from '../../common/reconcile.ts'
import { reconcile } from '../../common/reconcile.ts'
import { shortTime } from '../../common/time.ts'
import type { PageState } from '../model/page-state.ts'
import { MESSAGE_WORDS } from '../words/message-words.ts'
import type { Actions } from './actions.ts'
import { statusBadge } from './status.ts'

/** A mail in the list: who wrote to whom, about what, when, and whether it came through. */
export function mailRow(
  mail: InboxMessage,
  selected: boolean,
  { language, unread }: PageState,
  { choose }: Actions,
): Part {
  const { id, from, to, subject, receivedAt, status } = mail
  const isUnread = unread.has(id)
  return {
    key: id,
    make: () =>
      element(
        'div',
        { class: 'mail-row', role: 'option', 'data-focus': `mail ${id}`, onclick: () => choose({ kind: 'mail', id }) },
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
