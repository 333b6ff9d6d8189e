import { type Language, say } from '@straks/shared'
import { element } from '../../common/element.ts'
import { reconcile } from '../../common/reconcile.ts'
import { roveFocus } from '../../common/roving-focus.ts'
import type { PageState } from '../model/page-state.ts'
import { mails, shownMail } from '../model/shown.ts'
import { MESSAGE_WORDS } from '../words/message-words.ts'
import type { Actions } from './actions.ts'
import { firstMessage } from './first-message.ts'
import { mailRow } from './mail-list.ts'
import { mailParts } from './mail-reader.ts'

/** The mail client: every mail in a list, one of them opened beside it. Without mails, how to send one. */
export function createMailClient(language: Language, actions: Actions) {
  const count = element('span', { class: 'count' })
  const title = element('h2', {}, say(MESSAGE_WORDS.mail, language), ' ', count)
  const list = element('div', {
    class: 'mail-list',
    role: 'listbox',
    'aria-label': say(MESSAGE_WORDS.mails, language),
  })
  const reader = element('article', { class: 'reader' })
  const panes = element('div', { class: 'panes' })
  const node = element('section', { class: 'mail-side', 'aria-label': say(MESSAGE_WORDS.mail, language) }, title, panes)
  roveFocus(list, 'option')

  function update(state: PageState) {
    const all = mails(state)
    const shown = shownMail(state)
    const isEmpty = state.messages.size === 0
    count.textContent = all.length === 0 ? '' : String(all.length)
    reconcile(
      panes,
      shown
        ? [
            { key: 'list', make: () => list },
            { key: 'reader', make: () => reader },
          ]
        : [firstMessage(isEmpty ? 'sms' : 'email', language, actions)],
    )
    if (!shown) return
    reconcile(
      list,
      all.map((mail) => mailRow(mail, mail.id === shown.id, state, actions)),
    )
    reconcile(reader, mailParts(shown, state, actions))
  }

  return { node, update }
}
