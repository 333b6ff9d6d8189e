/**
 * @import { Language } from '@straks/shared'
 * @import { InboxMessage } from '../../providers/inbox/inbox-message.ts'
 */
import { MESSAGE_WORDS } from '../words/message-words.js'
import { say } from '../words/say.js'
import { readableNumber } from './phone-number.js'

/**
 * Tells those who listen to the page rather than look at it. Politely: when they have heard out the last sentence.
 *
 * @param {string} sentence
 */
export function announce(sentence) {
  const region = document.getElementById('announcements')
  if (region) region.textContent = sentence
}

/**
 * What there is to tell of a message that has just come.
 *
 * @param {InboxMessage} message
 * @param {Language} language
 * @returns {string}
 */
export const arrivalOf = ({ channel, from, to, subject }, language) =>
  channel === 'sms'
    ? say(MESSAGE_WORDS.newSms, language, { from, to: readableNumber(to) })
    : say(MESSAGE_WORDS.newMail, language, { from, subject: subject ?? say(MESSAGE_WORDS.noSubject, language) })
