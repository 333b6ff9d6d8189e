/**
 * @import { InboxMessage } from '../../providers/inbox/inbox-message.ts'
 * @import { PageState } from './page-state.js'
 */

/**
 * What one phone has received, oldest first.
 *
 * @typedef {{ readonly number: string, readonly messages: readonly InboxMessage[] }} Conversation
 */

/**
 * The phones, the one that received last first.
 *
 * @param {Pick<PageState, 'messages'>} state
 * @returns {readonly Conversation[]}
 */
export function conversations({ messages }) {
  const sms = [...messages.values()].filter(({ channel }) => channel === 'sms')
  const lastFirst = new Set(sms.toReversed().map(({ to }) => to))
  const byNumber = Map.groupBy(sms, ({ to }) => to)
  return [...lastFirst].map((number) => ({ number, messages: byNumber.get(number) ?? [] }))
}

/**
 * The phone to show: the chosen one, or the one that received last.
 *
 * @param {Pick<PageState, 'messages' | 'chosenNumber'>} state
 * @returns {Conversation | undefined}
 */
export function shownConversation(state) {
  const all = conversations(state)
  return all.find(({ number }) => number === state.chosenNumber) ?? all[0]
}

/**
 * The mails, newest first.
 *
 * @param {Pick<PageState, 'messages'>} state
 * @returns {readonly InboxMessage[]}
 */
export const mails = ({ messages }) => [...messages.values()].filter(({ channel }) => channel === 'email').toReversed()

/**
 * The mail to show: the chosen one, or the newest.
 *
 * @param {Pick<PageState, 'messages' | 'chosenMail'>} state
 * @returns {InboxMessage | undefined}
 */
export function shownMail(state) {
  const all = mails(state)
  return all.find(({ id }) => id === state.chosenMail) ?? all[0]
}
