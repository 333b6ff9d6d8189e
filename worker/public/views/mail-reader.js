/**
 * @import { Language } from '@straks/shared'
 * @import { InboxMessage } from '../../providers/inbox/inbox-message.ts'
 * @import { PageState } from '../model/page-state.js'
 * @import { Part } from '../dom/reconcile.js'
 * @import { Actions } from './page.js'
 */
import { copyButton } from '../dom/copy-button.js'
import { element } from '../dom/element.js'
import { oneTimeCode } from '../model/one-time-code.js'
import { MESSAGE_WORDS } from '../words/message-words.js'
import { say } from '../words/say.js'
import { mailViewTabs } from './mail-view-tabs.js'
import { sealedDocument } from './sealed-document.js'
import { statusTimeline } from './status.js'
import { longTime } from './time.js'

/**
 * An opened mail: its headers, what became of it, and what it says. An HTML mail has its plain text beside it.
 *
 * @param {InboxMessage} mail
 * @param {PageState} state
 * @param {Actions} actions
 * @returns {readonly Part[]}
 */
export function mailParts(mail, { language, mailView }, actions) {
  const isHtml = mail.contentType === 'Html'
  const view = isHtml ? mailView : 'text'
  return [
    { key: `head ${mail.id}`, make: () => mailHead(mail, language) },
    statusTimeline(mail, language, { open: true }),
    ...(isHtml ? [mailViewTabs(view, language, actions)] : []),
    view === 'html' ? htmlBody(mail, language) : textBody(mail, language),
  ]
}

/** @param {InboxMessage} mail @param {Language} language */
function mailHead({ from, to, subject, receivedAt, body, text }, language) {
  const code = oneTimeCode(text ?? body)
  return element(
    'header',
    { class: 'mail-head' },
    element('h3', {}, subject || say(MESSAGE_WORDS.noSubject, language)),
    element(
      'dl',
      {},
      element('dt', {}, say(MESSAGE_WORDS.from, language)),
      element('dd', {}, from),
      element('dt', {}, say(MESSAGE_WORDS.to, language)),
      element('dd', {}, to),
      element('dt', {}, say(MESSAGE_WORDS.received, language)),
      element('dd', {}, element('time', { datetime: receivedAt }, longTime(receivedAt, language))),
    ),
    code === undefined ? undefined : copyButton(code, say(MESSAGE_WORDS.copyCode, language, { code }), language),
  )
}

/** @param {InboxMessage} mail @param {Language} language @returns {Part} */
const htmlBody = ({ id, body }, language) => ({
  key: `html ${id}`,
  make: () =>
    element(
      'div',
      { class: 'mail-body', role: 'tabpanel', 'aria-label': 'HTML' },
      element('iframe', { sandbox: '', srcdoc: sealedDocument(body), title: say(MESSAGE_WORDS.frame, language) }),
      element('p', { class: 'hint' }, say(MESSAGE_WORDS.sealed, language)),
    ),
})

/** @param {InboxMessage} mail @param {Language} language @returns {Part} */
const textBody = ({ id, body, contentType, text }, language) => ({
  key: `text ${id}`,
  make: () =>
    element(
      'div',
      {
        class: 'mail-body',
        tabindex: 0,
        'data-focus': 'mail text',
        role: contentType === 'Html' ? 'tabpanel' : 'group',
        'aria-label': say(MESSAGE_WORDS.plainText, language),
      },
      element('p', { class: 'mail-text' }, text ?? body),
    ),
})
