import type { Language, Words } from '@straks/shared'
import type { InboxEvent, InboxMessage } from '../../../providers/inbox/inbox-message.ts'
import type { InboxRequest } from '../../../providers/inbox/inbox-request.ts'
import type { Advice } from '../server/activity-api.ts'
import type { Filter } from './activity.ts'
import { FIRST_VIEW, type View } from './address.ts'
import { shownConversation, shownMail } from './shown.ts'

export type Connection = 'connecting' | 'live' | 'reconnecting' | 'offline'

/** Everything the page shows is made from this. */
export type PageState = {
  readonly language: Language
  readonly connection: Connection
  /** Whether the list of messages has been fetched. */
  readonly list: 'unknown' | 'known' | 'failed'
  /** By id, oldest first. */
  readonly messages: ReadonlyMap<string, InboxMessage>
  /** Ids of messages that came while something else was shown. */
  readonly unread: ReadonlySet<string>
  /** The phone that was chosen; none: the one that received last. */
  readonly chosenNumber: string | undefined
  /** The mail that was chosen; none: the newest. */
  readonly chosenMail: string | undefined
  readonly mailView: 'html' | 'text'
  /** The part of the page that is open; on a large screen SMS and e-mail stand side by side. */
  readonly view: View
  /** The message that the address names. */
  readonly chosenMessage: string | undefined
  /** What clients have sent, by id, oldest first. */
  readonly requests: ReadonlyMap<string, InboxRequest>
  /** The last known status of shipments that no message in the inbox tells of. */
  readonly shipments: ReadonlyMap<string, string>
  /** What the judge says of requests, by their ids. */
  readonly advice: ReadonlyMap<string, readonly Advice[]>
  readonly filter: Filter
  /** Whether the inbox was emptied just now, and may be filled again. */
  readonly canRestore: boolean
  /** Ids of messages that had been read when it was emptied: filled again, they are no news. */
  readonly readBefore: ReadonlySet<string>
  /** What went wrong just now. */
  readonly notice: { readonly words: Words; readonly data: Readonly<Record<string, string>> } | undefined
}

/** Messages the page keeps. A load test may send more than a page can draw or a person can read. */
export const KEPT_MESSAGES = 500

export const initialState = (language: Language): PageState => ({
  language,
  connection: 'connecting',
  list: 'unknown',
  messages: new Map(),
  unread: new Set(),
  chosenNumber: undefined,
  chosenMail: undefined,
  mailView: 'html',
  view: FIRST_VIEW,
  chosenMessage: undefined,
  requests: new Map(),
  shipments: new Map(),
  advice: new Map(),
  filter: 'all',
  canRestore: false,
  readBefore: new Set(),
  notice: undefined,
})

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
      ...{ ...state, messages: new Map(), unread: new Set(), chosenNumber: undefined, chosenMail: undefined },
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

/** The state after a choice of phone or mail. Choosing the newest is choosing to follow what comes. */
export function withChoice(state: PageState, choice: { number: string } | { mail: string }): PageState {
  const followed = 'number' in choice ? { ...state, chosenNumber: undefined } : { ...state, chosenMail: undefined }
  const follows =
    'number' in choice ? shownConversation(followed)?.number === choice.number : shownMail(followed)?.id === choice.mail
  if (follows) return withShownRead(followed)
  const chosen = 'number' in choice ? { chosenNumber: choice.number } : { chosenMail: choice.mail }
  return withShownRead({ ...state, ...chosen })
}

function withShownRead(state: PageState): PageState {
  if (state.unread.size === 0) return state
  const shown = new Set(shownConversation(state)?.messages.map(({ id }) => id))
  const mail = shownMail(state)
  if (mail) shown.add(mail.id)
  return { ...state, unread: new Set([...state.unread].filter((id) => !shown.has(id))) }
}
