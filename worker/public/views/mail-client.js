/**
 * @import { Language } from '@straks/shared'
 * @import { PageState } from '../model/page-state.js'
 * @import { Actions } from './page.js'
 */
import { element } from '../dom/element.js'
import { reconcile } from '../dom/reconcile.js'
import { roveFocus } from '../dom/roving-focus.js'
import { mails, shownMail } from '../model/shown.js'
import { MESSAGE_WORDS } from '../words/message-words.js'
import { say } from '../words/say.js'
import { firstMessage } from './first-message.js'
import { mailRow } from './mail-list.js'
import { mailParts } from './mail-reader.js'

/**
 * The mail client: every mail in a list, one of them opened beside it. Without mails, how to send one.
 *
 * @param {Language} language
 * @param {Actions} actions
 */
export function createMailClient(language, actions) {
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

  /** @param {PageState} state */
  function update(state) {
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
