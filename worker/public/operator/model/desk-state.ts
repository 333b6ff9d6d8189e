import type { Language, WordData, Words } from '@straks/shared'
import type { AuditEntry, Erasure, Overview, Shipment, ShipmentState, ShipmentWithTimeline } from './answers.ts'
import type { DeskPlace } from './place.ts'
import type { Shown } from './series.ts'

/** Who is asking: by a token, or let in by Cloudflare Access, which adds a token of its own. */
export type Session = { readonly kind: 'token'; readonly token: string } | { readonly kind: 'access' }

/** Why nothing is shown: the API does not believe the token, or it may not do this. */
export type Refusal = { readonly status: 401 | 403; readonly why: string }

/** A sentence about what was done just now, or was not. */
type Notice = { readonly words: Words; readonly data?: WordData; readonly isGood: boolean }

/** What shipments are looked for by, as it is written; empty members look for nothing. */
export type Filter = {
  readonly recipient: string
  readonly organization: string
  readonly sendersReference: string
  readonly idempotencyId: string
  readonly state: ShipmentState | ''
}

export const NO_FILTER: Filter = {
  recipient: '',
  organization: '',
  sendersReference: '',
  idempotencyId: '',
  state: '',
}

/** A list that comes page by page; `undefined` before it was asked for. */
export type Listed<Item> = { readonly items: readonly Item[]; readonly next: string | null }

/** Everything that the page shows is made from this. */
export type DeskState = {
  readonly language: Language
  readonly place: DeskPlace
  /** `unknown` while it is found out whether Cloudflare Access lets the reader in. */
  readonly session: Session | 'unknown' | undefined
  readonly refusal: Refusal | undefined
  readonly connection: 'live' | 'lost'
  readonly notice: Notice | undefined
  /** Calls under way whose answers are waited for. */
  readonly busy: number
  readonly minutes: number
  readonly shown: Shown
  readonly isPaused: boolean
  readonly overview: Overview | undefined
  readonly filter: Filter
  /** What was searched for last: `filter` may have been written in since. */
  readonly search: Filter | undefined
  readonly found: Listed<Shipment> | undefined
  /** The shipment at the address; `null` where there is none. */
  readonly shipment: ShipmentWithTimeline | null | undefined
  readonly redriven: { readonly redriven: number; readonly refused: number } | undefined
  readonly erased: Erasure['erased'] | undefined
  readonly audit: Listed<AuditEntry> | undefined
}

/** The last hour. */
const FIRST_MINUTES = 60

/** Nothing is known but the address, the language and the token. */
export const initialState = (language: Language, place: DeskPlace, session: DeskState['session']): DeskState => ({
  language,
  place,
  session,
  refusal: undefined,
  connection: 'live',
  notice: undefined,
  busy: 0,
  minutes: FIRST_MINUTES,
  shown: {},
  isPaused: false,
  filter: NO_FILTER,
  ...NOTHING_READ,
})

/** What is forgotten when the reader signs out. */
export const NOTHING_READ = {
  overview: undefined,
  search: undefined,
  found: undefined,
  shipment: undefined,
  redriven: undefined,
  erased: undefined,
  audit: undefined,
} as const
