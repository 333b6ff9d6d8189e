import { say } from '@straks/shared'
import { element, setAttribute } from '../../common/element.ts'
import { icon } from '../../common/icon.ts'
import type { Part } from '../../common/reconcile.ts'
import { stageOf } from '../../common/status-words.ts'
import { shortTime } from '../../common/time.ts'
import type { PageState } from '../model/page-state.ts'
import type { Conversation } from '../model/shown.ts'
import { MESSAGE_WORDS } from '../words/message-words.ts'
import type { Actions } from './actions.ts'
import { readableNumber } from './phone-number.ts'

/** The tab of one phone, with the number of unread messages. */
export function phoneTab(
  { number, messages }: Conversation,
  selected: boolean,
  { unread, language }: PageState,
  { choose }: Actions,
): Part {
  const waiting = messages.filter(({ id }) => unread.has(id)).length
  const last = messages.at(-1)
  const hasFailed = messages.some(({ status }) => stageOf(status) === 'failed')
  return {
    key: number,
    version: `${waiting} ${last?.id} ${hasFailed}`,
    make: () =>
      element(
        'button',
        {
          type: 'button',
          role: 'tab',
          'data-focus': `phone ${number}`,
          onclick: () => choose({ kind: 'phone', number }),
        },
        element('span', { class: 'number' }, readableNumber(number)),
        waiting > 0
          ? element(
              'span',
              { class: 'waiting' },
              `${waiting}`,
              element('span', { class: 'unseen' }, ` ${say(MESSAGE_WORDS.unread, language)}`),
            )
          : undefined,
        hasFailed
          ? element(
              'span',
              { class: 'failed-mark failed' },
              icon('cross'),
              element('span', { class: 'unseen' }, say(MESSAGE_WORDS.hasFailed, language)),
            )
          : undefined,
        element('time', { datetime: last?.receivedAt ?? '' }, last ? shortTime(last.receivedAt, language) : ''),
        element('span', { class: 'snippet' }, last?.body ?? ''),
      ),
    update(tab) {
      setAttribute(tab, 'aria-selected', String(selected))
      setAttribute(tab, 'tabindex', selected ? 0 : -1)
    },
  }
}
