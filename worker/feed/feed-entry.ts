/** A feed's entry for one shipment, once it is final. */
export type FeedEntry = {
  readonly shipmentId: string
  /** When the shipment became final: an entry is kept for so many days from then. */
  readonly atMs: number
  /**
   * The entry as it will be read, a JSON object's text, but for its sequence number. docs/altinn/notifications.md §4.4.
   */
  readonly entry: string
  /** Whether it may have been told before ledgers numbered their ends: then it is looked for. */
  readonly mayBeThere: boolean
  /** What is counted of its messages: `message-facts.ts`. */
  readonly facts?: string
}

/** One ledger's report of what has ended in it. Each ledger numbers its ends, without a gap. */
export type LedgerEnds = {
  /** The ledger's name among those of its organisation. */
  readonly source: string
  /** The ledger's number of the first entry; the others follow. */
  readonly firstSequence: number
  /** `undefined` for an end that cannot be told: its number is passed over. */
  readonly entries: readonly (FeedEntry | undefined)[]
}

/** Oldest or newest first. */
export const FEED_ORDERS = ['Asc', 'Desc'] as const

export type FeedOrder = (typeof FEED_ORDERS)[number]

/** Which entries a reader wants: those beyond a number, in an order. The newest are those before 0. */
export type FeedPage = { readonly seq: number; readonly pageSize: number; readonly orderBy: FeedOrder }

/** The most entries of one page. docs/altinn/notifications.md §4.4. */
export const FEED_PAGE_SIZE_MAX = 500

/** Webhooks that one organisation may have: each costs its feed a call for every batch that ends. */
export const WEBHOOKS_MAX = 10
