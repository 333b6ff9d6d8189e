import type { Language, Words } from '@straks/shared'
import type { InboxMessage } from '../../../providers/inbox/inbox-message.ts'
import type { InboxRequest } from '../../../providers/inbox/inbox-request.ts'
import { FIRST_VIEW, type InboxView } from './address.ts'

export type Connection = 'connecting' | 'live' | 'reconnecting' | 'offline'

/** What the judge says of a request. */
export type Advice = { readonly code: string; readonly severity: string; readonly message: string }

/** The rows that the activity view can be narrowed to. */
export const FILTERS = ['all', 'failed', 'waiting', 'delivered'] as const
export type Filter = (typeof FILTERS)[number]

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
  readonly view: InboxView
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
