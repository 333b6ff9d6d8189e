/**
 * @import { Language, Words } from '@straks/shared'
 * @import { InboxEvent, InboxMessage } from '../../providers/inbox/inbox-message.ts'
 */
import { shownConversation, shownMail } from './shown.js'

/** @typedef {'connecting' | 'live' | 'reconnecting' | 'offline'} Connection */

/**
 * Everything the page shows is made from this.
 *
 * @typedef {object} PageState
 * @property {Language} language
 * @property {Connection} connection
 * @property {'unknown' | 'known' | 'failed'} list whether the list of messages has been fetched
 * @property {ReadonlyMap<string, InboxMessage>} messages by id, oldest first
 * @property {ReadonlySet<string>} unread ids of messages that came while something else was shown
 * @property {string | undefined} chosenNumber the phone that was chosen; none: the one that received last
 * @property {string | undefined} chosenMail the mail that was chosen; none: the newest
 * @property {'html' | 'text'} mailView
 * @property {{ words: Words, data: Readonly<Record<string, string>> } | undefined} notice what went wrong just now
 */

/** Messages the page keeps. A load test may send more than a page can draw or a person can read. */
export const KEPT_MESSAGES = 500

/** @param {Language} language @returns {PageState} */
export const initialState = (language) => ({
  language,
  connection: 'connecting',
  list: 'unknown',
  messages: new Map(),
  unread: new Set(),
  chosenNumber: undefined,
  chosenMail: undefined,
  mailView: 'html',
  notice: undefined,
})

/**
 * The state after the list has been fetched. What was told while it was under way is applied on top.
 *
 * @param {PageState} state
 * @param {readonly InboxMessage[]} newestFirst
 * @param {readonly InboxEvent[]} meanwhile
 * @returns {PageState}
 */
export function withList(state, newestFirst, meanwhile) {
  const known = state.list === 'known' ? state.messages : undefined
  const messages = new Map(
    newestFirst
      .slice(0, KEPT_MESSAGES)
      .toReversed()
      .map((message) => [message.id, message]),
  )
  const missed = known ? [...messages.keys()].filter((id) => !known.has(id)) : []
  const unread = new Set([...state.unread, ...missed].filter((id) => messages.has(id)))
  const listed = withShownRead({ ...state, list: 'known', messages, unread })
  return meanwhile.reduce(withEvent, listed)
}

/**
 * The state after the inbox has told of something. A message never goes back to what it was before.
 *
 * @param {PageState} state
 * @param {InboxEvent} event
 * @returns {PageState}
 */
export function withEvent(state, event) {
  if (event.kind === 'emptied')
    return { ...state, messages: new Map(), unread: new Set(), chosenNumber: undefined, chosenMail: undefined }
  const { message } = event
  const known = state.messages.get(message.id)
  if (known && known.timeline.length > message.timeline.length) return state
  const messages = new Map(state.messages).set(message.id, message)
  const [oldest] = messages.keys()
  if (messages.size > KEPT_MESSAGES && oldest !== undefined) messages.delete(oldest)
  const unread = known ? state.unread : new Set(state.unread).add(message.id)
  return withShownRead({ ...state, messages, unread })
}

/**
 * The state after a choice of phone or mail. Choosing the newest is choosing to follow what comes.
 *
 * @param {PageState} state
 * @param {{ number: string } | { mail: string }} choice
 * @returns {PageState}
 */
export function withChoice(state, choice) {
  const followed = 'number' in choice ? { ...state, chosenNumber: undefined } : { ...state, chosenMail: undefined }
  const follows =
    'number' in choice ? shownConversation(followed)?.number === choice.number : shownMail(followed)?.id === choice.mail
  if (follows) return withShownRead(followed)
  const chosen = 'number' in choice ? { chosenNumber: choice.number } : { chosenMail: choice.mail }
  return withShownRead({ ...state, ...chosen })
}

/** @param {PageState} state @returns {PageState} */
function withShownRead(state) {
  if (state.unread.size === 0) return state
  const shown = new Set(shownConversation(state)?.messages.map(({ id }) => id))
  const mail = shownMail(state)
  if (mail) shown.add(mail.id)
  return { ...state, unread: new Set([...state.unread].filter((id) => !shown.has(id))) }
}
