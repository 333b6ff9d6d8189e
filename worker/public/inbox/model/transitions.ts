import type { InboxEvent, InboxMessage } from '../../../providers/inbox/inbox-message.ts'
import type { InboxRequest } from '../../../providers/inbox/inbox-request.ts'
import { KEPT_MESSAGES, type PageState } from './page-state.ts'
import { shownConversation, shownMail } from './shown.ts'

/** The state after the list has been fetched. What was told while it was under way is applied on top. */
export function withList(
  state: PageState,
  newestFirst: readonly InboxMessage[],
  meanwhile: readonly InboxEvent[],
): PageState {
  const known = state.list === 'known' ? state.messages : undefined
  const messages = new Map(
    newestFirst
      .slice(0, KEPT_MESSAGES)
      .toReversed()
      .map((message) => [message.id, message]),
  )
  const missed = known ? [...messages.keys()].filter((id) => !known.has(id) && !state.readBefore.has(id)) : []
  const unread = new Set([...state.unread, ...missed].filter((id) => messages.has(id)))
  const listed = withShownRead({ ...state, list: 'known', messages, unread })
  return meanwhile.reduce(withEvent, listed)
}

/** The state after the inbox has told of something. A message never goes back to what it was before. */
export function withEvent(state: PageState, event: InboxEvent): PageState {
  if (event.kind === 'emptied')
    return {
      ...state,
      messages: new Map(),
      unread: new Set(),
      chosenNumber: undefined,
      chosenMail: undefined,
      canRestore: state.messages.size > 0,
      readBefore: new Set([...state.messages.keys()].filter((id) => !state.unread.has(id))),
    }
  if (event.kind === 'request') return withRequests(state, [event.request])
  // The page reads the list anew.
  if (event.kind === 'restored') return { ...state, canRestore: false }
  const { message } = event
  const known = state.messages.get(message.id)
  if (known && known.timeline.length > message.timeline.length) return state
  const messages = new Map(state.messages).set(message.id, message)
  const [oldest] = messages.keys()
  if (messages.size > KEPT_MESSAGES && oldest !== undefined) messages.delete(oldest)
  const unread = known ? state.unread : new Set(state.unread).add(message.id)
  return withShownRead({ ...state, messages, unread })
}

/** The state after requests, oldest first, have been told. */
export function withRequests(state: PageState, told: readonly InboxRequest[]): PageState {
  const requests = new Map([...state.requests, ...told.map((request) => [request.id, request] as const)])
  for (const id of [...requests.keys()].slice(0, Math.max(0, requests.size - KEPT_MESSAGES))) requests.delete(id)
  return { ...state, requests }
}

/** The state where the address names a message: its phone or its mail is open. */
export function withMessage(state: PageState, id: string): PageState {
  const message = state.messages.get(id)
  if (!message) return { ...state, chosenMessage: id }
  const opened =
    message.channel === 'sms'
      ? { view: 'sms' as const, chosenNumber: message.to }
      : { view: 'email' as const, chosenMail: id }
  return withShownRead({ ...state, ...opened, chosenMessage: id })
}

/** What a person chose: a phone by its number, or a mail by its id. */
export type InboxChoice =
  | { readonly kind: 'phone'; readonly number: string }
  | { readonly kind: 'mail'; readonly id: string }

/** The state after a choice of phone or mail. Choosing the newest is choosing to follow what comes. */
export function withChoice(state: PageState, choice: InboxChoice): PageState {
  switch (choice.kind) {
    case 'phone': {
      const followed = { ...state, chosenNumber: undefined }
      const follows = shownConversation(followed)?.number === choice.number
      return withShownRead(follows ? followed : { ...state, chosenNumber: choice.number })
    }
    case 'mail': {
      const followed = { ...state, chosenMail: undefined }
      return withShownRead(shownMail(followed)?.id === choice.id ? followed : { ...state, chosenMail: choice.id })
    }
  }
}

function withShownRead(state: PageState): PageState {
  if (state.unread.size === 0) return state
  const shown = new Set(shownConversation(state)?.messages.map(({ id }) => id))
  const mail = shownMail(state)
  if (mail) shown.add(mail.id)
  return { ...state, unread: new Set([...state.unread].filter((id) => !shown.has(id))) }
}
