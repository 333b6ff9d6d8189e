import { type Language, say } from '@straks/shared'
import type { InboxMessage } from '../../../providers/inbox/inbox-message.ts'
import { copyButton } from '../../common/copy-button.ts'
import { element } from '../../common/element.ts'
import type { Part } from '../../common/reconcile.ts'
import { longTime } from '../../common/time.ts'
import { oneTimeCode } from '../model/one-time-code.ts'
import type { PageState } from '../model/page-state.ts'
import { MESSAGE_WORDS } from '../words/message-words.ts'
import type { Actions } from './actions.ts'
import { mailViewTabs } from './mail-view-tabs.ts'
import { messageDetails } from './message-details.ts'
import { sealedDocument } from './sealed-document.ts'
import { statusTimeline } from './status.ts'

/** An opened mail: its headers, what became of it, and what it says. An HTML mail has its plain text beside it. */
export function mailParts(mail: InboxMessage, state: PageState, actions: Actions): readonly Part[] {
  const { language, mailView } = state
  const isHtml = mail.contentType === 'Html'
  const view = isHtml ? mailView : 'text'
  return [
    { key: `head ${mail.id}`, make: () => mailHead(mail, language) },
    statusTimeline(mail, language, { open: false }),
    messageDetails(mail, state),
    ...(isHtml ? [mailViewTabs(view, language, actions)] : []),
    view === 'html' ? htmlBody(mail, language) : textBody(mail, language),
  ]
}

function mailHead({ from, to, subject, receivedAt, body, text }: InboxMessage, language: Language) {
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

const htmlBody = ({ id, body }: InboxMessage, language: Language): Part => ({
  key: `html ${id}`,
  make: () =>
    element(
      'div',
      { class: 'mail-body', role: 'tabpanel', 'aria-label': 'HTML' },
      element('iframe', { sandbox: '', srcdoc: sealedDocument(body), title: say(MESSAGE_WORDS.frame, language) }),
      element('p', { class: 'hint' }, say(MESSAGE_WORDS.sealed, language)),
    ),
})

const textBody = ({ id, body, contentType, text }: InboxMessage, language: Language): Part => ({
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
