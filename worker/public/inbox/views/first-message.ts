import { type Language, say } from '@straks/shared'
import { COMMON_WORDS } from '../../common/common-words.ts'
import { copyButton } from '../../common/copy-button.ts'
import { element } from '../../common/element.ts'
import type { Part } from '../../common/reconcile.ts'
import { asCurl, exampleMail, exampleSms } from '../model/example.ts'
import { MESSAGE_WORDS } from '../words/message-words.ts'
import { PAGE_WORDS } from '../words/page-words.ts'
import type { Actions } from './actions.ts'

/**
 * What an empty inbox shows: how to send the first message from a terminal, or at the push of a button.
 *
 * @param channel `email` where SMS have come but no mail
 */
export const firstMessage = (channel: 'sms' | 'email', language: Language, { sendExample }: Actions): Part => ({
  key: `first ${channel}`,
  make() {
    const title = channel === 'sms' ? PAGE_WORDS.firstTitle : MESSAGE_WORDS.noMail
    const command = asCurl(location.origin, channel === 'sms' ? exampleSms() : exampleMail())
    return element(
      'div',
      { class: 'first' },
      element('h3', {}, say(title, language)),
      element('p', {}, say(PAGE_WORDS.firstText, language)),
      element(
        'div',
        { class: 'command' },
        element(
          'div',
          { class: 'command-head' },
          say(PAGE_WORDS.firstCommand, language),
          copyButton(command, say(COMMON_WORDS.copy, language), language),
        ),
        element('pre', { tabindex: 0, role: 'group', 'aria-label': say(PAGE_WORDS.firstCommand, language) }, command),
      ),
      element('p', {}, say(PAGE_WORDS.orHere, language)),
      element(
        'button',
        { type: 'button', class: 'primary', onclick: sendExample },
        say(PAGE_WORDS.sendExample, language),
      ),
    )
  },
})
