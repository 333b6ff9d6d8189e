/**
 * @import { Language } from '@straks/shared'
 * @import { Part } from '../dom/reconcile.js'
 * @import { Actions } from './page.js'
 */
import { copyButton } from '../dom/copy-button.js'
import { element } from '../dom/element.js'
import { asCurl, exampleMail, exampleSms } from '../model/example.js'
import { MESSAGE_WORDS } from '../words/message-words.js'
import { PAGE_WORDS } from '../words/page-words.js'
import { say } from '../words/say.js'

/**
 * What an empty inbox shows: how to send the first message from a terminal, or at the push of a button.
 *
 * @param {'sms' | 'email'} channel `email` where SMS have come but no mail
 * @param {Language} language
 * @param {Actions} actions
 * @returns {Part}
 */
export const firstMessage = (channel, language, { sendExample }) => ({
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
          copyButton(command, say(PAGE_WORDS.copy, language), language),
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
