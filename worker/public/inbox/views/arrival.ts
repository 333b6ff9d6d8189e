import { type Language, say } from '@straks/shared'
import type { InboxMessage } from '../../../providers/inbox/inbox-message.ts'
import { MESSAGE_WORDS } from '../words/message-words.ts'
import { readableNumber } from './phone-number.ts'

/** What there is to tell of a message that has just come. */
export const arrivalOf = ({ channel, from, to, subject }: InboxMessage, language: Language): string =>
  channel === 'sms'
    ? say(MESSAGE_WORDS.newSms, language, { from, to: readableNumber(to) })
    : say(MESSAGE_WORDS.newMail, language, { from, subject: subject ?? say(MESSAGE_WORDS.noSubject, language) })
